using System.Text;
using System.Xml;
using System.Xml.Linq;
using OktaSpa.Cli.Graph;
using static OktaSpa.Cli.Rendering.SvgElement;

namespace OktaSpa.Cli.Rendering;

/// <summary>
/// The access picture as one SVG file that needs nothing else: three columns a stack, light and dark, told in words to
/// those who hear it.
/// </summary>
internal static class SvgRendering
{
    // All in pixels: three columns, and between them room for edges.
    private const double Width = 1000;
    private const double Margin = 24;
    private const double Gap = 14;
    private const double Heading = 62;
    private const int Hues = 6;
    private static readonly (double Left, double Width) Who = (Margin, 210);
    private static readonly (double Left, double Width) Applications = (342, 250);
    private static readonly (double Left, double Width) Places = (700, Width - Margin - 700);

    // No variables, which not every viewer knows; every rule below the class, since a page may take the picture in.
    private const string Style = """

        .okta-spa { max-width: 100%; height: auto; font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
        .okta-spa text { fill: #1f2328; stroke: none; }
        .okta-spa .paper { fill: #ffffff; stroke: none; }
        .okta-spa .stack { font-size: 17px; font-weight: 600; }
        .okta-spa .label { font-size: 14px; font-weight: 600; }
        .okta-spa .origin { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
        .okta-spa .muted { font-size: 12px; font-weight: 400; fill: #59636e; }
        .okta-spa rect { stroke-width: 1.5; }
        .okta-spa .who rect { fill: #ddf4ff; }
        .okta-spa .everyone rect { stroke-width: 3; }
        .okta-spa .application rect { fill: #f6f8fa; stroke: #818b98; }
        .okta-spa .place rect { fill: #ffffff; stroke: #818b98; }
        .okta-spa .trusted rect { fill: #dafbe1; stroke: #4ac26b; }
        .okta-spa .caution rect { stroke: #bf8700; stroke-width: 3; }
        .okta-spa .danger rect { stroke: #cf222e; stroke-width: 3; }
        .okta-spa .caution .risk { font-weight: 600; fill: #7d4e00; }
        .okta-spa .danger .risk { font-weight: 600; fill: #cf222e; }
        .okta-spa .edge { fill: none; stroke: #818b98; stroke-width: 1.5; }
        .okta-spa .less { stroke-dasharray: 5 4; }
        .okta-spa .edge:hover { stroke: #0969da; stroke-width: 3; }
        .okta-spa .arrow { fill: #818b98; }
        @media (prefers-color-scheme: dark) {
          .okta-spa text { fill: #f0f6fc; }
          .okta-spa .paper { fill: #0d1117; }
          .okta-spa .muted { fill: #9198a1; }
          .okta-spa .who rect { fill: #0c2d4d; }
          .okta-spa .application rect { fill: #151b23; stroke: #656c76; }
          .okta-spa .place rect { fill: #0d1117; stroke: #656c76; }
          .okta-spa .trusted rect { fill: #0f2d1a; stroke: #2ea043; }
          .okta-spa .caution rect { stroke: #d29922; }
          .okta-spa .danger rect { stroke: #f85149; }
          .okta-spa .caution .risk { fill: #d29922; }
          .okta-spa .danger .risk { fill: #ff7b72; }
          .okta-spa .edge { stroke: #656c76; }
          .okta-spa .edge:hover { stroke: #58a6ff; }
          .okta-spa .arrow { fill: #656c76; }
        }
        .okta-spa .hue-0, .okta-spa .hue-0 rect { stroke: #3b82f6; }
        .okta-spa .hue-1, .okta-spa .hue-1 rect { stroke: #c2571a; }
        .okta-spa .hue-2, .okta-spa .hue-2 rect { stroke: #1a8f8f; }
        .okta-spa .hue-3, .okta-spa .hue-3 rect { stroke: #a371f7; }
        .okta-spa .hue-4, .okta-spa .hue-4 rect { stroke: #d6479b; }
        .okta-spa .hue-5, .okta-spa .hue-5 rect { stroke: #7d8a1a; }

        """;

    /// <summary>One picture of stacks, one below the other; it ends in a line break.</summary>
    public static string Render(IEnumerable<StackGraph> stacks)
    {
        var pictures = stacks.Select(AccessPicture.Of).ToList();
        var drawn = new List<XElement>();
        var bottom = Margin;
        foreach (var picture in pictures)
            bottom = Draw(drawn, picture, bottom) + Margin;
        drawn.Add(
            Text(
                "muted",
                bottom,
                "A trusted origin may call Okta with a visitor’s session. A dashed line: trusted only, no codes are sent there."
            )
        );
        bottom += Margin;
        var svg = New(
                "svg",
                ("class", "okta-spa"),
                ("role", "img"),
                ("aria-labelledby", "okta-spa-title okta-spa-desc"),
                ("width", Width),
                ("height", bottom),
                ("viewBox", $"0 0 {Pixels(Width)} {Pixels(bottom)}")
            )
            .With(New("title", ("id", "okta-spa-title")).With("Who may use which application, and where it runs"))
            .With(
                New("desc", ("id", "okta-spa-desc"))
                    .With(PlainText.OneLine(string.Join(' ', pictures.SelectMany(picture => picture.Sentences))))
            )
            .With(New("style").With(Style))
            .With(New("rect", ("class", "paper"), ("width", Width), ("height", bottom)))
            .With(drawn);
        var text = new StringBuilder();
        using (
            var writer = XmlWriter.Create(
                text,
                new()
                {
                    Indent = true,
                    NewLineChars = "\n",
                    OmitXmlDeclaration = true,
                }
            )
        )
            svg.Save(writer);
        return text.Append('\n').ToString();
    }

