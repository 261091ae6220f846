namespace OktaSpa.Cli.Stacks;

/// <summary>A problem with the stack that has it, and the place where it is corrected.</summary>
internal sealed record FileProblem(string Stack, Position Position, Problem Problem);
