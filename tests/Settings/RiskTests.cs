using OktaSpa.Settings;
using OktaSpa.Settings.Rules;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Settings;

/// <summary>What is allowed, but said in every preview.</summary>
public sealed class RiskTests
{
    [Theory]
    [InlineData("""{ "access": { "groups": ["Engineering"] } }""", false)]
    [InlineData("""{ "access": { "groups": ["Engineering"] } }""", true)]
    [InlineData("{}", false)]
    [InlineData(
        """{ "signOutRedirectUris": ["https://app.example.com:8443/bye"], "initiateLoginUri": "https://app.example.com/login" }""",
        false
    )]
    [InlineData("""{ "refreshToken": "none" }""", false)]
    public void A_plain_application_has_no_risk(string change, bool production)
    {
        Assert.Empty(Risks(change, production));
    }

    [Theory]
    [InlineData(false, "{}", null)]
    [InlineData(
        true,
        "{}",
        "CAUTION applications.storefront.access: everyone in the organization may use the application, people who join later included."
    )]
    [InlineData(
        false,
        """{ "wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb"] }""",
        "CAUTION applications.storefront.signInRedirectUris: https://*.example.com/cb sends codes to any host that matches; whoever can have such a host can sign in as its visitors."
    )]
    [InlineData(
        true,
        """{ "access": { "groups": ["A"] }, "wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb"] }""",
        "DANGER applications.storefront.signInRedirectUris: https://*.example.com/cb sends codes to any host that matches; whoever can have such a host can sign in as its visitors."
    )]
    [InlineData(
        false,
        """{ "refreshToken": { "rotation": "persistent" } }""",
        "CAUTION applications.storefront.refreshToken: a refresh token that is stolen from a browser works until it expires, unnoticed."
    )]
    [InlineData(
        false,
        """{ "signOutRedirectUris": ["https://www.example.com/bye"] }""",
        "CAUTION applications.storefront.signOutRedirectUris: https://www.example.com/bye is on a host where the application is not served."
    )]
    [InlineData(
        false,
        """{ "initiateLoginUri": "https://www.example.com/login" }""",
        "CAUTION applications.storefront.initiateLoginUri: https://www.example.com/login is on a host where the application is not served."
    )]
    [InlineData(
        false,
        """{ "issuer": "default" }""",
        "NOTE applications.storefront.issuer: the authorization server default admits this client only if one of its policies has a rule that does."
    )]
    public void Each_risk_is_told_with_how_much_to_mind(bool production, string change, string? expected)
    {
        Assert.Equal(expected is null ? [] : [expected], Risks(change, production));
    }

    [Theory]
    [InlineData(
        false,
        """{ "foreignRedirectUris": ["https://oauth.pstmn.io/cb"] }""",
        "foreign-redirect-uri caution foreignRedirectUris https://oauth.pstmn.io/cb"
    )]
    [InlineData(
        true,
        """{ "access": "elsewhere", "foreignRedirectUris": ["https://oauth.pstmn.io/cb"] }""",
        "foreign-redirect-uri danger foreignRedirectUris https://oauth.pstmn.io/cb"
    )]
    [InlineData(
        false,
        """{ "baseUris": ["http://shop.local:3000"] }""",
        "plain-http-in-development caution baseUris http://shop.local:3000"
    )]
    [InlineData(false, """{ "signOutRedirectUris": [] }""", "no-sign-out-uri caution signOutRedirectUris none")]
    [InlineData(false, """{ "issuerMode": "dynamic" }""", "issuer-not-decided note issuerMode org")]
    [InlineData(false, """{ "consent": "required" }""", "consent-without-effect note consent required")]
    [InlineData(false, """{ "scopes": ["openid", "groups"] }""", "groups-without-claim note scopes groups")]
    [InlineData(
        false,
        """{ "okta": { "accessibilitySelfService": true } }""",
        "self-service-access caution okta.accessibilitySelfService true"
    )]
    [InlineData(
        false,
        """{ "okta": { "accessibilityErrorRedirectUrl": "https://x.example.org/e" } }""",
        "people-sent-elsewhere caution okta.accessibilityErrorRedirectUrl https://x.example.org/e"
    )]
    [InlineData(
        false,
        """{ "okta": { "userNameTemplate": "${source.email}" } }""",
        "user-name-template note okta.userNameTemplate ${source.email}"
    )]
    [InlineData(false, """{ "okta": { "status": "INACTIVE" } }""", "application-off caution okta.status INACTIVE")]
    public void Each_risk_of_a_setting_names_its_rule_its_place_and_what_it_is_about(
        bool production,
        string change,
        string expected
    )
    {
        var (_, settings) = Stack("dev", change, production, "dev-00000000");

        var risk = Assert.Single(RiskRules.Of(settings));
        var place = risk.Path["applications.storefront.".Length..];
        Assert.Equal(expected, $"{risk.Rule} {risk.Severity.ToString().ToLowerInvariant()} {place} {risk.About}");
    }

