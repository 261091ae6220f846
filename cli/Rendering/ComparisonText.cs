using System.Text;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Review;

namespace OktaSpa.Cli.Rendering;

/// <summary>A comparison for people, in plain lines.</summary>
internal static class ComparisonText
{
    /// <summary>A section for stacks where the same happens.</summary>
    /// <param name="comparison">What is shown.</param>
    /// <param name="hasDetails">Whether each change of a property has a line of its own.</param>
    public static string Render(Comparison comparison, bool hasDetails)
    {
        var text = new StringBuilder();
        Line(ComparisonSummary.Sentence(comparison));
        foreach (var problem in comparison.Problems)
            Line($"{problem.File}:{problem.Line}:{problem.Column}: {problem.Path}: {problem.Message}");

        var stacks = comparison.Stacks;
        var findings = Digest.Findings(stacks).Select(entry => (entry.Stacks, Line: Finding(entry)));
        var changes = (hasDetails ? Digest.Details(stacks) : Digest.Changes(stacks)).Select(entry =>
            (entry.Stacks, Line: Change(entry))
        );
        // Groups come in the order of their first line, so that the worst are first.
        foreach (var section in findings.Concat(changes).GroupBy(pair => string.Join('\n', pair.Stacks)))
        {
            var names = section.First().Stacks;
            Line("");
            Line($"{(names.Count == 1 ? "stack" : "stacks")} {Text.And(names)}");
            foreach (var (_, line) in section)
                Line(line);
        }
        var told = hasDetails ? 0 : Digest.ToldCount(stacks);
        if (told > 0)
            Line($"The findings tell {Text.Count(told, "change")} of properties; --details lists each.");
        return text.ToString();

        void Line(string line) => text.Append(PlainText.OneLine(line)).Append('\n');
    }

    private static string Finding(FindingEntry entry)
    {
        var severity = entry.Severity.ToString().ToUpperInvariant().PadRight(8);
        var who = entry.Applications.Count == 0 ? "" : $"{Sentence.Few(entry.Applications)}: ";
        var rule = entry.Rule is null ? "" : $" [{entry.Rule}]";
        return $"  {severity}{who}{entry.Message}{rule}";
    }

    private static string Change(ChangeEntry entry)
    {
        var what = entry.What is null ? "" : $": {entry.What}";
        return $"  {entry.Mark} {entry.Kind} {Sentence.Few(entry.Names)}{what}";
    }
}
