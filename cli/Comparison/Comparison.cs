namespace OktaSpa.Cli.Comparison;

/// <summary>Two previews side by side.</summary>
internal sealed class Comparison(GraphDocument before, GraphDocument after)
{
    /// <summary>The stacks that differ.</summary>
    public IReadOnlyList<StackComparison> Stacks { get; } = GraphComparison.Compare(
        // A stack that is wrong on either side cannot be compared: it has not come or gone.
        [.. before.Stacks.Where(graph => !IsWrong(graph.Stack, after))],
        [.. after.Stacks.Where(graph => !IsWrong(graph.Stack, before))]);

    /// <summary>What is declared now.</summary>
    public IReadOnlyList<Graph.StackGraph> After => after.Stacks;

    /// <summary>What is wrong now, so that it could not be compared.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; } = after.Problems ?? [];

    /// <summary>All findings, dangers first.</summary>
    public IReadOnlyList<Finding> Findings => [.. Stacks.SelectMany(stack => stack.Findings).OrderByDescending(finding => finding.Severity)];

    // A problem names its file, Pulumi.<stack>.yaml; the template of pull requests is shown as stack pr-1.
    private static bool IsWrong(string stack, GraphDocument document) =>
        document.Problems?.Any(problem => Path.GetFileName(problem.File) is var file && (file == $"Pulumi.{stack}.yaml" || (file == "Pulumi.pr.yaml" && stack == "pr-1"))) == true;
}
