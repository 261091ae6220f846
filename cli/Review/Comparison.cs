namespace OktaSpa.Cli.Review;

/// <summary>Two previews side by side.</summary>
internal sealed class Comparison(GraphDocument before, GraphDocument after)
{
    /// <summary>The stacks that differ.</summary>
    public IReadOnlyList<StackComparison> Stacks { get; } =
        GraphComparison.Compare(
            // A stack that is wrong now has not gone: its problems are told instead.
            [.. before.Stacks.Where(graph => !after.IsWrong(graph.Stack))],
            after.Stacks,
            wasWrong: before.IsWrong
        );

    /// <summary>What is declared now.</summary>
    public IReadOnlyList<Graph.StackGraph> After => after.Stacks;

    /// <summary>What is wrong now, so that it could not be compared.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; } = after.Problems ?? [];

    /// <summary>The stacks that cannot be shown now, so that they could not be compared.</summary>
    public IReadOnlyList<string> Unseen { get; } = after.Unseen ?? [];

    /// <summary>All findings, dangers first.</summary>
    public IReadOnlyList<Finding> Findings =>
        [.. Stacks.SelectMany(stack => stack.Findings).OrderByDescending(finding => finding.Severity)];
}
