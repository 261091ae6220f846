using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OktaSpa.Tests.Support;
using static OktaSpa.Tests.Cli.Comparing;

namespace OktaSpa.Tests.Cli;

public sealed partial class DiffTests
{
    [Fact]
    public async Task Lists_are_compared_as_sets_and_properties_by_name()
    {
        var run = await DiffAsync(
            Base,
            Base.Replace("[Engineering, Support]", "[Support, Contractors]", StringComparison.Ordinal)
                .Replace("label: Shop", "label: The shop", StringComparison.Ordinal),
            "--format",
            "json"
        );

        var changed = (JsonArray)Assert.Single((JsonArray)JsonNode.Parse(run.Out)!["stacks"]!)!["changed"]!;
        Assert.Equal(
            """[{"resource":"okta:app/oAuth:OAuth::shop","properties":[{"property":"label","before":"Shop","after":"The shop"}]},{"resource":"okta:index/appGroupAssignments:AppGroupAssignments::shop-access","properties":[{"property":"groups","before":[{"id":"${Engineering.id}","profile":"{}"}],"after":[{"id":"${Contractors.id}","profile":"{}"}]}]}]""",
            changed.ToJsonString()
        );
    }

    [Theory]
    [InlineData("", "    customDomain: login.example.com\n")]
    [InlineData("    customDomain: login.example.com\n", "    customDomain: id.example.com\n")]
    public async Task What_thirty_applications_of_three_stacks_share_is_told_once(string before, string after)
    {
        using var companion = new Companion();
        var old = await LargeAsync(before);
        var now = await LargeAsync(after);

        var text = (await Companion.RunAsync("diff", old, now)).Out;
        var details = (await Companion.RunAsync("diff", old, now, "--details")).Out;
        var markdown = (await Companion.RunAsync("diff", old, now, "--format", "markdown")).Out;
        var json = await Companion.RunAsync("diff", old, now, "--format", "json");

        Assert.InRange(text.TrimEnd().Split('\n').Length, 4, 12);
        Assert.Contains("app-0, app-1, app-10, app-11, app-12 and 25 others: ", text, StringComparison.Ordinal);
        Assert.InRange(Details().Replace(markdown, "").Length, 100, 4096);
        Assert.Contains("`app-9`", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("&#", Details().Replace(markdown, ""), StringComparison.Ordinal);
        Assert.Equal(90, details.Split('\n').Count(line => line.Contains(": issuer: ", StringComparison.Ordinal)));
        Assert.Equal(90, Findings(json).Count());
        Assert.All(
            Findings(json),
            finding => Assert.StartsWith("caution issuer-changed app-", finding, StringComparison.Ordinal)
        );

        async Task<string> LargeAsync(string domain) =>
            await PreviewAsync(
                companion,
                ("dev", Large("dev", domain)),
                ("prod", Large("prod", domain)),
                ("staging", Large("staging", domain))
            );

        static string Large(string stack, string domain) =>
            Base[..Base.IndexOf("      shop:", StringComparison.Ordinal)]
                .Replace("orgName: example", $"orgName: {stack}", StringComparison.Ordinal)
                .Replace("production: true\n", $"production: true\n{domain}", StringComparison.Ordinal) + Many(30);
    }

    [Fact]
    public async Task Two_equal_previews_yield_nothing()
    {
        var run = await DiffAsync(Base, Base, "--exit-code", "--fail-on", "caution");

        Assert.Equal((0, "Nothing changes in what the stacks declare.\n"), (run.ExitCode, run.Out));
    }

    [Theory]
    [InlineData("everyone", "danger", 4)]
    [InlineData("everyone", "caution", 4)]
    [InlineData("{ groups: [Engineering, Support, Contractors] }", "danger", 0)]
    [InlineData("{ groups: [Engineering, Support, Contractors] }", "caution", 4)]
    [InlineData("{ groups: [Engineering] }", "caution", 0)]
    public async Task A_finding_as_bad_as_asked_for_fails(string access, string failOn, int exitCode)
    {
        var run = await DiffAsync(
            Base,
            Base.Replace("{ groups: [Engineering, Support] }", access, StringComparison.Ordinal),
            "--fail-on",
            failOn
        );

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_of_the_two_can_be_standard_input(bool isBase)
    {
        using var companion = new Companion();
        var (right, wide) = (
            await PreviewAsync(companion, ("live", Base)),
            await PreviewAsync(
                companion,
                ("live", Base.Replace("{ groups: [Engineering, Support] }", "everyone", StringComparison.Ordinal))
            )
        );

        var run = isBase
            ? await Companion.RunAsync(["diff", "-", wide], await File.ReadAllTextAsync(right))
            : await Companion.RunAsync(["diff", right, "-"], await File.ReadAllTextAsync(wide));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "DANGER  shop: access widened to everyone in the organization [access-widened]",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}", "standard input is not the output of okta-spa preview --format json", "-", "head.json")]
    [InlineData("", "Only one of the two can be standard input.", "-", "-")]
    [InlineData("", "There is no file nowhere.json.", "-", "nowhere.json")]
    [InlineData("", "Name two files, BASE and HEAD, or a revision with --base-ref.", "-")]
    public async Task Input_that_cannot_be_compared_is_told(string input, string told, params string[] files)
    {
        using var companion = new Companion();
        var head = companion.Write("head.json", """{"stacks":[]}""");

        var run = await Companion.RunAsync(
            ["diff", .. files.Select(file => file == "head.json" ? head : file)],
            input.Length == 0 ? """{"stacks":[]}""" : input
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public async Task Stacks_that_come_and_go_are_told()
    {
        using var companion = new Companion();
        var (one, two) = (await PreviewAsync(companion, ("one", Base)), await PreviewAsync(companion, ("two", Base)));

        var run = await Companion.RunAsync("diff", one, two);

        Assert.Contains("stack one\n  CAUTION the stack file is gone", run.Out, StringComparison.Ordinal);
        Assert.Contains("stack two\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "new application for group Engineering; codes are sent to https://admin.example.com/login/callback",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stack_that_is_wrong_is_not_taken_for_one_that_is_gone()
    {
        using var companion = new Companion();
        var before = await PreviewAsync(
            companion,
            ("live", Base),
            ("other", Base.Replace("orgName: example", "orgName: other", StringComparison.Ordinal))
        );
        var after = await PreviewAsync(
            companion,
            ("live", Base.Replace("https://shop.example.com", "https://shop.example.com/", StringComparison.Ordinal)),
            (
                "other",
                Base.Replace("orgName: example", "orgName: other", StringComparison.Ordinal)
                    .Replace("[Engineering, Support]", "[Support]", StringComparison.Ordinal)
            )
        );

        foreach (var format in new[] { "text", "json", "markdown" })
        {
            var run = await Companion.RunAsync("diff", before, after, "--format", format);

            Assert.Equal(2, run.ExitCode);
            if (format == "json")
                Assert.Equal(
                    "live",
                    (string)Assert.Single((JsonArray)JsonNode.Parse(run.Out)!["problems"]!)!["stack"]!
                );
            else
                Assert.Contains("1 problem in stack files", run.Out, StringComparison.Ordinal);
            Assert.Contains(
                "group Engineering may no longer use it",
                format == "markdown" ? Markdown.Shown(run.Out) : run.Out,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("gone", run.Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Pulumi.live.yaml")]
    [InlineData("Pulumi.live.yml")]
    [InlineData("live.yaml")]
    public async Task A_stack_that_was_wrong_and_is_repaired_is_to_be_reviewed_as_a_whole(string file)
    {
        using var companion = new Companion();
        var before = await PreviewFilesAsync(
            companion,
            (file, Base.Replace("https://shop.example.com", "https://shop.example.com/", StringComparison.Ordinal))
        );
        var after = await PreviewFilesAsync(
            companion,
            (file, Base.Replace("{ groups: [Engineering, Support] }", "everyone", StringComparison.Ordinal))
        );

        var run = await Companion.RunAsync("diff", before, after, "--fail-on", "caution");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains(
            "CAUTION had problems in the base: what changes is not known, review all of it [base-had-problems]\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("new application for everyone in the organization", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pulumi.live.yml")]
    [InlineData("live.yaml")]
    public async Task A_stack_that_is_wrong_is_known_whatever_its_file_is_called(string file)
    {
        using var companion = new Companion();
        var before = await PreviewFilesAsync(companion, (file, Base));
        var after = await PreviewFilesAsync(
            companion,
            (file, Base.Replace("https://shop.example.com", "https://shop.example.com/", StringComparison.Ordinal))
        );

        var run = await Companion.RunAsync("diff", before, after);

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("gone", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_that_an_older_okta_spa_printed_without_stacks_count_for_every_stack_that_is_missing()
    {
        using var companion = new Companion();
        var before = companion.Write(
            "base.json",
            """{"stacks":[],"problems":[{"file":"Pulumi.live.yaml","line":1,"column":1,"path":"a","message":"b","remedy":"c"}]}"""
        );

        var run = await Companion.RunAsync("diff", before, await PreviewAsync(companion, ("live", Base)));

        Assert.Contains("CAUTION had problems in the base", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_text_of_a_preview_can_begin_a_line_of_its_own_or_move_others()
    {
        using var companion = new Companion();
        var before = await PreviewAsync(companion, ("live", Base));
        var after = companion.Write(
            "head.json",
            (await File.ReadAllTextAsync(before)).Replace(
                "\"label\": \"Shop\"",
                "\"label\": \"Shop\\n  DANGER  forged\\u202E\"",
                StringComparison.Ordinal
            )
        );

        var run = await Companion.RunAsync("diff", before, after);

        Assert.Contains(
            "\n  ~ okta:app/oAuth:OAuth shop: label: Shop → Shop\uFFFD  DANGER  forged\uFFFD\n",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"stacks":[{"stack":"a"}]}""")]
    [InlineData("""{"stacks":[null]}""")]
    [InlineData(
        """{"stacks":[{"stack":"a","resources":[],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[]},{"stack":"a","resources":[],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[]}]}"""
    )]
    [InlineData("""{"stacks":[],"problems":[null]}""")]
    [InlineData(
        """{"stacks":[{"stack":"a","resources":[null],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[]}]}"""
    )]
    [InlineData(
        """{"stacks":[{"stack":"a","resources":[],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[null]}]}"""
    )]
    [InlineData(
        """{"stacks":[{"stack":"a","resources":[{"type":"t","name":"n","parent":null,"protect":false,"applications":[],"inputs":{},"references":[]},{"type":"t","name":"n","parent":null,"protect":false,"applications":[],"inputs":{},"references":[]}],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[]}]}"""
    )]
    public async Task What_is_no_preview_is_told_in_one_line(string text)
    {
        using var companion = new Companion();

        var run = await Companion.RunAsync(
            "diff",
            companion.Write("base.json", text),
            await PreviewAsync(companion, ("live", Base))
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains(
            "base.json is not the output of okta-spa preview --format json",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [GeneratedRegex("<details>.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Details();
}
