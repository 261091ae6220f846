using System.Text;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Review;

namespace OktaSpa.Cli.Rendering;

/// <summary>A comparison as the comment of a pull request.</summary>
internal static class ComparisonMarkdown
{
    /// <summary>GitHub takes 65,536 characters; the rest is for whoever wraps the comment.</summary>
    public const int MaximumComment = 60_000;

    /// <summary>
    /// Summary, findings, a table of what changes, every property folded, a picture per stack; 60,000 characters at
    /// most, cut at the end of a section.
    /// </summary>
    public static string Render(Comparison comparison)
    {
        var sections = Sections(comparison).ToList();
        var comment = new StringBuilder();
        var left = MaximumComment - 200;
        for (var index = 0; index < sections.Count; index++)
        {
            if (sections[index].Length > left)
            {
                comment
                    .Append("\n> ")
                    .Append(sections.Count - index)
                    .Append(
                        " more findings and sections are cut, since a comment holds no more. `okta-spa diff --base-ref` shows all of it.\n"
                    );
                break;
            }
            comment.Append(sections[index]);
            left -= sections[index].Length;
        }
        return comment.ToString();
    }

    private static IEnumerable<string> Sections(Comparison comparison)
    {
        yield return $"### {ComparisonSummary.Sentence(comparison)}\n";
        if (comparison.Problems.Count > 0)
            yield return MarkdownRendering.Problems(
                comparison.Problems.Select(problem =>
                    ($"{problem.File}:{problem.Line}:{problem.Column}", problem.Path, problem.Message, problem.Remedy)
                )
            );
        // A long list of findings is cut between two of them.
        foreach (var (index, entry) in Digest.Findings(comparison.Stacks).Index())
            yield return $"{(index == 0 ? "\n" : "")}- {Finding(entry)}\n";
        foreach (var changes in Digest.Overview(comparison.Stacks).GroupBy(entry => string.Join('\n', entry.Stacks)))
        {
            var stacks = changes.First().Stacks;
            yield return $"\n#### {(stacks.Count == 1 ? "Stack" : "Stacks")} {MarkdownText.Of($"{stacks}")}\n"
                + MarkdownText.Table(["", "Resource", "Name", "What"], changes.Select(Row));
        }
        foreach (
            var details in Digest
                .Details(comparison.Stacks)
                .Where(entry => entry.What is not null)
                .GroupBy(entry => entry.Stacks[0], StringComparer.Ordinal)
        )
            yield return MarkdownText.Folded(
                $"Every property that changes in stack {MarkdownText.Tag(details.Key)}",
                string.Concat(details.Select(Detail))
            );
        // Last, since a big one may be cut, and all that follows it.
        foreach (var stack in comparison.Stacks)
        {
            if (Picture(comparison.After.FirstOrDefault(graph => graph.Stack == stack.Stack), stack) is { } picture)
                yield return picture;
        }
        yield return "\n<sub>This compares what is declared, not what is in Okta.</sub>\n";
    }

    private static string Finding(FindingEntry entry)
    {
        var applications =
            entry.Applications.Count == 0 ? "" : $" · {MarkdownText.Of(Sentence.Few(entry.Applications))}";
        var rule = entry.Rule is null ? "" : $" {MarkdownText.Code(entry.Rule)}";
        return $"{MarkdownText.Badge(entry.Severity)} {MarkdownText.Of($"{entry.Stacks}")}{applications}: {MarkdownText.Of(entry.Message)}{rule}";
    }

    private static IEnumerable<Sentence>[] Row(ChangeEntry entry) =>
        [
            [
                entry.Mark switch
                {
                    "+" => Sentence.Of($"➕"),
                    "-" => Sentence.Of($"➖"),
                    _ => Sentence.Of($"✏️"),
                },
            ],
            [Sentence.Of($"{entry.Kind}")],
            [Sentence.Few(entry.Names)],
            [
                entry.What
                    ?? entry.Mark switch
                    {
                        "+" => Sentence.Of($"new"),
                        _ => Sentence.Of($"gone"),
                    },
            ],
        ];

    private static string Detail(ChangeEntry entry) =>
        $"- {MarkdownText.Of($"{entry.Kind} {entry.Names} {entry.What!}")}\n";

    /// <summary>The picture of a stack with nothing but the applications that change.</summary>
    private static string? Picture(StackGraph? after, StackComparison stack)
    {
        var changed = ApplicationView
            .Of(after)
            .Values.Where(application => stack.Applications.Contains(application.Name))
            .ToList();
        if (changed.Count == 0)
            return null;
        var uris = changed.SelectMany(application => application.RedirectUris).ToList();
        return MermaidRendering.Markdown(
            after! with
            {
                Resources =
                [
                    .. after.Resources.Where(resource => resource.Applications.Any(stack.Applications.Contains)),
                ],
                Lookups = after.Lookups with
                {
                    TrustedOrigins =
                    [
                        .. after.Lookups.TrustedOrigins.Where(origin =>
                            uris.Any(uri => uri.StartsWith(origin, StringComparison.Ordinal))
                        ),
                    ],
                },
            }
        );
    }
}
