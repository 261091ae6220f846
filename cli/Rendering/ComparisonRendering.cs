using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Review;

namespace OktaSpa.Cli.Rendering;

/// <summary>A comparison for people, for programs, and as the comment of a pull request.</summary>
internal static class ComparisonRendering
{
    /// <summary>GitHub takes 65,536 characters; the rest is for whoever wraps the comment.</summary>
    public const int MaximumComment = 60_000;

    private static readonly JsonSerializerOptions Compact = new(JsonFormat.Options) { WriteIndented = false };

    private const string Nothing = "Nothing changes in what the stacks declare.";
    private const string Disclaimer = "This compares what is declared, not what is in Okta.";

    /// <summary>
    /// <c>{"summary":…,"findings":[…],"stacks":[…]}</c>, with <c>problems</c> where stacks could not be compared.
    /// </summary>
    public static string Json(Comparison comparison)
    {
        var summary = Count(comparison);
        return (
                comparison.Problems.Count == 0
                    ? JsonSerializer.Serialize(
                        new
                        {
                            Summary = summary,
                            comparison.Findings,
                            comparison.Stacks,
                        },
                        JsonFormat.Options
                    )
                    : JsonSerializer.Serialize(
                        new
                        {
                            Summary = summary,
                            comparison.Findings,
                            comparison.Stacks,
                            comparison.Problems,
                        },
                        JsonFormat.Options
                    )
            ) + "\n";
    }

    /// <summary>Plain lines.</summary>
    public static string Text(Comparison comparison)
    {
        var text = new StringBuilder();
        Line(Summary(comparison));
        foreach (var problem in comparison.Problems)
            Line($"{problem.File}:{problem.Line}:{problem.Column}: {problem.Path}: {problem.Message}");
        foreach (var stack in comparison.Stacks)
        {
            Line("");
            Line($"stack {stack.Stack}");
            foreach (var finding in stack.Findings)
            {
                var severity = finding.Severity.ToString().ToUpperInvariant().PadRight(8);
                Line($"  {severity}{(finding.Application is null ? "" : $"{finding.Application}: ")}{finding.Message}");
            }
            foreach (var change in stack.Changed)
            {
                Line($"  ~ {change.Resource}");
                foreach (var property in change.Properties)
                    Line($"      {Describe(property)}");
            }
            foreach (var key in stack.Added)
                Line($"  + {key}");
            foreach (var key in stack.Removed)
                Line($"  - {key}");
            foreach (var output in stack.Outputs)
                Line($"  output {Describe(output)}");
        }
        return text.ToString();

        void Line(string line) => text.Append(PlainText.OneLine(line)).Append('\n');
    }

