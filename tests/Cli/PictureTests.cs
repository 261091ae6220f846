using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck.Xunit;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Cli;

[Properties(Arbitrary = [typeof(Generated)], MaxTest = 30)]
public sealed partial class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Elements = ["svg", "title", "desc", "style", "rect", "path", "text"];
    private static readonly string[] Attributes =
    [
        "class",
        "role",
        "aria-labelledby",
        "id",
        "width",
        "height",
        "viewBox",
        "x",
        "y",
        "rx",
        "d",
    ];

    [Fact]
    public async Task Every_application_group_and_origin_of_every_stack_is_drawn()
    {
        var svg = await SvgAsync("preview", "--format", "svg");
        var texts = Texts(svg);

        foreach (
            var text in new[]
            {
                "stack dev",
                "stack pr-1",
                "stack prod",
                "storefront-blazor",
                "group Engineering",
                "group Customer Support",
                "http://localhost:8080",
                "https://app.example.com",
                "https://pr-1.preview.example.com",
                "trusted origin",
                "protected from deletion",
                "example.okta.com",
            }
        )
            Assert.Contains(text, texts);
        Assert.Contains("everyoneintheorganization", Joined(svg), StringComparison.Ordinal);
    }

    [Property]
    public async Task Whatever_the_settings_every_label_group_and_origin_is_in_every_picture(RightSettings settings)
    {
        using var companion = new Companion();
        var file = companion.Write("Pulumi.qa.yaml", Yaml(settings.Json));
        var graph = JsonNode.Parse((await Companion.RunAsync("preview", file, "--format", "json")).Out)!["stacks"]![0]!;
        var resources = ((JsonArray)graph["resources"]!).Select(resource => resource!).ToList();
        var expected = resources
            .Where(resource => (string)resource["type"]! == "okta:app/oAuth:OAuth")
            .Select(resource => (string)resource["inputs"]!["label"]!)
            .Concat(
                resources
                    .Where(resource => (string)resource["type"]! == "okta:trustedorigin/origin:Origin")
                    .Select(resource => (string)resource["name"]!)
            )
            .Concat(
                ((JsonArray)graph["lookups"]!["groups"]!).Select(group =>
                    (string)group! == "Everyone" ? "everyone in the organization" : $"group {group}"
                )
            )
            .ToList();

        var svg = Joined(await SvgAsync("preview", file, "--format", "svg"));
        var mermaid = Unescaped((await Companion.RunAsync("preview", file, "--format", "mermaid")).Out);
        var markdown = Markdown.Shown((await Companion.RunAsync("preview", file, "--format", "markdown")).Out);

        Assert.All(expected, text => Assert.Contains(WithoutSpace(text), svg, StringComparison.Ordinal));
        Assert.All(expected, text => Assert.Contains(text, mermaid, StringComparison.Ordinal));
        Assert.All(expected, text => Assert.Contains(text, markdown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("</text><script>alert(1)</script>&amp;")]
    [InlineData("\\\"]; click n0 href \\\"https://evil.example\\\" %%{init: {}}%% `x`")]
    [InlineData("\\uFFFF bell \\u200D joiner")]
    [InlineData("| a | <b> @octocat [l](http://evil.example) ``` #12")]
    [InlineData("🚀 متجر \\u05D0\\u05D1 ﷽ 漢字漢字漢字漢字漢字漢字漢字")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_hostile_label_or_group_stays_text(string hostile)
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.qa.yaml",
            Companion
                .Right.Replace("label: Storefront", $"label: \"{hostile}\"", StringComparison.Ordinal)
                .Replace("access: everyone", $"access: {{ groups: [\"{hostile}\"] }}", StringComparison.Ordinal)
        );
        Assert.Equal(0, (await Companion.RunAsync("check", file)).ExitCode);
        var svg = await SvgAsync("preview", file, "--format", "svg");
        var mermaid = await Companion.RunAsync("preview", file, "--format", "mermaid");
        var markdown = await Companion.RunAsync("preview", file, "--format", "markdown");

        AssertInert(svg);
        Assert.Equal(3, svg.Descendants(Svg + "svg").Count());
        Assert.All(mermaid.Out.TrimEnd().Split('\n'), line => Assert.Matches(MermaidLine(), line));
        Assert.Equal(2, markdown.Out.Split("\n```").Length - 1);
        foreach (var markup in new[] { "<script", "<b>", "@octocat", "](http", "#12", "x`" })
            Assert.DoesNotContain(markup, Markdown.WithoutCode(markdown.Out), StringComparison.Ordinal);
        Assert.Equal(
            8,
            markdown
                .Out.Split('\n')
                .Single(line =>
                    line.StartsWith("| ", StringComparison.Ordinal)
                    && line.Contains("storefront", StringComparison.Ordinal)
                )
                .Count(character => character == '|')
        );
        Assert.All(
            new[] { mermaid.Out, markdown.Out },
            text =>
                Assert.DoesNotContain(
                    text,
                    character => char.IsControl(character) && character != '\n' || character is '\u202E' or '\u2028'
                )
        );
    }

    [Fact]
    public async Task Thirty_applications_are_drawn_without_overlap_inside_the_picture()
    {
        using var companion = new Companion();
        var svg = await SvgAsync("preview", companion.Write("Pulumi.qa.yaml", Many(30)), "--format", "svg");

        var boxes = svg.Elements(Svg + "svg")
            .Select(box =>
                (
                    Left: Number(box, "x"),
                    Top: Number(box, "y"),
                    Right: Number(box, "x") + Number(box, "width"),
                    Bottom: Number(box, "y") + Number(box, "height")
                )
            )
            .ToList();
        Assert.Equal(
            30,
            svg.Elements(Svg + "svg")
                .Count(box => ((string)box.Attribute("class")!).StartsWith("application", StringComparison.Ordinal))
        );
        Assert.All(
            boxes,
            box =>
                Assert.True(
                    box.Left >= 0
                        && box.Top >= 0
                        && box.Right <= Number(svg, "width")
                        && box.Bottom <= Number(svg, "height")
                )
        );
        foreach (var (index, box) in boxes.Index())
            Assert.DoesNotContain(
                boxes.Skip(index + 1),
                other =>
                    box.Left < other.Right && other.Left < box.Right && box.Top < other.Bottom && other.Top < box.Bottom
            );
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public async Task From_ten_applications_on_groups_are_chips_in_each_application_instead_of_edges(
        int count,
        bool areChips
    )
    {
        using var companion = new Companion();
        var file = companion.Write("Pulumi.qa.yaml", Many(count));

        var svg = await SvgAsync("preview", file, "--format", "svg");
        var mermaid = Unescaped((await Companion.RunAsync("preview", file, "--format", "mermaid")).Out);
        var markdown = (await Companion.RunAsync("preview", file, "--format", "markdown")).Out;

        AssertInert(svg);
        var box = Boxes(svg, "application").Single(text => text.StartsWith("Application 4 ", StringComparison.Ordinal));
        Assert.Equal(areChips, box.Contains("|group Team 0|group Team 4x|", StringComparison.Ordinal));
        Assert.Equal(areChips, box.EndsWith("|https://shared-1.example.com|trusted origin", StringComparison.Ordinal));
        Assert.Equal(
            !areChips,
            svg.Elements(Svg + "path")
                .Any(path => ((string)path.Attribute("class")!).Contains("edge", StringComparison.Ordinal))
        );
        Assert.Equal(
            areChips,
            mermaid.Contains("<br/>for group Team 0<br/>for group Team 4x\"]", StringComparison.Ordinal)
        );
        Assert.Equal(!areChips, mermaid.Contains("([", StringComparison.Ordinal));
        Assert.Equal(areChips, markdown.Contains("<details><summary>Picture of stack", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chip_of_any_length_is_wrapped_inside_its_application()
    {
        using var companion = new Companion();
        var name = string.Concat(Enumerable.Repeat("ABCDEFGHIJ", 12));
        var file = companion.Write(
            "Pulumi.qa.yaml",
            Many(10).Replace("access: everyone", $"access: {{ groups: [{name}, {name}2] }}", StringComparison.Ordinal)
        );

        var svg = await SvgAsync("preview", file, "--format", "svg");

        var application = svg.Elements(Svg + "svg").Single(box => Texts(box)[0] == "Storefront");
        Assert.Equal(2, application.Elements(Svg + "svg").Count());
        Assert.All(
            application.Elements(Svg + "svg"),
            chip =>
            {
                Assert.StartsWith($"group{name}", Joined(chip), StringComparison.Ordinal);
                Assert.InRange(Number(chip, "width"), 100, 300);
                Assert.InRange(Number(chip, "y") + Number(chip, "height"), 0, Number(application, "height"));
            }
        );
    }

    [Fact]
    public async Task The_picture_says_in_words_what_it_shows_and_needs_nothing_else()
    {
        var svg = await SvgAsync("preview", "prod", "--format", "svg");

        AssertInert(svg);
        Assert.Equal("img", (string)svg.Attribute("role")!);
        Assert.Equal("okta-spa-title okta-spa-desc", (string)svg.Attribute("aria-labelledby")!);
        Assert.Equal("Who may use which application, and where it runs", svg.Element(Svg + "title")!.Value);
        Assert.Equal(
            "Stack prod of example.okta.com: Storefront (storefront, protected from deletion) may be used by group Customer Support and group Engineering and runs at https://app.example.com (trusted origin).",
            svg.Element(Svg + "desc")!.Value
        );
        Assert.Contains(
            "@media (prefers-color-scheme: dark)",
            svg.Element(Svg + "style")!.Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Risks_wildcards_and_what_is_trusted_are_marked()
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.live.yaml",
            """
            config:
              okta:orgName: example
              okta:baseUrl: okta.com
              okta-spa:settings:
                production: true
                trustedOriginsManagedElsewhere: [https://there.example.com]
                applications:
                  shop:
                    label: Shop
                    baseUris: [https://here.example.com, https://there.example.com, https://only.example.com, https://not.example.com]
                    trustedOrigins: [https://here.example.com, https://there.example.com, https://only.example.com]
                    wildcardRedirect: true
                    signInRedirectUris: [https://here.example.com/cb, https://there.example.com/cb, https://not.example.com/cb, https://*.example.com/cb]
                    access: everyone

            """
        );

        var svg = await SvgAsync("preview", file, "--format", "svg");
        var mermaid = Unescaped((await Companion.RunAsync("preview", file, "--format", "mermaid")).Out);
        var markdown = Markdown.Shown((await Companion.RunAsync("preview", file, "--format", "markdown")).Out);

        string[] places =
        [
            "https://here.example.com|trusted origin",
            "https://not.example.com",
            "https://only.example.com|trusted origin",
            "https://there.example.com|trusted origin of another stack",
            "https://*.example.com|any host that matches",
        ];
        Assert.Equal(places.Order(StringComparer.Ordinal), Boxes(svg, "place").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Shop|shop|protected from deletion|danger: wildcard-redirect|caution: everyone-in-production"],
            Boxes(svg, "application danger")
        );
        Assert.Single(svg.Elements(Svg + "path"), path => (string)path.Attribute("class")! == "edge less");
        Assert.All(
            places,
            place =>
                Assert.Contains(
                    $"\"{place.Replace("|", "<br/>", StringComparison.Ordinal)}\"",
                    mermaid,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            "<br/>danger: wildcard-redirect<br/>caution: everyone-in-production\"]:::danger",
            mermaid,
            StringComparison.Ordinal
        );
        Assert.Single(mermaid.Split('\n'), line => line.Contains("-.->", StringComparison.Ordinal));
        Assert.Contains(
            "- 🔴 **danger** shop: https://*.example.com/cb sends codes",
            markdown,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| https://here.example.com<br>https://only.example.com<br>https://there.example.com |",
            markdown,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("mermaid")]
    [InlineData("markdown")]
    public async Task A_picture_is_the_same_to_the_byte_from_run_to_run_and_whatever_the_order_in_the_file(
        string format
    )
    {
        using var companion = new Companion();
        const string groups = "access: { groups: [Engineering, Support] }";
        var file = companion.Write(
            "Pulumi.qa.yaml",
            Companion.Right.Replace("access: everyone", groups, StringComparison.Ordinal)
        );
        var runs = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => Companion.RunAsync("preview", file, "--format", format))
        );
        companion.Write(
            "Pulumi.qa.yaml",
            Companion.Right.Replace(
                "access: everyone",
                "access: { groups: [Support, Engineering] }",
                StringComparison.Ordinal
            )
        );
        var other = await Companion.RunAsync("preview", file, "--format", format);

        Assert.Single(runs.Append(other).Select(run => run.Out).Distinct());
        Assert.EndsWith("\n", other.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', other.Out);
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("mermaid")]
    [InlineData("markdown")]
    public async Task One_wrong_stack_among_several_does_not_hide_the_others(string format)
    {
        using var companion = new Companion();
        var wrong = companion.Write(
            "Pulumi.wrong.yaml",
            Companion.Right.Replace("https://app.example.com", "https://app.example.com/", StringComparison.Ordinal)
        );

        var run = await Companion.RunAsync("preview", "dev", wrong, "--format", format);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("storefront", run.Out, StringComparison.Ordinal);
        var (told, clean) = format == "markdown" ? (run.Out, run.Error) : (run.Error, run.Out);
        Assert.Contains("Pulumi.wrong.yaml:10:13", Markdown.Shown(told), StringComparison.Ordinal);
        Assert.Contains("slash at its end", told, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", clean, StringComparison.Ordinal);
        if (format == "svg")
            XElement.Parse(run.Out);
    }

    [Fact]
    public async Task Markdown_has_a_section_a_stack_and_says_where_a_picture_is_too_big()
    {
        using var companion = new Companion();
        var run = await Companion.RunAsync("preview", "--format", "markdown");
        var big = await Companion.RunAsync(
            "preview",
            companion.Write("Pulumi.qa.yaml", Many(300)),
            "--format",
            "markdown"
        );

        Assert.Equal(3, run.Out.Split("### Stack ").Length - 1);
        Assert.Equal(3, run.Out.Split("\n```mermaid\nflowchart LR\n").Length - 1);
        Assert.DoesNotContain("```", big.Out, StringComparison.Ordinal);
        Assert.Contains("too big for Mermaid", big.Out, StringComparison.Ordinal);
    }

    private static string Many(int count) =>
        Companion.Right
        + string.Concat(
            Enumerable
                .Range(1, count - 1)
                .Select(number =>
                    $"      app-{number}:\n        label: Application {number} {string.Concat(Enumerable.Repeat("of a family ", number % 7)).Trim()}\n"
                    + $"        baseUris: [https://app-{number}.example.com, https://shared-{number % 3}.example.com]\n        access: {{ groups: [Team {number % 4}, Team {number % 9}x] }}\n"
                )
        );

    private static string Yaml(JsonObject settings) =>
        $$"""{"config": {"okta:orgName": "qa", "okta:baseUrl": "okta.com", "okta-spa:settings": {{settings.ToJsonString()}} } }""";

    private static async Task<XElement> SvgAsync(params string[] arguments)
    {
        var run = await Companion.RunAsync(arguments);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return XElement.Parse(run.Out);
    }

    private static List<string> Texts(XElement svg) => [.. svg.Descendants(Svg + "text").Select(text => text.Value)];

    private static IEnumerable<string> Boxes(XElement svg, string style) =>
        svg.Elements(Svg + "svg")
            .Where(box => ((string)box.Attribute("class")!).StartsWith(style, StringComparison.Ordinal))
            .Select(box => string.Join('|', Texts(box)));

    // Lines are wrapped.
    private static string Joined(XElement svg) => WithoutSpace(string.Concat(Texts(svg)));

    private static string WithoutSpace(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Unescaped(string mermaid) =>
        Reference()
            .Replace(
                mermaid,
                match => char.ConvertFromUtf32(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            );

    private static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);

    private static void AssertInert(XElement svg)
    {
        Assert.All(svg.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, Elements));
        Assert.All(
            svg.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration),
            attribute =>
            {
                Assert.DoesNotContain("://", attribute.Value, StringComparison.Ordinal);
                Assert.Contains(attribute.Name.LocalName, Attributes);
            }
        );
        Assert.DoesNotMatch("url|import|://", svg.Element(Svg + "style")!.Value);
    }

    [GeneratedRegex("#([0-9]+);")]
    private static partial Regex Reference();

    [GeneratedRegex(
        """^(flowchart LR|  subgraph n\d+\["([\p{L}\p{N} ]|#\d+;)+"\]|  n\d+(\(\[|\[/?)"([\p{L}\p{N} ]|#\d+;|<br/>)+"(\]\)|/?\])(:::\w+)?|  n\d+ (-->|-\.->) n\d+|  direction LR|  end|  classDef \w+ stroke:#\w+,stroke-width:3px)\z"""
    )]
    private static partial Regex MermaidLine();
}
