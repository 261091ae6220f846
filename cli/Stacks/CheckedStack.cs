namespace OktaSpa.Cli.Stacks;

/// <summary>
/// A stack file with all that is to be said about it, alone and together with the project's other ones.
/// </summary>
internal sealed record CheckedStack(StackFile File, IReadOnlyList<FileProblem> Problems, IReadOnlyList<FileRisk> Risks);
