using System.CommandLine;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Commands;

/// <summary>What names the stack files that a command is about.</summary>
internal sealed class StackArguments
{
    private const string StandardInput = "-";

    /// <summary>The stacks that are named.</summary>
    public Argument<string[]> Stacks { get; } =
        new("stacks")
        {
            Description =
                "Stacks by name, or stack files by path; - is standard input. Default: all stack files of the project.",
            HelpName = "STACK | FILE | -",
            Arity = ArgumentArity.ZeroOrMore,
        };

    /// <summary>The stack whose file is on standard input.</summary>
    public Option<string> Stack { get; } =
        new("--stack")
        {
            Description = "The stack whose file standard input is, in place of the one that is there.",
            HelpName = "STACK",
        };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Stacks);
        command.Add(Stack);
        // An option that there is not would be read as a stack.
        Stacks.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value is "" or ['-', _, ..]) is { Value: var word })
                result.AddError(word.Length == 0 ? "A stack's name is empty." : $"There is no option {word}.");
        });
        command.Validators.Add(result =>
        {
            var isInput = result.GetResult(Stacks)?.Tokens.Any(token => token.Value == StandardInput) == true;
            var isNamed = result.GetResult(Stack) is { Implicit: false };
            if (isInput && !isNamed)
                result.AddError("Name the stack whose file standard input is with --stack.");
            else if (isNamed && !isInput)
                result.AddError("--stack belongs to standard input, which is -.");
        });
    }

    /// <summary>Reads the stack files.</summary>
    /// <exception cref="UsageException">One of them is not there, or there is none at all.</exception>
    public IReadOnlyList<StackFile> Read(ParseResult parsed, Project project, TextReader input)
    {
        var names = parsed.GetValue(Stacks)!;
        if (!names.Contains(StandardInput))
            return project.Read(names);
        var others = names.Where(name => name != StandardInput).ToList();
        return [project.Read(parsed.GetValue(Stack)!, input), .. others.Count == 0 ? [] : project.Read(others)];
    }
}