    /// <summary>
    /// A pull request's comment: summary, findings, a table per stack, details folded, a picture per stack; 60,000
    /// characters at most, cut at the end of a section.
    /// </summary>
    public static string Markdown(Comparison comparison)
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
        yield return $"### {MarkdownText.Escape(Summary(comparison))}\n";
        if (comparison.Problems.Count > 0)
        {
            yield return MarkdownText.Table(
                ["Where", "What is wrong", "Remedy"],
                comparison.Problems.Select(problem =>
                    new[]
                    {
                        $"{problem.File}:{problem.Line}:{problem.Column} {problem.Path}",
                        problem.Message,
                        problem.Remedy,
                    }
                )
            );
        }
        // A long list of findings is cut between two of them.
        foreach (var finding in comparison.Findings.Select((finding, index) => (finding, index)))
            yield return $"{(finding.index == 0 ? "\n" : "")}- {MarkdownText.Badge(finding.finding.Severity)} **{MarkdownText.Escape(finding.finding.Stack)}**{(finding.finding.Application is { } application ? $" · {MarkdownText.Escape(application)}" : "")}: {MarkdownText.Escape(finding.finding.Message)}\n";
        foreach (var stack in comparison.Stacks)
        {
            yield return $"\n#### Stack {MarkdownText.Escape(stack.Stack)}\n"
                + MarkdownText.Table(["", "Resource", "What"], Rows(stack));
            if (stack.Changed.Count + stack.Outputs.Count > 0)
                yield return Details(stack);
        }
        // Last, since a big one may be cut, and all that follows it.
        foreach (var stack in comparison.Stacks)
        {
            if (Picture(comparison.After.FirstOrDefault(graph => graph.Stack == stack.Stack), stack) is { } picture)
                yield return picture;
        }
        yield return $"\n<sub>{MarkdownText.Escape(Disclaimer)}</sub>\n";
    }

    private static IEnumerable<string[]> Rows(StackComparison stack) =>
        [
            .. stack.Added.Select(key => new[] { "➕", key, "new" }),
            .. stack.Removed.Select(key => new[] { "➖", key, "gone" }),
            .. stack.Changed.Select(change =>
                new[]
                {
                    "✏️",
                    change.Resource,
                    string.Join(", ", change.Properties.Select(property => property.Property)),
                }
            ),
        ];

    private static string Details(StackComparison stack)
    {
        var lines = stack
            .Changed.SelectMany(change =>
                change.Properties.Select(property =>
                    $"- {MarkdownText.Escape($"{change.Resource} {Describe(property)}")}\n"
                )
            )
            .Concat(stack.Outputs.Select(output => $"- {MarkdownText.Escape($"output {Describe(output)}")}\n"));
        return $"\n<details><summary>Every property that changes</summary>\n\n{string.Concat(lines)}\n</details>\n";
    }

    /// <summary>The picture of a stack with nothing but the applications that change.</summary>
    private static string? Picture(StackGraph? after, StackComparison stack)
    {
        var changed = ApplicationView
            .Of(after)
            .Values.Where(application => stack.Applications.Contains(application.Name))
            .ToList();
        return changed.Count == 0
            ? null
            : MermaidRendering.Markdown(
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
                                changed.Any(application =>
                                    application.RedirectUris.Any(uri =>
                                        uri.StartsWith(origin, StringComparison.Ordinal)
                                    )
                                )
                            ),
                        ],
                    },
                }
            );
    }

    private static string Summary(Comparison comparison)
    {
        var problems =
            comparison.Problems.Count == 0
                ? ""
                : $"{OktaSpa.Problems.Text.Count(comparison.Problems.Count, "problem")} in stack files, which are not compared. ";
        if (comparison.Stacks.Count == 0)
            return problems.Length == 0 ? Nothing : problems.Trim();
        var counts = Count(comparison);
        var findings = new[] { (counts.Danger, "danger"), (counts.Caution, "caution"), (counts.Note, "note") }
            .Where(pair => pair.Item1 > 0)
            .Select(pair => OktaSpa.Problems.Text.Count(pair.Item1, pair.Item2))
            .ToList();
        return $"{problems}{(findings.Count == 0 ? "No finding" : OktaSpa.Problems.Text.And(findings))} in {OktaSpa.Problems.Text.Count(comparison.Stacks.Count, "stack")}: {counts.Added} added, {counts.Changed} changed, {counts.Removed} removed.";
    }

    private static ComparisonCounts Count(Comparison comparison) =>
        new(
            comparison.Findings.Count(finding => finding.Severity == Severity.Danger),
            comparison.Findings.Count(finding => finding.Severity == Severity.Caution),
            comparison.Findings.Count(finding => finding.Severity == Severity.Note),
            comparison.Stacks.Sum(stack => stack.Added.Count),
            comparison.Stacks.Sum(stack => stack.Changed.Count),
            comparison.Stacks.Sum(stack => stack.Removed.Count)
        );

    private static string Describe(PropertyChange change) =>
        (change.Before, change.After) switch
        {
            (JsonArray gone, JsonArray come) =>
                $"{change.Property}: {string.Join(' ', gone.Select(item => $"−{Show(item)}").Concat(come.Select(item => $"+{Show(item)}")))}",
            _ => $"{change.Property}: {Show(change.Before)} → {Show(change.After)}",
        };

    private static string Show(JsonNode? value) =>
        value switch
        {
            null => "(not set)",
            JsonObject map when map["id"] is { } id => id.ToString(),
            JsonValue => value.ToString(),
            JsonArray list => string.Join(' ', list.Select(Show)),
            _ => value.ToJsonString(Compact),
        };
}

/// <summary>How much a change does.</summary>
internal sealed record ComparisonCounts(int Danger, int Caution, int Note, int Added, int Changed, int Removed);
