using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using OktaSpa.Tests.Support;
using static OktaSpa.Tests.Cli.Comparing;

namespace OktaSpa.Tests.Cli;

/// <summary>Documents that another version has printed, or that somebody has changed.</summary>
public sealed class DocumentTests
{
    private static readonly string[] Hostile =
    [
        "@octocat",
        "`@octocat`",
        "``` @octocat ```",
        "x``\n``@octocat",
        "</code>@octocat<script>",
        "--> @octocat <!--",
        "a|@octocat|b",
        "\\|@octocat",
        "\\",
        "`",
        " @octocat ",
        "[l](http://evil.example)@octocat",
        "http://evil.example/@octocat",
        "GH-12 #12 @octocat",
        "\r\n# @octocat",
        "</details>@octocat",
        "$`@octocat`$",
        "\u202E@octocat",
        "",
    ];

    [Fact]
    public async Task A_document_of_the_first_version_is_compared()
    {
        using var companion = new Companion();
        var now = await PreviewAsync(companion, ("live", Base));
        var wide = await PreviewAsync(
            companion,
            ("live", Base.Replace("{ groups: [Engineering, Support] }", "everyone", StringComparison.Ordinal))
        );
        var first = companion.Write("first.json", FirstVersion(await File.ReadAllTextAsync(now)));

        var same = await Companion.RunAsync("diff", first, now, "--exit-code");
        var other = await Companion.RunAsync("diff", first, wide, "--format", "json");

        Assert.Equal((0, "Nothing changes in what the stacks declare.\n"), (same.ExitCode, same.Out));
        Assert.Equal(
            [
                "danger access-widened shop: everyone",
                "note access-narrowed shop: Engineering",
                "note access-narrowed shop: Support",
            ],
            Findings(other)
        );
        Assert.Equal(2, (int)JsonNode.Parse(other.Out)!["version"]!);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("0")]
    [InlineData("2.5")]
    [InlineData("\"2\"")]
    [InlineData("99999999999999999999")]
    [InlineData("{}")]
    public async Task A_version_that_is_not_known_is_told(string version)
    {
        using var companion = new Companion();
        var other = companion.Write("base.json", $$"""{ "version": {{version}}, "stacks": { "shape": "unknown" } }""");

        var run = await Companion.RunAsync("diff", other, await PreviewAsync(companion, ("live", Base)));

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains("base.json is a document of version", run.Error, StringComparison.Ordinal);
        Assert.Contains("knows versions 1 to 2", run.Error, StringComparison.Ordinal);
    }

    // A job that comments with rights may be given the document of one that ran whatever a fork has pushed.
    [Property(MaxTest = 40)]
    public Property Whatever_a_document_holds_nothing_of_it_is_markup_in_a_comment() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Zip(Gen.Choose(0, 10_000), Gen.Elements(Hostile)), 12).ToArbitrary(),
            places => CheckAsync(places).GetAwaiter().GetResult()
        );

    private static async Task CheckAsync((int Place, string Text)[] places)
    {
        using var companion = new Companion();
        var before = await PreviewAsync(companion, ("live", Base));
        var document = JsonNode.Parse(await File.ReadAllTextAsync(before))!;
        foreach (var (place, text) in places)
            Put(document["stacks"]!, place, text);
        var after = companion.Write("head.json", document.ToJsonString());

        var run = await Companion.RunAsync("diff", before, after, "--format", "markdown");
        var text2 = await Companion.RunAsync("diff", before, after, "--details");

        Assert.True(run.ExitCode is 0 or 2, run.Error);
        Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
        var left = Markdown.WithoutCode(run.Out);
        Assert.DoesNotContain(left, character => "@`\\$[]\u202E".Contains(character, StringComparison.Ordinal));
        Assert.DoesNotMatch("<(?!/?(details|summary|br|sub)>)|://|GH-|#1", left);
        Assert.Equal(run.Out.Split("<details>").Length, run.Out.Split("</details>\n").Length);
        Assert.DoesNotContain(
            run.Out + text2.Out,
            character => char.IsControl(character) && character != '\n' || character == '\u202E'
        );
    }

    // Puts a text in the place of another one, or of a name; which, the number says.
    private static void Put(JsonNode node, int number, string text)
    {
        var places = Texts(node).ToList();
        var (container, key, index) = places[number % places.Count];
        if (container is JsonArray list)
            list[index] = text;
        else if (number % 3 == 0 && IsFree(container))
            ((JsonObject)container).TryAdd(text, "x");
        else
            container[key!] = text;
    }

    // Where any name may stand.
    private static bool IsFree(JsonNode map) => map.GetPath().Contains("puts", StringComparison.Ordinal);

    private static IEnumerable<(JsonNode Container, string? Key, int Index)> Texts(JsonNode node)
    {
        if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                if (list[index]?.GetValueKind() == JsonValueKind.String)
                    yield return (list, null, index);
                else if (list[index] is { } inner)
                {
                    foreach (var place in Texts(inner))
                        yield return place;
                }
            }
        }
        else if (node is JsonObject map)
        {
            foreach (var (key, value) in map.ToList())
            {
                if (key == "severity")
                    continue;
                if (value?.GetValueKind() == JsonValueKind.String)
                    yield return (map, key, 0);
                else if (value is not null)
                {
                    foreach (var place in Texts(value))
                        yield return place;
                }
            }
        }
    }

    // As it was printed before there was a version.
    private static string FirstVersion(string json)
    {
        var document = (JsonObject)JsonNode.Parse(json)!;
        document.Remove("version");
        foreach (var stack in (JsonArray)document["stacks"]!)
        {
            foreach (var key in new[] { "organization", "project", "facts" })
                ((JsonObject)stack!).Remove(key);
            foreach (var risk in (JsonArray)stack!["risks"]!)
            {
                foreach (var key in new[] { "rule", "application", "about", "accepted" })
                    ((JsonObject)risk!).Remove(key);
            }
        }
        return document.ToJsonString();
    }
}
