using OktaSpa.Settings;
using OktaSpa.Settings.Rules;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Components;

/// <summary>What admits an application at a custom authorization server.</summary>
public sealed class TokenPoliciesTests
{
    private const string Policy = "okta:auth/serverPolicy:ServerPolicy";
    private const string Rule = "okta:auth/serverPolicyRule:ServerPolicyRule";

    [Fact]
    public async Task A_policy_admits_its_own_client_only()
    {
        var run = await RunAsync("""{ "issuer": "default", "tokenPolicy": {} }""");

        Assert.Equal(
            """{"authServerId":"default","clientWhitelists":["storefront-client-id"],"description":"Admits Storefront. Declared in code: okta-spa/dev.","name":"storefront (okta-spa/dev)","priority":1,"status":"ACTIVE"}""",
            Wire.Of(run.Get(Policy, "storefront-tokens").Inputs)
        );
        Assert.Equal(
            """{"accessTokenLifetimeMinutes":60,"authServerId":"default","grantTypeWhitelists":["authorization_code"],"groupWhitelists":["EVERYONE"],"name":"storefront (okta-spa/dev)","policyId":"storefront-tokens-id","priority":1,"refreshTokenLifetimeMinutes":129600,"refreshTokenWindowMinutes":10080,"scopeWhitelists":["email","offline_access","openid","profile"],"status":"ACTIVE"}""",
            Wire.Of(run.Get(Rule, "storefront-tokens").Inputs)
        );
    }

    [Fact]
    public async Task A_rule_is_for_the_groups_and_grants_of_its_application()
    {
        var run = await RunAsync(
            """{ "issuer": "aus1", "tokenPolicy": {}, "embeddedSignIn": true, "access": { "groups": ["Engineering"] } }"""
        );

        var rule = run.Get(Rule, "storefront-tokens").Inputs;
        Assert.Equal("""["00gengineering000000"]""", Wire.Of(rule["groupWhitelists"]));
        Assert.Equal("""["authorization_code","interaction_code"]""", Wire.Of(rule["grantTypeWhitelists"]));
    }

    [Fact]
    public async Task Okta_renumbers_priorities_and_another_server_means_another_policy()
    {
        var run = await RunAsync("""{ "issuer": "aus1", "tokenPolicy": {} }""");

        var (policy, rule) = (run.Get(Policy, "storefront-tokens"), run.Get(Rule, "storefront-tokens"));
        Assert.Equal(["priority"], policy.Options.IgnoreChanges);
        Assert.Equal(["priority"], rule.Options.IgnoreChanges);
        Assert.Equal(["authServerId"], policy.Options.ReplaceOnChanges);
        Assert.Equal(["authServerId", "policyId"], rule.Options.ReplaceOnChanges);
    }

    [Theory]
    [InlineData("""{ "tokenPolicy": {} }""", "token-policy-without-server tokenPolicy")]
    [InlineData(
        """{ "issuer": "default", "tokenPolicy": { "accessTokenMinutes": 4 } }""",
        "out-of-range tokenPolicy.accessTokenMinutes"
    )]
    [InlineData(
        """{ "issuer": "default", "tokenPolicy": { "accessTokenMinutes": 60, "refreshTokenIdleMinutes": 30 } }""",
        "token-lifetimes-order tokenPolicy.refreshTokenIdleMinutes"
    )]
    [InlineData(
        """{ "issuer": "default", "tokenPolicy": { "refreshTokenMinutes": 1000, "refreshTokenIdleMinutes": 1001 } }""",
        "token-lifetimes-order tokenPolicy.refreshTokenMinutes"
    )]
    public void Lifetimes_that_Okta_refuses_are_problems(string change, string problem)
    {
        var (_, problems) = StackSettings.Read(Config.Of(Config.With(change)), "okta-spa", "dev");

        Assert.Equal(
            [problem],
            problems.Select(found => $"{found.Rule} {found.Path["applications.storefront.".Length..]}")
        );
    }

    [Theory]
    [InlineData("""{ "issuer": "default" }""", "custom-authorization-server")]
    [InlineData("""{ "issuer": "default", "tokenPolicy": "none" }""", "custom-authorization-server")]
    [InlineData("""{ "issuer": "default", "tokenPolicy": {} }""")]
    [InlineData("""{ "issuer": "default", "tokenPolicy": { "refreshTokenMinutes": 0 } }""", "unlimited-token-lifetime")]
    [InlineData("""{ "issuer": "default", "refreshToken": "none", "tokenPolicy": { "refreshTokenMinutes": 0 } }""")]
    public void A_server_without_a_policy_and_tokens_without_an_end_are_risks(string change, params string[] rules)
    {
        var (settings, _) = StackSettings.Read(Config.Of(Config.With(change)), "okta-spa", "dev");

        Assert.Equal(rules, RiskRules.Of(settings!).Select(risk => risk.Rule.Id));
    }

    private static Task<ProgramRun> RunAsync(string change) =>
        new PulumiHarness().RunAsync(Config.Of(Config.With(change)));
}
