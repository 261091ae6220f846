using System.Text.Json.Nodes;
using OktaSpa.Tests.Support;
using static OktaSpa.Tests.Cli.Comparing;

namespace OktaSpa.Tests.Cli;

/// <summary>Risks that somebody has decided to take, in previews and comparisons.</summary>
public sealed class AcceptedRiskTests
{
    private const string Acceptance =
        "acceptedRisks: [{ rule: persistent-refresh-token, because: 'old SDK | `SEC-1`' }]";

    private static readonly string Risky = Base.Replace(
        "label: Shop",
        "label: Shop\n        refreshToken: { rotation: persistent }",
        StringComparison.Ordinal
    );

    private static readonly string Accepted = Risky.Replace(
        "label: Shop",
        $"label: Shop\n        {Acceptance}",
        StringComparison.Ordinal
    );

    [Fact]
    public async Task An_accepted_risk_is_shown_apart_with_its_reason_and_counted_by_no_picture()
    {
        using var companion = new Companion();
        var file = companion.Write("Pulumi.live.yaml", Accepted);

        var text = (await Companion.RunAsync("preview", file)).Out;
        var markdown = (await Companion.RunAsync("preview", file, "--format", "markdown")).Out;
        var svg = (await Companion.RunAsync("preview", file, "--format", "svg")).Out;
        var json = JsonNode.Parse((await Companion.RunAsync("preview", file, "--format", "json")).Out)!;

        Assert.DoesNotContain("CAUTION", text, StringComparison.Ordinal);
        Assert.Contains("accepted caution persistent-refresh-token, shop: ", text, StringComparison.Ordinal);
        Assert.Contains("old SDK | `SEC-1`", Text(text), StringComparison.Ordinal);
        Assert.Contains("- ⚪ accepted `shop`: ", markdown, StringComparison.Ordinal);
        Assert.Contains("accepted: old SDK | `SEC-1`", Markdown.Shown(markdown), StringComparison.Ordinal);
        Assert.DoesNotContain("caution: persistent", svg, StringComparison.Ordinal);
        Assert.Equal("old SDK | `SEC-1`", (string)json["stacks"]![0]!["risks"]![0]!["accepted"]!);
    }

    [Fact]
    public async Task A_new_acceptance_is_a_finding_as_severe_as_the_risk()
    {
        Assert.Equal(
            ["caution risk-accepted shop: persistent-refresh-token"],
            Findings(await DiffAsync(Risky, Accepted, "--format", "json"))
        );
        Assert.Equal(4, (await DiffAsync(Risky, Accepted, "--fail-on", "caution")).ExitCode);
        Assert.Equal(0, (await DiffAsync(Risky, Accepted, "--fail-on", "danger")).ExitCode);
    }

    [Fact]
    public async Task A_reason_that_changes_is_a_new_acceptance_and_one_that_stays_is_none()
    {
        var other = Accepted.Replace("old SDK", "older SDK", StringComparison.Ordinal);

        Assert.Equal(
            ["caution risk-accepted shop: persistent-refresh-token"],
            Findings(await DiffAsync(Accepted, other, "--format", "json"))
        );
        Assert.Equal((0, 0), (await ExitAsync(Accepted, Accepted), await ExitAsync(Accepted, Risky)));

        static async Task<int> ExitAsync(string before, string after) =>
            (await DiffAsync(before, after, "--fail-on", "caution")).ExitCode;
    }

    [Fact]
    public async Task Of_a_new_application_an_accepted_risk_is_told_as_accepted()
    {
        var nothing = Base[..Base.IndexOf("      shop:", StringComparison.Ordinal)] + Many(1);
        var more = nothing + Accepted[Accepted.IndexOf("      shop:", StringComparison.Ordinal)..];

        Assert.Equal(
            ["caution risk-accepted shop: persistent-refresh-token"],
            Findings(await DiffAsync(nothing, more, "--format", "json"))
                .Where(finding => finding.Contains("persistent", StringComparison.Ordinal))
        );
    }

    private static string Text(string wrapped) =>
        string.Join(' ', wrapped.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
