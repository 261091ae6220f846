using OktaSpa.Tests.Support;
using static OktaSpa.Tests.Cli.Comparing;

namespace OktaSpa.Tests.Cli;

/// <summary>The comment of a pull request.</summary>
public sealed class CommentTests
{
    [Fact]
    public async Task No_text_of_a_configuration_can_write_into_a_comment()
    {
        const string hostile =
            "x | `y` <script> @octocat #12 **b** [l](http://x) ~~s~~ $m$ &amp; ![i](u) :tada: --- > q";
        var run = await DiffAsync(
            Base,
            Base.Replace("label: Shop", $"label: \"{hostile}\"", StringComparison.Ordinal)
                .Replace("Support]", "\"@all | <b>\", 'x`y\"]--> n0']", StringComparison.Ordinal),
            "--format",
            "markdown"
        );

        Assert.Equal(0, run.ExitCode);
        var text = Markdown.WithoutCode(run.Out);
        foreach (var markup in new[] { "<script", "@", "#12", "**b**", "](", "~~", "$", "&amp", ":tada:", "<b>", "`" })
            Assert.DoesNotContain(markup, text, StringComparison.Ordinal);
        Assert.DoesNotContain("-->", text, StringComparison.Ordinal);
        Assert.All(
            Picture(run).Where(line => line.Contains("-->", StringComparison.Ordinal)),
            line => Assert.Matches(@"^  n[0-9]+ --> n[0-9]+\z", line)
        );
        var table = run.Out.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        Assert.All(table, line => Assert.Equal(5, line.Count(character => character == '|')));
    }

    [Fact]
    public async Task A_comment_has_summary_findings_tables_a_picture_and_folded_details()
    {
        var run = await DiffAsync(
            Base,
            Base.Replace("{ groups: [Engineering, Support] }", "everyone", StringComparison.Ordinal),
            "--format",
            "markdown"
        );

        Assert.StartsWith("### 1 danger and 2 notes in 1 stack", run.Out, StringComparison.Ordinal);
        foreach (
            var text in new[]
            {
                "🔴 **danger** `live` · `shop`: access widened",
                "#### Stack `live`",
                "| ✏️ |",
                "```mermaid\nflowchart LR\n",
                "<details><summary>",
                "</details>",
            }
        )
            Assert.Contains(text, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_of_a_comment_has_every_application_that_changes_and_no_other()
    {
        var many =
            Base
            + string.Concat(
                Enumerable
                    .Range(0, 12)
                    .Select(number =>
                        $"      app-{number}:\n        label: Application {number}\n        baseUris: [https://app-{number}.example.com]\n        access: everyone\n"
                    )
            );

        var one = await DiffAsync(
            Base,
            Base.Replace("label: Shop", "label: The shop", StringComparison.Ordinal),
            "--format",
            "markdown"
        );
        var access = await DiffAsync(
            Base,
            Base.Replace("[Engineering, Support]", "[Support]", StringComparison.Ordinal),
            "--format",
            "markdown"
        );
        var origin = await DiffAsync(
            Base,
            Base.Replace("label: Admin", "label: Admin\n        trustedOrigins: []", StringComparison.Ordinal),
            "--format",
            "markdown"
        );
        var twelve = await DiffAsync(Base, many, "--format", "markdown");

        Assert.Equal(
            [(true, false), (true, false), (false, true)],
            new[] { one, access, origin }.Select(run => (InPicture(run, "shop"), InPicture(run, "admin")))
        );
        Assert.All(Enumerable.Range(0, 12), number => Assert.True(InPicture(twelve, $"app-{number}")));
        Assert.False(InPicture(twelve, "shop"));

        static bool InPicture(CompanionRun run, string application) =>
            string.Join('\n', Picture(run))
                .Contains(
                    $"<br/>{application.Replace("-", "#45;", StringComparison.Ordinal)}<br/>",
                    StringComparison.Ordinal
                );
    }

    [Fact]
    public async Task A_picture_that_Mermaid_would_not_draw_is_left_out_and_takes_nothing_with_it()
    {
        var big =
            Base
            + string.Concat(
                Enumerable
                    .Range(0, 60)
                    .Select(number =>
                        $"      app-{number}:\n        label: Application {number}\n        baseUris: [{string.Join(", ", Enumerable.Range(0, 9).Select(host => $"https://{host}.example.com"))}]\n        trustedOrigins: []\n        access: everyone\n"
                    )
            );

        var run = await DiffAsync(
            big,
            big.Replace("label: Application", "label: App", StringComparison.Ordinal),
            "--format",
            "markdown"
        );

        Assert.DoesNotContain("```mermaid", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "The picture is too big for Mermaid; `okta-spa preview --format svg` draws it.",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("not what is in Okta", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_is_cut_at_a_section_before_GitHub_would_refuse_it()
    {
        var many =
            Base
            + string.Concat(
                Enumerable
                    .Range(0, 1000)
                    .Select(number =>
                        $"      app-{number}:\n        label: Application {number}\n        baseUris: [https://app-{number}.example.com]\n        access: everyone\n"
                    )
            );

        var run = await DiffAsync(Base, many, "--format", "markdown");

        Assert.InRange(run.Out.Length, 10_000, 60_000);
        Assert.Contains("cut, since a comment holds no more", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n", run.Out, StringComparison.Ordinal);
    }

    private static string[] Picture(CompanionRun run) => run.Out.Split("```mermaid\n")[1].Split("```")[0].Split('\n');
}
