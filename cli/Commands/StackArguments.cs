using System.CommandLine;

namespace OktaSpa.Cli.Commands;

/// <summary>The argument that names stacks.</summary>
internal static class StackArguments
{
    public static Argument<string[]> Create() => new("stacks")
    {
        Description = "Stacks by name, or stack files by path. Default: all stack files of the project.",
        HelpName = "STACK | FILE",
        Arity = ArgumentArity.ZeroOrMore,
    };
}
