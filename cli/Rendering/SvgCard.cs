using System.Xml.Linq;
using OktaSpa.Cli.Graph;
using static OktaSpa.Cli.Rendering.SvgElement;

namespace OktaSpa.Cli.Rendering;

/// <summary>
/// An application of a large picture: a box as wide as the picture, with who may use it and where it runs inside, so
/// that there is no edge to follow.
/// </summary>
internal sealed class SvgCard
{
    /// <summary>Where the three parts of a card begin, and how wide they are, in pixels from its left.</summary>
    public static readonly (double Left, double Width) Name = (12, 250);

    /// <inheritdoc cref="Name"/>
    public static readonly (double Left, double Width) Who = (278, 300);

    /// <inheritdoc cref="Name"/>
    public static readonly (double Left, double Width) Places = (598, 340);

    private const double Padding = 10;
    private const double ChipPadding = 8;
    private const double ChipGap = 6;
    private const double Marker = 16;

    private readonly PictureApplication application;
    private readonly double left;
    private readonly double width;
    private readonly List<XElement> drawn = [];

    /// <param name="application">The application.</param>
    /// <param name="left">Where the card begins, in pixels.</param>
    /// <param name="width">How wide it is.</param>
    /// <param name="hues">The color of each who.</param>
    public SvgCard(PictureApplication application, double left, double width, IReadOnlyDictionary<Grantee, string> hues)
    {
        this.application = application;
        this.left = left;
        this.width = width;
        Height = 2 * Padding + new[] { AddName(), AddChips(hues), AddPlaces() }.Max();
    }

    public double Height { get; }

    /// <summary>The card as an image within the image.</summary>
    public XElement Draw(double top) =>
        New(
                "svg",
                ("class", $"application {application.Severity}".TrimEnd()),
                ("x", left),
                ("y", top),
                ("width", width),
                ("height", Height)
            )
            .With(New("title").With(PlainText.OneLine(application.Description)))
            .With(New("rect", ("x", 1.5), ("y", 1.5), ("width", width - 3), ("height", Height - 3), ("rx", 6)))
            .With(drawn);

    private double AddName()
    {
        var lines = application.Texts.SelectMany(text =>
            SvgText.Wrap(text.Text, text.Style, Name.Width).Select(line => (text.Style, line))
        );
        return AddLines(lines, Name.Left, 0);
    }

    private double AddChips(IReadOnlyDictionary<Grantee, string> hues)
    {
        var (x, y, bottom) = (0.0, 0.0, 0.0);
        foreach (var who in application.View.Access.Distinct())
        {
            var lines = SvgText.Wrap(who.ToString(), "", Who.Width - 2 * ChipPadding).ToList();
            var chip = (
                Width: Math.Ceiling(lines.Max(line => SvgText.WidthOf(line, ""))) + 2 * ChipPadding,
                Height: lines.Count * SvgText.LineHeight + ChipPadding
            );
            if (x > 0 && x + chip.Width > Who.Width)
                (x, y) = (0, bottom + ChipGap);
            drawn.Add(
                New(
                        "svg",
                        ("class", $"who {hues[who]}{(who.IsEveryone ? " everyone" : "")}"),
                        ("x", Who.Left + x),
                        ("y", Padding + y),
                        ("width", chip.Width),
                        ("height", chip.Height)
                    )
                    .With(
                        New(
                            "rect",
                            ("x", 1.5),
                            ("y", 1.5),
                            ("width", chip.Width - 3),
                            ("height", chip.Height - 3),
                            ("rx", 10)
                        )
                    )
                    .With(
                        lines.Select(
                            (line, index) =>
                                New("text", ("x", ChipPadding), ("y", 17 + index * SvgText.LineHeight)).With(line)
                        )
                    )
            );
            x += chip.Width + ChipGap;
            bottom = Math.Max(bottom, y + chip.Height);
        }
        return bottom;
    }

    private double AddPlaces()
    {
        var bottom = 0.0;
        foreach (var place in application.Places)
        {
            var (style, shape) = place switch
            {
                { IsWildcard: true } => ("mark any", "m0 -5l5 5l-5 5l-5 -5z"),
                { IsTrusted: true } => ("mark trust", "m-4 -4h8v8h-8z"),
                _ => ("mark", "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
            };
            drawn.Add(
                New(
                    "path",
                    ("class", style),
                    ("d", $"M{Pixels(Places.Left + 5)} {Pixels(Padding + bottom + 9)}{shape}")
                )
            );
            bottom = AddPlace(place, bottom);
        }
        return bottom;
    }

    // What a place is stands beside its address where there is room, else below.
    private double AddPlace(PicturePlace place, double top)
    {
        var (x, room) = (Places.Left + Marker, Places.Width - Marker);
        var lines = SvgText.Wrap(place.Origin, "origin", room).ToList();
        var bottom = AddLines(lines.Select(line => ("origin", line)), x, top);
        if (application.MarkOf(place) is not { } mark)
            return bottom;
        var style = place.IsWildcard ? "muted risk" : "muted";
        var end = SvgText.WidthOf(lines[^1], "origin") + ChipGap;
        if (end + SvgText.WidthOf(mark, style) > room)
            return AddLines(SvgText.Wrap(mark, style, room).Select(line => (style, line)), x, bottom);
        AddLines([(style, PlainText.OneLine(mark))], x + end, bottom - SvgText.LineHeight);
        return bottom;
    }

    private double AddLines(IEnumerable<(string Style, string Text)> lines, double x, double top)
    {
        foreach (var (style, text) in lines)
        {
            drawn.Add(New("text", ("class", style), ("x", x), ("y", Padding + top + 13)).With(text));
            top += SvgText.LineHeight;
        }
        return top;
    }
}
