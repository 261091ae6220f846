using OktaSpa.Cli.Review;

namespace OktaSpa.Cli.Rendering;

/// <summary>How much a change does.</summary>
internal sealed record ComparisonSummary(int Danger, int Caution, int Note, int Added, int Changed, int Removed)
{
    public static ComparisonSummary Of(Comparison comparison) =>
        new(
            comparison.Findings.Count(finding => finding.Severity == Severity.Danger),
            comparison.Findings.Count(finding => finding.Severity == Severity.Caution),
            comparison.Findings.Count(finding => finding.Severity == Severity.Note),
            comparison.Stacks.Sum(stack => stack.Added.Count),
            comparison.Stacks.Sum(stack => stack.Changed.Count),
            comparison.Stacks.Sum(stack => stack.Removed.Count)
        );

    /// <summary>A comparison in one sentence.</summary>
    public static string Sentence(Comparison comparison)
    {
        var problems =
            comparison.Problems.Count == 0
                ? ""
                : $"{Text.Count(comparison.Problems.Count, "problem")} in stack files, which are not compared. ";
        if (comparison.Stacks.Count == 0)
            return problems.Length == 0 ? "Nothing changes in what the stacks declare." : problems.Trim();
        var counts = Of(comparison);
        var findings = new[] { (counts.Danger, "danger"), (counts.Caution, "caution"), (counts.Note, "note") }
            .Where(pair => pair.Item1 > 0)
            .Select(pair => Text.Count(pair.Item1, pair.Item2))
            .ToList();
        var stacks = Text.Count(comparison.Stacks.Count, "stack");
        return $"{problems}{(findings.Count == 0 ? "No finding" : Text.And(findings))} in {stacks}: {counts.Added} added, {counts.Changed} changed, {counts.Removed} removed.";
    }
}
