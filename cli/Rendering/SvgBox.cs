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

    private readonly List<(string Style, string Text)> lines =
    [
        .. text.SelectMany(line =>
            SvgText.Wrap(line.Text, line.Style, width - 2 * Padding).Select(part => (line.Style, part))
        ),
    ];

    public double Left => left;

    public double Right => left + width;

    /// <summary>Set by whoever places it.</summary>
    public double Top { get; set; }

    public double Height => 2 * Padding + lines.Count * SvgText.LineHeight;

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
                                ("y", Padding + 13 + index * SvgText.LineHeight)
                            )
                            .With(line.Text)
                )
            );
}
