using System.Text;
using System.Xml;
using System.Xml.Linq;
using OktaSpa.Cli.Graph;
using static OktaSpa.Cli.Rendering.SvgElement;

namespace OktaSpa.Cli.Rendering;

/// <summary>
/// The access picture as one SVG file that needs nothing else, light and dark, told in words to those who hear it. A
/// small stack is three columns with edges between them; of a large one each application is a row.
/// </summary>
internal static class SvgRendering
{
    // All in pixels: three columns, and between them room for edges.
    private const double Width = 1000;
    private const double Margin = 24;
    private const double Gap = 14;
    private const double RowGap = 8;
    private const double Heading = 62;
    private const int Hues = 6;
    private const int Dashes = 3;
    private static readonly (double Left, double Width) Who = (Margin, 210);
    private static readonly (double Left, double Width) Applications = (342, 250);
    private static readonly (double Left, double Width) Places = (700, Width - Margin - 700);

    /// <summary>One picture of stacks, one below the other; it ends in a line break.</summary>
    public static string Render(IEnumerable<StackGraph> stacks)
    {
        var pictures = stacks.Select(AccessPicture.Of).ToList();
        var drawn = new List<XElement>();
        var bottom = Margin;
        foreach (var picture in pictures)
            bottom = Draw(drawn, picture, bottom) + Margin;
        foreach (var line in Legend(pictures))
        {
            drawn.Add(Text("muted", bottom, line));
            bottom += Margin;
        }
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
            .With(New("style").With(SvgStyle.Css))
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

    private static IEnumerable<string> Legend(IReadOnlyCollection<AccessPicture> pictures)
    {
        const string trusted = "A trusted origin may call Okta with a visitor’s session.";
        yield return pictures.All(picture => picture.IsLarge)
            ? trusted
            : $"{trusted} A dashed line: trusted only, no codes are sent there.";
        if (pictures.Any(picture => picture.IsLarge))
            yield return "A square before an address: a trusted origin. A circle: an address only. A diamond: any host that matches.";
    }

    /// <summary>Draws a stack from a height on.</summary>
    /// <returns>The height where it ends.</returns>
    private static double Draw(List<XElement> drawn, AccessPicture picture, double top)
    {
        top += Heading;
        drawn.Add(Text("stack", top - Heading + 10, $"stack {picture.Stack}"));
        if (picture.Organization is { } organization)
            drawn.Add(Text("muted", top - Heading + 10, organization, Applications.Left));
        return picture.IsLarge ? DrawRows(drawn, picture, top) : DrawColumns(drawn, picture, top);
    }

    private static double DrawRows(List<XElement> drawn, AccessPicture picture, double top)
    {
        drawn.Add(Text("muted", top - 12, "Application", Margin + SvgCard.Name.Left));
        drawn.Add(Text("muted", top - 12, "Who may use it", Margin + SvgCard.Who.Left));
        drawn.Add(Text("muted", top - 12, "Where it runs", Margin + SvgCard.Places.Left));
        // A chip has its name in it. Its color and, where the colors are used up, its dashes help to find it again.
        var looks = picture
            .Who.Index()
            .ToDictionary(pair => pair.Item, pair => $"hue-{pair.Index % Hues} dash-{pair.Index / Hues % Dashes}");
        foreach (var application in picture.Applications)
        {
            var card = new SvgCard(application, Margin, Width - 2 * Margin, looks);
            drawn.Add(card.Draw(top));
            top += card.Height + RowGap;
        }
        foreach (var place in picture.Elsewhere)
        {
            var box = BoxOf(place);
            box.Top = top;
            drawn.Add(box.Draw());
            top += box.Height + RowGap;
        }
        return top;
    }

    private static double DrawColumns(List<XElement> drawn, AccessPicture picture, double top)
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

        var height = Math.Max(rows.Sum(row => row.Height), HeightOf(who.Values));
        Spread([.. who.Values], top, height);
        var (at, more) = (top, (height - rows.Sum(row => row.Height)) / Math.Max(rows.Count, 1));
        foreach (var row in rows)
        {
            Spread(row.Applications, at, row.Height + more);
            Spread(row.Places, at + more / 2, row.Height);
            at += row.Height + more;
        }

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
        Box(Applications, $"application {application.Severity}".TrimEnd(), application.Description, application.Texts);

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
