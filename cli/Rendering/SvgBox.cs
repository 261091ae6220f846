using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace OktaSpa.Cli.Rendering;

/// <summary>A box of a picture with text in it, every line wrapped, nothing cut.</summary>
/// <param name="left">In pixels, as all that follows.</param>
/// <param name="width">Of the box.</param>
/// <param name="style">Its class.</param>
/// <param name="title">What is shown to a pointer that rests on it.</param>
/// <param name="text">The lines to wrap, each with its class: <c>label</c>, <c>origin</c>, <c>muted</c>, or none for
/// plain text.</param>
internal sealed class SvgBox(
    double left,
    double width,
    string style,
    string title,
    IEnumerable<(string Style, string Text)> text
)
{
    private const double Padding = 10;
    private const double LineHeight = 17;

    private readonly List<(string Style, string Text)> lines =
    [
        .. text.SelectMany(line => Wrap(line.Text, line.Style, width - 2 * Padding).Select(part => (line.Style, part))),
    ];

    public double Left => left;

    public double Right => left + width;

    /// <summary>Set by whoever places it.</summary>
    public double Top { get; set; }

    public double Height => 2 * Padding + lines.Count * LineHeight;

    public double Middle => Top + Height / 2;

    /// <summary>
    /// The box as an image within the image, which cuts off what a font makes wider than any could be expected to.
    /// </summary>
    public XElement Draw() =>
        SvgElement
            .New("svg", ("class", style), ("x", left), ("y", Top), ("width", width), ("height", Height))
            .With(SvgElement.New("title").With(PlainText.OneLine(title)))
            .With(
                SvgElement.New("rect", ("x", 1.5), ("y", 1.5), ("width", width - 3), ("height", Height - 3), ("rx", 6))
            )
            .With(
                lines.Select(
                    (line, index) =>
                        SvgElement
                            .New(
                                "text",
                                ("class", line.Style),
                                ("x", Padding),
                                ("y", Padding + 13 + index * LineHeight)
                            )
                            .With(line.Text)
                )
            );

    /// <summary>
    /// Breaks after a space or a mark of punctuation where there is one in the line, else anywhere between two
    /// characters.
    /// </summary>
    private static IEnumerable<string> Wrap(string text, string style, double room)
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

    // Nothing measures text here, so this is rather too much, for the widest of the fonts that a viewer may take.
    private static double WidthOf(string text, string style)
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

/// <summary>Elements of an SVG.</summary>
internal static class SvgElement
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>An element; numbers are in pixels, an empty text is no attribute.</summary>
    public static XElement New(string name, params IEnumerable<(string Name, object Value)> attributes) =>
        new(
            Svg + name,
            attributes
                .Where(attribute => attribute.Value is not "")
                .Select(attribute => new XAttribute(
                    attribute.Name,
                    attribute.Value is double number ? Pixels(number) : attribute.Value
                ))
        );

    public static XElement With(this XElement element, params IEnumerable<object> content)
    {
        element.Add(content);
        return element;
    }

    /// <summary>A number of pixels, to the tenth.</summary>
    public static string Pixels(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