    /// <summary>Draws a stack from a height on.</summary>
    /// <returns>The height where it ends.</returns>
    private static double Draw(List<XElement> drawn, AccessPicture picture, double top)
    {
        // Where many edges meet, their color tells whose they are.
        var hues = picture.Who.Index().ToDictionary(pair => pair.Item, pair => $"hue-{pair.Index % Hues}");
        var who = picture.Who.ToDictionary(
            name => name,
            name =>
                Box(
                    Who,
                    $"who {hues[name]}{(name.IsEveryone ? " everyone" : "")}",
                    name.ToString(),
                    [("", name.ToString())]
                )
        );
        var applications = picture.Applications.ToDictionary(application => application, BoxOf);
        var places = picture.Places.ToDictionary(place => place, BoxOf);

        // An application stands beside those of its places that none above it has; what no application is known of
        // comes last.
        var free = places.Keys.ToHashSet();
        var rows = picture
            .Applications.Select(application => new Row(
                [applications[application]],
                [.. application.Places.Where(free.Remove).Select(place => places[place])]
            ))
            .ToList();
        if (free.Count > 0)
            rows.Add(new([], [.. picture.Places.Where(free.Contains).Select(place => places[place])]));

        top += Heading;
        var height = Math.Max(rows.Sum(row => row.Height), HeightOf(who.Values));
        Spread([.. who.Values], top, height);
        var (at, more) = (top, (height - rows.Sum(row => row.Height)) / Math.Max(rows.Count, 1));
        foreach (var row in rows)
        {
            Spread(row.Applications, at, row.Height + more);
            Spread(row.Places, at + more / 2, row.Height);
            at += row.Height + more;
        }

        drawn.Add(Text("stack", top - Heading + 10, $"stack {picture.Stack}"));
        if (picture.Organization is { } organization)
            drawn.Add(Text("muted", top - Heading + 10, organization, Applications.Left));
        drawn.Add(Text("muted", top - 12, "Who may use it", Who.Left));
        drawn.Add(Text("muted", top - 12, "Application", Applications.Left));
        drawn.Add(Text("muted", top - 12, "Where it runs", Places.Left));
        var reached = new HashSet<SvgBox>();
        foreach (var (application, box) in applications)
        {
            foreach (var name in application.View.Access)
                Edge(who[name], box, $"edge {hues[name]}");
            foreach (var place in application.Places)
                Edge(box, places[place], application.Codes.Contains(place.Origin) ? "edge" : "edge less");
        }
        drawn.AddRange(who.Values.Concat(applications.Values).Concat(places.Values).Select(box => box.Draw()));
        return top + height;

        void Edge(SvgBox from, SvgBox to, string style)
        {
            var (end, middle) = (to.Left - 7, (from.Right + to.Left) / 2);
            drawn.Add(
                New(
                    "path",
                    ("class", style),
                    (
                        "d",
                        $"M{Pixels(from.Right)} {Pixels(from.Middle)}C{Pixels(middle)} {Pixels(from.Middle)} {Pixels(middle)} {Pixels(to.Middle)} {Pixels(end)} {Pixels(to.Middle)}"
                    )
                )
            );
            if (reached.Add(to))
                drawn.Add(New("path", ("class", "arrow"), ("d", $"M{Pixels(to.Left)} {Pixels(to.Middle)}l-9 -4.5v9z")));
        }
    }

    private static SvgBox BoxOf(PictureApplication application) =>
        Box(
            Applications,
            $"application {application.Severity}".TrimEnd(),
            application.Description,
            [
                ("label", application.View.Label),
                ("muted", application.View.Name),
                .. application.View.Protect
                    ? [("muted", PictureApplication.Protected)]
                    : Array.Empty<(string, string)>(),
                .. application.RiskNames.Select(risks => ("muted risk", risks)),
            ]
        );

    private static SvgBox BoxOf(PicturePlace place) =>
        Box(
            Places,
            place.IsWildcard ? "place caution"
                : place.IsTrusted ? "place trusted"
                : "place",
            place.ToString(),
            [
                ("origin", place.Origin),
                .. place.Mark is { } mark
                    ? [(place.IsWildcard ? "muted risk" : "muted", mark)]
                    : Array.Empty<(string, string)>(),
            ]
        );

    private static SvgBox Box(
        (double Left, double Width) column,
        string style,
        string title,
        IEnumerable<(string, string)> text
    ) => new(column.Left, column.Width, style, title, text);

    private static XElement Text(string style, double y, string text, double x = Margin) =>
        New("text", ("class", style), ("x", x), ("y", y)).With(PlainText.OneLine(text));

    private static double HeightOf(IEnumerable<SvgBox> boxes) => boxes.Sum(box => box.Height + Gap);

    /// <summary>Places boxes one below the other, the same room between them.</summary>
    private static void Spread(IReadOnlyCollection<SvgBox> boxes, double top, double height)
    {
        var gap = (height - boxes.Sum(box => box.Height)) / Math.Max(boxes.Count, 1);
        foreach (var box in boxes)
        {
            box.Top = top + gap / 2;
            top += box.Height + gap;
        }
    }

    /// <summary>What stands beside each other: an application or none, and places.</summary>
    private sealed record Row(IReadOnlyList<SvgBox> Applications, IReadOnlyList<SvgBox> Places)
    {
        public double Height { get; } = Math.Max(HeightOf(Applications), HeightOf(Places));
    }
}
