using System.CommandLine;

namespace OktaSpa.Cli.Commands;

/// <summary>The argument that names stacks.</summary>
internal static class StackArguments
{
    public static Argument<string[]> Create()
    {
        var stacks = new Argument<string[]>("stacks")
        {
            Description = "Stacks by name, or stack files by path. Default: all stack files of the project.",
            HelpName = "STACK | FILE",
            Arity = ArgumentArity.ZeroOrMore,
        };
        // An option that there is not would be read as a stack.
        stacks.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value is "" or ['-', ..]) is { Value: var word })
                result.AddError(word.Length == 0 ? "A stack's name is empty." : $"There is no option {word}.");
        });
        return stacks;
    }
}
