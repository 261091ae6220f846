using System.Text.Json.Nodes;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Components;

/// <summary>What each setting of an application becomes in Okta.</summary>
public sealed class SpaApplicationTests
{
    private const string Minimal = """{ "access": "everyone" }""";

    [Theory]
    [InlineData("""{ "clientId": "shop-dev" }""", """{ "clientId": "shop-dev" }""")]
    [InlineData("""{ "consent": "required" }""", """{ "consentMethod": "REQUIRED" }""")]
    [InlineData("""{ "issuerMode": "dynamic" }""", """{ "issuerMode": "DYNAMIC" }""")]
    [InlineData(
        """{ "embeddedSignIn": true }""",
        """{ "grantTypes": ["authorization_code", "interaction_code", "refresh_token"] }"""
    )]
    [InlineData(
        """{ "tokenNetworkZones": { "allow": ["nzo2", "nzo1"] } }""",
        """{ "network": { "connection": "ZONE", "includes": ["nzo1", "nzo2"] } }"""
    )]
    [InlineData(
        """{ "tokenNetworkZones": { "block": ["nzo1"] } }""",
        """{ "network": { "connection": "ZONE", "excludes": ["nzo1"] } }"""
    )]
    [InlineData(
        """{ "foreignRedirectUris": ["https://oauth.pstmn.io/v1/callback"] }""",
        """{ "redirectUris": ["https://app.example.com/login/callback", "https://oauth.pstmn.io/v1/callback"] }"""
    )]
    [InlineData(
        """{ "tile": { "ios": true }, "initiateLoginUri": "https://app.example.com/login" }""",
        """
            {
              "hideIos": false,
              "loginMode": "SPEC",
              "loginScopes": ["email", "openid", "profile"],
              "loginUri": "https://app.example.com/login"
            }
            """
    )]
    [InlineData(
        """{ "okta": { "logoUri": "https://cdn.example.com/l.png", "clientUri": "https://app.example.com" } }""",
        """{ "logoUri": "https://cdn.example.com/l.png", "clientUri": "https://app.example.com" }"""
    )]
    [InlineData(
        """{ "okta": { "tosUri": "https://app.example.com/t", "policyUri": "https://app.example.com/p" } }""",
        """{ "tosUri": "https://app.example.com/t", "policyUri": "https://app.example.com/p" }"""
    )]
    [InlineData(
        """{ "okta": { "enduserNote": "Hello", "profile": "{\"cost\":\"1\"}", "appLinksJson": "{\"a\":true}" } }""",
        """{ "enduserNote": "Hello", "profile": "{\"cost\":\"1\"}", "appLinksJson": "{\"a\":true}" }"""
    )]
    [InlineData(
        """{ "okta": { "autoKeyRotation": false, "autoSubmitToolbar": true, "status": "INACTIVE" } }""",
        """{ "autoKeyRotation": false, "autoSubmitToolbar": true, "status": "INACTIVE" }"""
    )]
    [InlineData(
        """{ "okta": { "accessibilitySelfService": true, "accessibilityErrorRedirectUrl": "https://x.example.com" } }""",
        """{ "accessibilitySelfService": true, "accessibilityErrorRedirectUrl": "https://x.example.com" }"""
    )]
    [InlineData(
        """{ "okta": { "accessibilityLoginRedirectUrl": "https://x.example.com" } }""",
        """{ "accessibilityLoginRedirectUrl": "https://x.example.com" }"""
    )]
    [InlineData(
        """{ "okta": { "userNameTemplate": "${source.email}", "userNameTemplateType": "CUSTOM" } }""",
        """{ "userNameTemplate": "${source.email}", "userNameTemplateType": "CUSTOM" }"""
    )]
    [InlineData(
        """{ "okta": { "userNameTemplateSuffix": "x", "userNameTemplatePushStatus": "PUSH" } }""",
        """{ "userNameTemplateSuffix": "x", "userNameTemplatePushStatus": "PUSH" }"""
    )]
    public async Task A_setting_changes_its_own_inputs_and_no_other(string change, string inputs)
    {
        var before = await InputsAsync(Minimal);
        var after = await InputsAsync(change);

        var changed = new JsonObject(
            after
                .Where(pair => !JsonNode.DeepEquals(pair.Value, before[pair.Key]))
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))
        );
        Assert.Equal(Sorted(JsonNode.Parse(inputs)!), Sorted(changed));
        Assert.Empty(before.Select(pair => pair.Key).Except(after.Select(pair => pair.Key)));
    }

    [Fact]
    public async Task Access_that_is_decided_elsewhere_is_not_declared()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.With("""{ "access": "elsewhere" }""")));

        Assert.DoesNotContain(run.Resources, resource => resource.Type == PulumiHarness.Access);
        Assert.Empty(run.Questions);
    }

    [Fact]
    public async Task Whoever_may_use_an_application_keeps_access_when_it_is_handed_over()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.Settings()));

        Assert.Equal(true, run.Access("storefront").Options.RetainOnDelete);
        Assert.NotEqual(true, run.App("storefront").Options.RetainOnDelete);
    }

    [Fact]
    public async Task An_origin_is_trusted_for_what_its_applications_want_together()
    {
        var settings = Config
            .With("""{ "trustedOrigins": [{ "origin": "https://app.example.com", "scopes": ["cors"] }] }""")
            .And("{}");

        Assert.Equal("""["CORS"]""", await ScopesAsync(settings));

        settings["applications"]!["other"] = JsonNode.Parse(
            """
            {
              "label": "Other",
              "baseUris": ["https://app.example.com"],
              "access": "everyone",
              "trustedOrigins": [{ "origin": "https://app.example.com", "scopes": ["REDIRECT"] }]
            }
            """
        );
        Assert.Equal("""["CORS","REDIRECT"]""", await ScopesAsync(settings));
    }

    [Theory]
    [InlineData("""{ "issuerMode": "org" }""", "https://dev-00000000.okta.com", false)]
    [InlineData("""{ "issuerMode": "custom" }""", "https://login.example.com", false)]
    [InlineData("""{ "issuerMode": "dynamic" }""", "https://login.example.com", true)]
    [InlineData("""{ "issuer": "default" }""", "https://login.example.com/oauth2/default", true)]
    public async Task An_issuer_is_stated_as_assumed_where_the_settings_do_not_decide_it(
        string change,
        string issuer,
        bool isAssumed
    )
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(Config.With(change).And("""{ "customDomain": "login.example.com" }"""))
        );

        var outputs = (IDictionary<string, object?>)run.Outputs["storefront"]!;
        Assert.Equal(issuer, outputs["issuer"]);
        Assert.Equal(isAssumed, outputs.ContainsKey("issuerIsAssumed"));
    }

    private static async Task<string> ScopesAsync(JsonObject settings) =>
        Wire.Of(Assert.Single((await new PulumiHarness().RunAsync(Config.Of(settings))).Origins).Inputs["scopes"]);

    private static async Task<JsonObject> InputsAsync(string change)
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.With(change)));
        return (JsonObject)JsonNode.Parse(Wire.Of(run.App("storefront").Inputs))!;
    }

    private static string Sorted(JsonNode node) =>
        node is JsonObject map
            ? $"{{{string.Join(',', map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}:{Sorted(pair.Value!)}"))}}}"
            : node.ToJsonString();
}
