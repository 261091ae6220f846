using System.Text.RegularExpressions;

namespace OktaSpa.Tests.Support;

/// <summary>Markdown as GitHub reads it, as far as tests look.</summary>
internal static partial class Markdown
{
    /// <summary>
    /// The text without code, whose content is nothing but characters: spans, tags, and blocks of Mermaid.
    /// </summary>
    public static string WithoutCode(string markdown) =>
        string.Join('\n', Blocks().Replace(markdown, "").Split('\n').Select(line => Code().Replace(line, "▮")));

    /// <summary>The text with code as what it shows.</summary>
    public static string Shown(string markdown) =>
        System.Net.WebUtility.HtmlDecode(
            string.Join(
                '\n',
                markdown.Split('\n').Select(line => Code().Replace(line, match => match.Groups["text"].Value.Trim()))
            )
        );

    [GeneratedRegex("^```mermaid\n.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    // A span ends at the next run of as many backticks. In a tag there are no characters that Markdown reads.
    [GeneratedRegex(
        "(?<!`)(?<fence>`+)(?!`)(?<text>.+?)(?<!`)\\k<fence>(?!`)|<code>(?<text>([\\p{L}\\p{N} ]|&#[0-9]+;)*)</code>"
    )]
    private static partial Regex Code();
}