    [Theory]
    [InlineData("""{ "okta": { "accessibilityErrorRedirectUrl": "https://app.example.com/e" } }""")]
    [InlineData("""{ "okta": { "accessibilitySelfService": false, "status": "ACTIVE" } }""")]
    [InlineData("""{ "access": "elsewhere" }""")]
    [InlineData("""{ "scopes": ["openid", "okta.myAccount.profile.read", "okta.users.read.self"] }""")]
    public void What_is_safe_is_no_risk(string change) =>
        Assert.Empty(RiskRules.Of(Stack("dev", change, false, "dev-00000000").Settings));

    [Fact]
    public void A_trusted_origin_of_a_pull_requests_environment_is_a_risk()
    {
        var change =
            """{ "label": "Storefront PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com"], "trustedOrigins": ["https://pr-PR_NUMBER.example.com"] }""";

        var risk = Assert.Single(RiskRules.Of(Stack("pr-7", change, false, "example").Settings));

        Assert.Equal(
            "CAUTION applications.storefront.trustedOrigins: code that nobody has reviewed may call Okta from https://pr-7.example.com with a visitor's session.",
            risk.ToString()
        );
    }

    [Fact]
    public void A_loopback_origin_is_a_risk_in_an_organization_that_production_uses()
    {
        var dev = Stack(
            "dev",
            """{ "baseUris": ["http://localhost:8080", "https://dev.example.com"] }""",
            false,
            "example"
        );
        var prod = Stack("prod", """{ "access": { "groups": ["A"] } }""", true, "example");

        var (stack, risk) = Assert.Single(RiskRules.Across([dev, prod]));

        Assert.Equal("dev", stack);
        Assert.Equal(
            "CAUTION applications.storefront.trustedOrigins: http://localhost:8080 is trusted by example.okta.com, which stack prod uses for production: what runs on a visitor's own machine may call it with their session.",
            risk.ToString()
        );
    }

    [Fact]
    public void A_loopback_origin_is_none_in_an_organization_of_its_own_nor_where_it_is_not_trusted()
    {
        var prod = Stack("prod", "{}", true, "example");

        Assert.Empty(
            RiskRules.Across([
                Stack("dev", """{ "baseUris": ["http://localhost:8080"] }""", false, "dev-00000000"),
                prod,
            ])
        );
        Assert.Empty(
            RiskRules.Across([
                Stack("dev", """{ "baseUris": ["http://localhost:8080"], "trustedOrigins": [] }""", false, "example"),
                prod,
            ])
        );
        Assert.Empty(
            RiskRules.Across([Stack("dev", """{ "baseUris": ["http://localhost:8080"] }""", false, "example")])
        );
    }

    private static IEnumerable<string> Risks(string change, bool production) =>
        RiskRules.Of(Stack("dev", change, production, "example").Settings).Select(risk => risk.ToString());

    private static (string Stack, StackSettings Settings) Stack(
        string name,
        string change,
        bool production,
        string orgName
    )
    {
        var (settings, problems) = StackSettings.Read(
            Config.Of(Config.With(change).And($$"""{ "production": {{(production ? "true" : "false")}} }"""), orgName),
            "okta-spa",
            name
        );
        Assert.Empty(problems);
        return (name, settings!);
    }
}
