using System.Globalization;
using System.Text;

namespace OktaSpa.Cli.Rendering;

/// <summary>Lines of text in a picture, by their style: <c>label</c>, <c>origin</c>, <c>muted</c>, or none.</summary>
internal static class SvgText
{
    /// <summary>How far a line is from the next one, in pixels.</summary>
    public const double LineHeight = 17;

    /// <summary>
    /// Breaks after a space or a mark of punctuation where there is one in the line, else anywhere between two
    /// characters.
    /// </summary>
    public static IEnumerable<string> Wrap(string text, string style, double room)
    {
        var line = new StringBuilder();
        var (width, breakAt) = (0.0, 0);
        var characters = StringInfo.GetTextElementEnumerator(PlainText.OneLine(text));
        while (characters.MoveNext())
        {
            var character = characters.GetTextElement();
            width += WidthOf(character, style);
            if (width > room && line.Length > 0)
            {
                var end = breakAt > 0 ? breakAt : line.Length;
                yield return line.ToString(0, end);
                line.Remove(0, end);
                (width, breakAt) = (WidthOf(line + character, style), 0);
            }
            line.Append(character);
            if (character is " " or "." or "-" or "/" or "," or "_")
                breakAt = line.Length;
        }
        yield return line.ToString();
    }

    /// <summary>
    /// How wide a text may be, in pixels. Nothing measures text here, so this is rather too much, for the widest of the
    /// fonts that a viewer may take.
    /// </summary>
    public static double WidthOf(string text, string style)
    {
        var (size, isMono) = style switch
        {
            "origin" => (12, true),
            "label" => (15, false),
            "" => (13, false),
            _ => (12, false),
        };
        return size
            * text.EnumerateRunes()
                .Sum(rune =>
                    rune.Value switch
                    {
                        >= 0x1100 => 1.15,
                        >= 0x80 => 0.8,
                        _ when isMono => 0.61,
                        ' ' or '.' or ',' or ':' or 'i' or 'j' or 'l' or '|' or '\'' or '!' => 0.36,
                        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1.02,
                        >= 'A' and <= 'Z' => 0.74,
                        _ => 0.64,
                    }
                );
    }
}
