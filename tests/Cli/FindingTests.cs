using System.Text.Json.Nodes;
using static OktaSpa.Tests.Cli.Comparing;

namespace OktaSpa.Tests.Cli;

/// <summary>What a change does to sign-in.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData(
        "[Engineering, Support]",
        "[Engineering, Support, Contractors]",
        "caution access-widened shop: Contractors"
    )]
    [InlineData("[Engineering, Support]", "[Engineering]", "note access-narrowed shop: Support")]
    [InlineData(
        "{ groups: [Engineering, Support] }",
        "everyone",
        "danger access-widened shop: everyone|note access-narrowed shop: Engineering|note access-narrowed shop: Support"
    )]
    [InlineData(
        "[https://shop.example.com]",
        "[https://shop.example.com, https://www.example.com]",
        "caution redirect-host-added shop: www.example.com|caution origin-trusted shop: https://www.example.com"
    )]
    [InlineData(
        "[https://shop.example.com]",
        "[https://shop.example.com, https://shop.example.net]",
        "danger redirect-host-added shop: shop.example.net|danger origin-trusted shop: https://shop.example.net"
    )]
    [InlineData(
        "[https://shop.example.com]",
        "[https://shop.example.com]\n        signInRedirectUris: [https://shop.example.com/cb]",
        "note redirect-uri-removed shop: https://shop.example.com/login/callback|note redirect-uri-added shop: https://shop.example.com/cb"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        wildcardRedirect: true\n        signInRedirectUris: [https://shop.example.com/login/callback, https://*.example.com/cb]",
        "danger wildcard-added shop: https://*.example.com/cb"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        refreshToken: { rotation: persistent }",
        "danger rotation-off shop:"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        refreshToken: { gracePeriodSeconds: 60 }",
        "caution grace-period-changed shop:"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        refreshToken: { gracePeriodSeconds: 0 }",
        "note grace-period-changed shop:"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        refreshToken: none",
        "caution refresh-tokens-off shop:|note scope-removed shop: offline_access"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        signOutRedirectUris: [https://shop.example.com, https://bye.example.org/x]",
        "caution sign-out-host-added shop: bye.example.org"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        signOutRedirectUris: [https://shop.example.com, https://shop.example.com/bye]",
        "note sign-out-uri-added shop: https://shop.example.com/bye"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        signOutRedirectUris: [https://shop.example.com/bye]",
        "caution sign-out-uri-removed shop: https://shop.example.com|note sign-out-uri-added shop: https://shop.example.com/bye"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        initiateLoginUri: https://start.example.org/login",
        "caution initiate-login-uri-changed shop: https://start.example.org/login"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        initiateLoginUri: https://shop.example.com/login",
        "note initiate-login-uri-changed shop: https://shop.example.com/login"
    )]
    [InlineData(
        "authenticationPolicy: rst1",
        "authenticationPolicy: rst2",
        "caution authentication-policy-changed shop: rst2"
    )]
    [InlineData("        authenticationPolicy: rst1\n", "", "caution authentication-policy-changed shop: rst1")]
    [InlineData(
        "label: Shop",
        "label: Shop\n        issuer: default",
        "caution issuer-changed shop: https://example.okta.com/oauth2/default"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        scopes: [openid, profile, email, groups]",
        "note scope-added shop: groups"
    )]
    [InlineData("label: Shop", "label: Shop\n        scopes: [openid, email]", "note scope-removed shop: profile")]
    [InlineData("      shop:", "      store:", "danger client-id-lost store: shop")]
    [InlineData("      shop:", "      store:\n        formerly: shop", "note application-renamed store: shop")]
    [InlineData(
        "      shop:\n        label: Shop",
        "      store:\n        label: Store",
        "danger client-id-lost store: shop"
    )]
    [InlineData("production: true", "production: false", "danger protection-off admin:|danger protection-off shop:")]
    [InlineData(
        "orgName: example",
        "orgName: other",
        "danger organization-changed : other.okta.com|caution issuer-changed admin: https://other.okta.com|caution issuer-changed shop: https://other.okta.com"
    )]
    [InlineData(
        "      admin:\n        label: Admin\n        baseUris: [https://admin.example.com]\n        access: { groups: [Engineering] }\n",
        "",
        "danger application-removed admin:|note origin-no-longer-trusted admin: https://admin.example.com"
    )]
    [InlineData(
        "label: Admin",
        "label: Admin\n        trustedOrigins: []",
        "note origin-no-longer-trusted admin: https://admin.example.com"
    )]
    [InlineData(
        "    applications:",
        "    trustedOriginsManagedElsewhere: [https://admin.example.com]\n    applications:",
        "caution origin-handed-over admin: https://admin.example.com"
    )]
    [InlineData("label: Shop", "label: The shop", "")]
    [InlineData("label: Shop", "label: Shop\n        clientId: shop-live", "danger client-id-changed shop: shop-live")]
    [InlineData("label: Shop", "label: Shop\n        embeddedSignIn: true", "caution embedded-sign-in-on shop:")]
    [InlineData("label: Shop", "label: Shop\n        consent: required", "caution consent-changed shop: REQUIRED")]
    [InlineData("label: Shop", "label: Shop\n        issuerMode: dynamic", "caution issuer-mode-changed shop: DYNAMIC")]
    [InlineData(
        "label: Shop",
        "label: Shop\n        tokenNetworkZones: { allow: [nzo1] }",
        "caution token-network-changed shop:"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        okta: { status: INACTIVE, enduserNote: Closed }",
        "caution okta-property-changed shop: status|note okta-property-changed shop: enduserNote"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        foreignRedirectUris: [https://oauth.pstmn.io/v1/callback]",
        "danger redirect-host-added shop: oauth.pstmn.io"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        initiateLoginUri: https://shop.example.com/login\n        tile: { ios: true }",
        "note initiate-login-uri-changed shop: https://shop.example.com/login|note dashboard-changed shop:"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        trustedOrigins: [{ origin: https://shop.example.com, scopes: [cors] }]",
        "caution origin-changed shop: https://shop.example.com"
    )]
    [InlineData("access: { groups: [Engineering, Support] }", "access: elsewhere", "caution access-handed-over shop:")]
    [InlineData(
        "    applications:",
        "    groups: { Support: { rule: user.isSupport } }\n    applications:",
        "note group-added : Support"
    )]
    [InlineData("[Engineering, Support]", "[Support, Engineering]", null)]
    public async Task Each_change_is_told_for_what_it_does_to_sign_in(string right, string changed, string? findings)
    {
        Assert.Contains(right, Base, StringComparison.Ordinal);

        var run = await DiffAsync(
            Base,
            Base.Replace(right, changed, StringComparison.Ordinal),
            "--format",
            "json",
            "--exit-code"
        );

        var document = JsonNode.Parse(run.Out)!;
        Assert.Equal(findings is null or "" ? [] : findings.Split('|'), Findings(run));
        Assert.Equal(findings is null ? 0 : 3, run.ExitCode);
        Assert.Equal(findings is null ? 0 : 1, ((JsonArray)document["stacks"]!).Count);
    }

    [Theory]
    [InlineData("groups: { Sales: {} }", "groups: {}", "danger group-removed : Sales")]
    [InlineData("groups: { Sales: {} }", "groups: { Selling: { formerly: Sales } }", "note group-renamed : Selling")]
    [InlineData(
        "groups: { Sales: {} }",
        "groups: { Selling: {} }",
        "danger group-removed : Sales|note group-added : Selling"
    )]
    [InlineData(
        "groups: { Sales: {} }",
        "groups: { Sales: { rule: user.sells } }",
        "caution group-rule-changed : Sales"
    )]
    [InlineData(
        "groups: { Sales: { rule: user.sells } }",
        "groups: { Sales: { rule: user.buys } }",
        "caution group-rule-changed : Sales"
    )]
    [InlineData(
        "groups: { Sales: { rule: user.sells } }",
        "groups: { Sales: {} }",
        "caution group-rule-changed : Sales"
    )]
    [InlineData("groups: { Sales: {} }", "groups: { Sales: { description: They sell } }", "")]
    public async Task A_change_of_a_group_is_told_for_whom_it_gives_access(string before, string after, string findings)
    {
        var run = await DiffAsync(
            Base.Replace("    applications:", $"    {before}\n    applications:", StringComparison.Ordinal),
            Base.Replace("    applications:", $"    {after}\n    applications:", StringComparison.Ordinal),
            "--format",
            "json",
            "--exit-code"
        );

        Assert.Equal(findings.Split('|', StringSplitOptions.RemoveEmptyEntries), Findings(run));
        Assert.Equal(3, run.ExitCode);
    }

    [Theory]
    [InlineData("none", "{}", "note token-policy-added shop:")]
    [InlineData("{}", "none", "caution token-policy-removed shop:")]
    [InlineData("{}", "{ accessTokenMinutes: 61 }", "caution token-lifetime-changed shop: access token")]
    [InlineData("{}", "{ accessTokenMinutes: 59 }", "note token-lifetime-changed shop: access token")]
    [InlineData("{}", "{ refreshTokenMinutes: 0 }", "danger token-lifetime-changed shop: refresh token")]
    [InlineData("{}", "{ refreshTokenIdleMinutes: 60 }", "note token-lifetime-changed shop: unused refresh token")]
    public async Task A_change_of_a_token_policy_is_told_for_how_long_tokens_live(
        string before,
        string after,
        string finding
    )
    {
        const string server = "label: Shop\n        issuer: default\n        tokenPolicy: ";
        var run = await DiffAsync(
            Base.Replace("label: Shop", server + before, StringComparison.Ordinal),
            Base.Replace("label: Shop", server + after, StringComparison.Ordinal),
            "--format",
            "json"
        );

        Assert.Equal([finding], Findings(run));
    }

    [Fact]
    public async Task Access_that_is_handed_over_before_assignments_outlive_the_stack_is_a_danger()
    {
        using var companion = new Companion();
        var elsewhere = Base.Replace("{ groups: [Engineering, Support] }", "elsewhere", StringComparison.Ordinal);
        var before = await PreviewAsync(companion, ("live", Base));
        var after = await PreviewAsync(companion, ("live", elsewhere));
        var old = companion.Write(
            "old.json",
            (await File.ReadAllTextAsync(before)).Replace(
                "\"retainOnDelete\": true",
                "\"retainOnDelete\": false",
                StringComparison.Ordinal
            )
        );

        Assert.Equal(
            ["danger access-handed-over shop:"],
            Findings(await Companion.RunAsync("diff", old, after, "--format", "json"))
        );
        Assert.Equal(
            ["danger access-taken-over shop:"],
            Findings(await Companion.RunAsync("diff", after, before, "--format", "json"))
        );
    }

    [Theory]
    [InlineData("https://192.168.0.1", "https://6.6.0.1", "danger")]
    [InlineData("https://192.168.0.1", "https://127.0.0.1:5001", "caution")]
    [InlineData("https://[2001:db8::1]", "https://[2001:db8::2]", "danger")]
    [InlineData("https://shop.example.co.uk", "https://other.co.uk", "danger")]
    public async Task A_host_is_known_by_the_domain_that_was_registered_and_an_address_by_all_of_it(
        string known,
        string added,
        string severity
    )
    {
        var before = Base.Replace("production: true", "production: false", StringComparison.Ordinal)
            .Replace("https://shop.example.com", known, StringComparison.Ordinal)
            .Replace("label: Shop", "label: Shop\n        trustedOrigins: []", StringComparison.Ordinal)
            .Replace($"[{known}]", $"[\"{known}\"]", StringComparison.Ordinal);

        var run = await DiffAsync(
            before,
            before.Replace($"[\"{known}\"]", $"[\"{known}\", \"{added}\"]", StringComparison.Ordinal),
            "--format",
            "json"
        );

        var host = new Uri(added).Host;
        Assert.Equal(
            [$"{severity} redirect-host-added shop: {host}"],
            Findings(run).Where(finding => finding.Contains("redirect-host-added", StringComparison.Ordinal))
        );
    }

    // What no stack file can say, but a change of the program can.
    [Theory]
    [InlineData("pkceRequired", "true", "false", "danger pkce-off shop:")]
    [InlineData("tokenEndpointAuthMethod", "\"none\"", "\"client_secret_basic\"", "danger client-secret shop:")]
    [InlineData(
        "grantTypes",
        """["authorization_code","refresh_token"]""",
        """["authorization_code","refresh_token","implicit"]""",
        "danger grant-unsafe shop: implicit"
    )]
    [InlineData("implicitAssignment", null, "true", "danger assignments-bypassed shop:")]
    [InlineData("implicitAssignment", null, "false", null)]
    [InlineData("type", "\"browser\"", "\"web\"", "danger client-type shop: web")]
    [InlineData(
        "responseTypes",
        """["code"]""",
        """["code","id_token"]""",
        "danger response-type-unsafe shop: id_token"
    )]
    [InlineData(
        "grantTypes",
        """["authorization_code","refresh_token"]""",
        """["refresh_token"]""",
        "danger sign-in-off shop:"
    )]
    public async Task A_change_of_the_program_counts_like_one_of_a_stack_file(
        string input,
        string? right,
        string changed,
        string? finding
    )
    {
        using var companion = new Companion();
        var before = await PreviewAsync(companion, ("live", Base));
        var document = JsonNode.Parse(await File.ReadAllTextAsync(before))!;
        var shop = ((JsonArray)document["stacks"]![0]!["resources"]!).Single(resource =>
            (string)resource!["type"]! == "okta:app/oAuth:OAuth" && (string)resource["name"]! == "shop"
        )!["inputs"]!;
        Assert.Equal(right, shop[input]?.ToJsonString());
        shop[input] = JsonNode.Parse(changed);
        var after = companion.Write("head.json", document.ToJsonString());
        var nothing = companion.Write("empty.json", """{"stacks":[]}""");

        string[] expected = finding is null ? [] : [finding];
        Assert.Equal(expected, Findings(await Companion.RunAsync("diff", before, after, "--format", "json")));
        Assert.Equal(
            expected,
            Findings(await Companion.RunAsync("diff", nothing, after, "--format", "json"))
                .Where(told => told.StartsWith("danger", StringComparison.Ordinal))
        );
        Assert.Empty(Findings(await Companion.RunAsync("diff", after, before, "--format", "json")));
    }

    [Theory]
    [InlineData("jwksUri", "\"https://x.example\"", "caution other-changed shop: jwksUri")]
    [InlineData("clientUri", "\"https://x.example\"", "note okta-property-changed shop: clientUri")]
    [InlineData("autoKeyRotation", "false", "caution okta-property-changed shop: autoKeyRotation")]
    [InlineData("adminNote", "\"Mine\"", "caution other-changed shop: adminNote")]
    [InlineData("consentMethod", "\"REQUIRED\"", "caution consent-changed shop: REQUIRED")]
    [InlineData("issuerMode", "\"CUSTOM_URL\"", "caution issuer-mode-changed shop: CUSTOM_URL")]
    [InlineData("hideIos", "false", "note dashboard-changed shop:")]
    [InlineData("skipAuthenticationPolicy", "true", "caution authentication-policy-changed shop:")]
    public async Task What_no_stack_file_can_say_is_told_when_it_changes(string input, string changed, string finding)
    {
        using var companion = new Companion();
        var before = await PreviewAsync(companion, ("live", Base));
        var document = JsonNode.Parse(await File.ReadAllTextAsync(before))!;
        var shop = ((JsonArray)document["stacks"]![0]!["resources"]!).Single(resource =>
            (string)resource!["type"]! == "okta:app/oAuth:OAuth" && (string)resource["name"]! == "shop"
        )!["inputs"]!;
        shop[input] = JsonNode.Parse(changed);
        var after = companion.Write("head.json", document.ToJsonString());

        Assert.Equal([finding], Findings(await Companion.RunAsync("diff", before, after, "--format", "json")));
        Assert.Single(Findings(await Companion.RunAsync("diff", after, before, "--format", "json")));
    }

    [Fact]
    public async Task A_new_application_is_told_with_who_and_where_and_its_risks()
    {
        var run = await DiffAsync(
            Base,
            Base
                + """
                      new:
                        label: New
                        baseUris: [https://new.example.com]
                        refreshToken: { rotation: persistent }
                        trustedOrigins: []
                        access: everyone

                """.Replace("\n            ", "\n", StringComparison.Ordinal),
            "--format",
            "json"
        );

        Assert.Equal(
            [
                "caution: a refresh token that is stolen from a browser works until it expires, unnoticed",
                "caution: everyone in the organization may use the application, people who join later included",
                "note: new application for everyone in the organization; codes are sent to https://new.example.com/login/callback",
            ],
            ((JsonArray)JsonNode.Parse(run.Out)!["findings"]!).Select(finding =>
                $"{finding!["severity"]}: {finding["message"]}"
            )
        );
    }
}
