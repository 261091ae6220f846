using System.Text;

namespace OktaSpa.Cli.Rendering;

/// <summary>Text of a configuration in GitHub's Markdown, where it can be neither markup, nor a mention, nor a reference.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+-.!|~&@$:\"'=^";

    /// <summary>The text on one line, shown to the letter.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            // Character references are resolved after all that GitHub makes of text: links, mentions, references, emoji.
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format)
                escaped.Append('\uFFFD');
            else if (rune.IsAscii && Special.Contains((char)rune.Value, StringComparison.Ordinal))
                escaped.Append("&#").Append(rune.Value).Append(';');
            else
                escaped.Append(rune);
        }
        return escaped.ToString();
    }
}
