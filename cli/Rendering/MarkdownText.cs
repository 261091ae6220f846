using System.Globalization;
using System.Text;
using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Rendering;

/// <summary>
/// Text of a configuration in GitHub's Markdown: it stands in code spans, where it can be neither markup, nor a link, a
/// mention, or a reference, and cannot end the span.
/// </summary>
internal static class MarkdownText
{
    /// <summary>A sentence on one line, its values as code.</summary>
    public static string Of(Sentence sentence) =>
        string.Concat(sentence.Parts.Select(part => part.IsValue ? Code(part.Text) : PlainText.OneLine(part.Text)));

    /// <summary>The text as code on one line, shown to the letter.</summary>
    public static string Code(string text)
    {
        text = PlainText.OneLine(text);
        if (text.Length == 0)
            return "(empty)";
        // A cell ends at a | even in code, and whether a \ before it helps depends on what is before that.
        if (text.Contains('|', StringComparison.Ordinal))
            return Tag(text);
        // The span is fenced by more backticks than stand together in it; a space at both ends is taken off.
        var fence = new string('`', LongestRun(text, '`') + 1);
        var space = text[0] is '`' or ' ' || text[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{space}{text}{space}{fence}";
    }

    /// <summary>The text as code in HTML, where Markdown is not read.</summary>
    public static string Tag(string text) => $"<code>{References(PlainText.OneLine(text))}</code>";

    /// <summary>A table, an empty line before it; nothing where it has no row.</summary>
    /// <param name="head">The headings, which are Markdown.</param>
    /// <param name="rows">The cells, each of several lines.</param>
    public static string Table(string[] head, IEnumerable<IEnumerable<Sentence>[]> rows)
    {
        var lines = rows.Select(row =>
                $"| {string.Join(" | ", row.Select(cell => string.Join("<br>", cell.Select(Of))))} |\n"
            )
            .ToList();
        return lines.Count == 0
            ? ""
            : $"\n| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}\n{string.Concat(lines)}";
    }

    /// <summary>A part that is folded, an empty line before it.</summary>
    /// <param name="summary">What is seen of it, which is Markdown.</param>
    /// <param name="content">Markdown.</param>
    public static string Folded(string summary, string content) =>
        $"\n<details><summary>{summary}</summary>\n\n{content.Trim('\n')}\n\n</details>\n";

    /// <summary>A severity that is seen from afar.</summary>
    public static string Badge(Severity severity) =>
        severity switch
        {
            Severity.Danger => "🔴 **danger**",
            Severity.Caution => "🟠 **caution**",
            _ => "🔵 note",
        };

    private static int LongestRun(string text, char character)
    {
        var (longest, run) = (0, 0);
        foreach (var other in text)
        {
            run = other == character ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    // Character references are resolved after all that GitHub makes of text.
    private static string References(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(rune =>
                    Rune.IsLetterOrDigit(rune) || rune.Value == ' '
                        ? rune.ToString()
                        : string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};")
                )
        );
}
