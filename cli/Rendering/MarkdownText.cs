using System.Globalization;
using System.Text;

namespace OktaSpa.Cli.Rendering;

/// <summary>
/// Text of a configuration in GitHub's Markdown, where it can be neither markup, nor a mention, nor a reference.
/// </summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+-.!|~&@$:\"'=^";

    /// <summary>The text on one line, shown to the letter.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in PlainText.OneLine(text).EnumerateRunes())
        {
            // Character references are resolved after all that GitHub makes of text: links, mentions, references,
            // emoji.
            if (rune.IsAscii && Special.Contains((char)rune.Value, StringComparison.Ordinal))
                escaped.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
            else
                escaped.Append(rune);
        }
        return escaped.ToString();
    }

    /// <summary>A table, an empty line before it; nothing where it has no row.</summary>
    /// <param name="head">The headings, which are Markdown.</param>
    /// <param name="rows">The cells, which are text; a cell of several lines keeps them.</param>
    public static string Table(string[] head, IEnumerable<string[]> rows)
    {
        var lines = rows.Select(row =>
                $"| {string.Join(" | ", row.Select(cell => string.Join("<br>", cell.Split('\n').Select(Escape))))} |\n"
            )
            .ToList();
        return lines.Count == 0
            ? ""
            : $"\n| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}\n{string.Concat(lines)}";
    }

    /// <summary>A severity that is seen from afar.</summary>
    public static string Badge(Severity severity) =>
        severity switch
        {
            Severity.Danger => "🔴 **danger**",
            Severity.Caution => "🟠 **caution**",
            _ => "🔵 note",
        };
}
