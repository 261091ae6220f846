using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Cli;

/// <summary>Stacks with values from Pulumi ESC, which nobody sees without credentials.</summary>
public sealed class EscTests : IDisposable
{
    private const string Environment = "environment: [acme/okta]\n";

    private static readonly string WithoutOrganization =
        Environment
        + Companion
            .Right.Replace("  okta:orgName: dev-00000000\n", "", StringComparison.Ordinal)
            .Replace("  okta:baseUrl: okta.com\n", "", StringComparison.Ordinal);

    private static readonly string WithoutAccess =
        Environment + Companion.Right.Replace("        access: everyone\n", "", StringComparison.Ordinal);

    private readonly Companion companion = new();

    public void Dispose() => companion.Dispose();

    [Theory]
    [MemberData(nameof(Partial))]
    public async Task A_required_key_that_is_not_there_may_come_from_elsewhere_and_is_told_once(
        string text,
        string told
    )
    {
        companion.Write("Pulumi.dev.yaml", text);

        var run = await companion.RunHereAsync(["check", "--format", "line"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            $"{companion.Shown("Pulumi.dev.yaml")}:1:1: notice values-from-esc values from Pulumi ESC are not seen here{told}. See them with pulumi preview, which needs credentials.\n",
            run.Out
        );
    }

    public static TheoryData<string, string> Partial =>
        new()
        {
            { Environment + Companion.Right, "" },
            { WithoutOrganization, "; okta:orgName and okta:baseUrl are required, and were not checked" },
            { WithoutAccess, "; applications.storefront.access is required, and was not checked" },
            {
                Environment + "config: {}\n",
                "; okta:orgName, okta:baseUrl and okta-spa:settings are required, and were not checked"
            },
        };

    [Fact]
    public async Task All_else_is_as_strict_as_ever()
    {
        companion.Write(
            "Pulumi.dev.yaml",
            WithoutAccess.Replace("https://app.example.com", "https://app.example.com/", StringComparison.Ordinal)
                + "        colour: red\n"
        );

        var run = await companion.RunHereAsync(["check", "--format", "json"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            ["origin-has-path", "unknown-key"],
            JsonNode.Parse(run.Out)!["problems"]!.AsArray().Select(problem => (string)problem!["rule"]!)
        );
    }

    [Fact]
    public async Task An_organization_that_is_not_seen_is_shown_by_its_keys()
    {
        companion.Write("Pulumi.dev.yaml", WithoutOrganization);

        var run = await companion.RunHereAsync(["preview"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("issuer https://${okta:orgName}.${okta:baseUrl}", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_organizations_that_are_not_seen_are_not_taken_for_one()
    {
        companion.Write("Pulumi.a.yaml", WithoutOrganization);
        companion.Write("Pulumi.b.yaml", WithoutOrganization);

        Assert.Equal(0, (await companion.RunHereAsync(["check"])).ExitCode);
    }

    [Fact]
    public async Task A_stack_whose_settings_are_not_seen_whole_is_not_shown_and_not_missed()
    {
        companion.Write("Pulumi.dev.yaml", WithoutAccess);
        companion.Write("Pulumi.qa.yaml", Companion.Right);
        var before = companion.Write(
            "before.json",
            (await companion.RunHereAsync(["preview", "qa", "--format", "json"])).Out.Replace(
                "\"qa\"",
                "\"dev\"",
                StringComparison.Ordinal
            )
        );

        var run = await companion.RunHereAsync(["preview", "--format", "json"]);
        var diff = await companion.RunHereAsync(["diff", before, companion.Write("after.json", run.Out)]);

        Assert.Equal(0, run.ExitCode);
        var preview = JsonNode.Parse(run.Out)!;
        Assert.Equal(["qa"], preview["stacks"]!.AsArray().Select(stack => (string)stack!["stack"]!));
        Assert.Equal(["dev"], preview["unseen"]!.AsArray().Select(stack => (string)stack!));
        Assert.DoesNotContain("gone", diff.Out, StringComparison.Ordinal);
    }
}
