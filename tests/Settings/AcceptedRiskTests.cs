using OktaSpa.Settings;
using OktaSpa.Settings.Rules;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Settings;

/// <summary>Risks that somebody has decided to take.</summary>
public sealed class AcceptedRiskTests
{
    private const string Persistent = """
        { "refreshToken": { "rotation": "persistent" }, "signOutRedirectUris": ["https://www.example.org"]
        """;

    private const string Acceptance = """[{ "rule": "persistent-refresh-token", "because": "old SDK (SEC-1)" }]""";

    [Fact]
    public void An_application_accepts_its_own_risk_and_no_other()
    {
        var risks = Risks($$"""{{Persistent}}, "acceptedRisks": {{Acceptance}} }""");

        Assert.Equal(
            [("persistent-refresh-token", "old SDK (SEC-1)"), ("foreign-sign-out-uri", null)],
            risks.Select(risk => (risk.Rule.Id, risk.Accepted))
        );
    }

    [Fact]
    public void A_stack_accepts_a_risk_wherever_it_is()
    {
        var risks = Risks($"{Persistent} }}", $$"""{ "acceptedRisks": {{Acceptance}} }""");

        Assert.Equal(["old SDK (SEC-1)", null], risks.Select(risk => risk.Accepted));
    }

    [Theory]
    [InlineData("""{ "rule": "wildcard-redirect", "because": "x" }""", "acceptance-without-risk {0}acceptedRisks[0]")]
    [InlineData("""{ "rule": "wildcard", "because": "x" }""", "unknown-rule {0}acceptedRisks[0].rule")]
    [InlineData("""{ "rule": "origin-has-path", "because": "x" }""", "unknown-rule {0}acceptedRisks[0].rule")]
    [InlineData("""{ "rule": "wildcard-redirect" }""", "missing-key {0}acceptedRisks[0].because")]
    [InlineData("""{ "rule": "wildcard-redirect", "because": " " }""", "empty {0}acceptedRisks[0].because")]
    public void An_acceptance_that_accepts_nothing_is_a_problem(string acceptance, string problem)
    {
        var accepted = $$"""{ "acceptedRisks": [{{acceptance}}] }""";

        Assert.Equal(
            [problem.Replace("{0}", "applications.storefront.", StringComparison.Ordinal)],
            Problems(accepted)
        );
        Assert.Equal([problem.Replace("{0}", "", StringComparison.Ordinal)], Problems("{}", accepted));
    }

    [Fact]
    public void A_risk_that_shows_only_beside_other_stacks_may_be_accepted_in_its_own()
    {
        var accepted =
            """{ "acceptedRisks": [{ "rule": "loopback-origin-of-production", "because": "one organization (SEC-2)" }] }""";
        var dev = Read("""{ "baseUris": ["http://localhost:8080"] }""", accepted);
        var prod = Read("{}", """{ "production": true }""");

        var (_, risk) = Assert.Single(RiskRules.Across([("dev", dev), ("prod", prod)]));

        Assert.Equal("one organization (SEC-2)", risk.Accepted);
    }

    private static IReadOnlyList<Risk> Risks(string application, string stack = "{}") =>
        RiskRules.Of(Read(application, stack));

    private static StackSettings Read(string application, string stack)
    {
        var (settings, problems) = StackSettings.Read(
            Config.Of(Config.With(application).And(stack)),
            "okta-spa",
            "dev"
        );
        Assert.Empty(problems);
        return settings!;
    }

    private static IEnumerable<string> Problems(string application, string stack = "{}") =>
        StackSettings
            .Read(Config.Of(Config.With(application).And(stack)), "okta-spa", "dev")
            .Problems.Select(problem => $"{problem.Rule} {problem.Path}");
}
