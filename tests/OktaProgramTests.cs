using OktaSpa.Tests.Support;
using RunException = Pulumi.RunException;

namespace OktaSpa.Tests;

/// <summary>What the program declares, seen from the engine.</summary>
public sealed class OktaProgramTests
{
    private static readonly string[] Code = ["authorization_code"];
    private static readonly string[] CodeAndRefresh = ["authorization_code", "refresh_token"];

    [Fact]
    public async Task A_minimal_application_sets_every_property_that_the_provider_would_default_unsafely()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.Settings()));

        var expected = new Dictionary<string, object>
        {
            ["label"] = "Storefront",
            // Anything else is another kind of client.
            ["type"] = "browser",
            // Provider: client_secret_basic, which makes a secret.
            ["tokenEndpointAuthMethod"] = "none",
            // Provider: false with the first update.
            ["pkceRequired"] = true,
            ["grantTypes"] = CodeAndRefresh,
            ["responseTypes"] = new[] { "code" },
            // Provider: STATIC.
            ["refreshTokenRotation"] = "ROTATE",
            // Provider: 0.
            ["refreshTokenLeeway"] = 30.0,
            ["redirectUris"] = new[] { "https://app.example.com/login/callback" },
            // Provider: the same, but it decides where codes are sent.
            ["wildcardRedirect"] = "DISABLED",
            ["postLogoutRedirectUris"] = new[] { "https://app.example.com" },
            // These three: no tile on the dashboard.
            ["loginMode"] = "DISABLED",
            ["hideWeb"] = true,
            ["hideIos"] = true,
            // Okta: REQUIRED.
            ["consentMethod"] = "TRUSTED",
            // Okta: DYNAMIC.
            ["issuerMode"] = "ORG_URL",
            // Provider: false, which assigns the default policy anew with each update.
            ["skipAuthenticationPolicy"] = true,
            ["adminNote"] =
                "Declared in code: Pulumi project okta-spa, stack dev, organisation dev-00000000.okta.com. Changes by hand are undone.",
        };
        // And nothing else: implicitAssignment and omitSecret among others have no safe value.
        Assert.Equal(Wire.Of(expected), Wire.Of(run.App("storefront").Inputs));
    }

    [Fact]
    public async Task Without_refresh_tokens_there_is_no_grant_no_rotation_and_no_offline_access()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.With("""{ "refreshToken": "none" }""")));

        var inputs = run.App("storefront").Inputs;
        Assert.Equal(Wire.Of(Code), Wire.Of(inputs["grantTypes"]));
        Assert.DoesNotContain("refreshTokenRotation", inputs.Keys);
        Assert.DoesNotContain("refreshTokenLeeway", inputs.Keys);
        Assert.Equal("""["openid","profile","email"]""", await Wire.OutputAsync(run, "storefront", "scopes"));
    }

    [Fact]
    public async Task A_persistent_refresh_token_is_static_without_a_grace_period()
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(Config.With("""{ "refreshToken": { "rotation": "persistent" } }"""))
        );

        Assert.Equal("STATIC", run.App("storefront").Inputs["refreshTokenRotation"]);
        Assert.Equal(0.0, run.App("storefront").Inputs["refreshTokenLeeway"]);
    }

    [Fact]
    public async Task No_grace_period_is_sent_as_zero()
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(Config.With("""{ "refreshToken": { "gracePeriodSeconds": 0 } }"""))
        );

        Assert.Equal("ROTATE", run.App("storefront").Inputs["refreshTokenRotation"]);
        Assert.Equal(0.0, run.App("storefront").Inputs["refreshTokenLeeway"]);
    }

    [Fact]
    public async Task An_authentication_policy_is_given_instead_of_skipped()
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(Config.With("""{ "authenticationPolicy": "rstnkw1sgzfqkDUtx1d7" }"""))
        );

        Assert.Equal("rstnkw1sgzfqkDUtx1d7", run.App("storefront").Inputs["authenticationPolicy"]);
        Assert.DoesNotContain("skipAuthenticationPolicy", run.App("storefront").Inputs.Keys);
    }

    [Fact]
    public async Task A_tile_is_shown_on_the_web_and_leads_to_the_initiate_login_uri()
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(Config.With("""{ "tile": true, "initiateLoginUri": "https://app.example.com/login" }"""))
        );

        var inputs = run.App("storefront").Inputs;
        Assert.Equal("SPEC", inputs["loginMode"]);
        Assert.Equal("https://app.example.com/login", inputs["loginUri"]);
        Assert.Equal("""["email","openid","profile"]""", Wire.Of(inputs["loginScopes"]));
        Assert.Equal(false, inputs["hideWeb"]);
        Assert.Equal(true, inputs["hideIos"]);
    }

    [Fact]
    public async Task An_initiate_login_uri_alone_shows_no_tile()
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(Config.With("""{ "initiateLoginUri": "https://app.example.com/login" }"""))
        );

        Assert.Equal("https://app.example.com/login", run.App("storefront").Inputs["loginUri"]);
        Assert.Equal("DISABLED", run.App("storefront").Inputs["loginMode"]);
        Assert.Equal(true, run.App("storefront").Inputs["hideWeb"]);
    }

    [Fact]
    public async Task Wildcards_are_sent_after_the_exact_uris_and_only_then_switched_on()
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(
                Config.With(
                    """
                    {
                      "baseUris": ["https://app.example.com", "https://b.example.com"],
                      "wildcardRedirect": true,
                      "signInRedirectUris": ["https://*.example.com/cb", "https://b.example.com/cb", "https://app.example.com/cb"]
                    }
                    """
                )
            )
        );

        Assert.Equal("SUBDOMAIN", run.App("storefront").Inputs["wildcardRedirect"]);
        Assert.Equal(
            """["https://app.example.com/cb","https://b.example.com/cb","https://*.example.com/cb"]""",
            Wire.Of(run.App("storefront").Inputs["redirectUris"])
        );
        Assert.Equal(
            "\"https://b.example.com/cb\"",
            await Wire.OutputAsync(run, "storefront", "authJs", "redirectUri")
        );
    }

    [Fact]
    public async Task With_wildcards_only_the_front_end_gets_the_page_of_the_base_uri_that_matches()
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(
                Config.With(
                    """
                    {
                      "baseUris": ["https://other.test", "https://app.example.com"],
                      "wildcardRedirect": true,
                      "signInRedirectUris": ["https://*.example.com/cb?x=1"]
                    }
                    """
                )
            )
        );

        Assert.Equal(
            "\"https://app.example.com/cb?x=1\"",
            await Wire.OutputAsync(run, "storefront", "authJs", "redirectUri")
        );
    }

    [Fact]
    public async Task A_custom_domain_issues_the_tokens()
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(Config.Settings().And("""{ "customDomain": "Login.Example.com" }"""))
        );

        Assert.Equal("CUSTOM_URL", run.App("storefront").Inputs["issuerMode"]);
        Assert.Equal("\"https://login.example.com\"", await Wire.OutputAsync(run, "storefront", "issuer"));
    }

    [Theory]
    [InlineData("org", "https://dev-00000000.okta.com")]
    [InlineData("default", "https://dev-00000000.okta.com/oauth2/default")]
    [InlineData("aus9o8wzkhckw9TLa0h7", "https://dev-00000000.okta.com/oauth2/aus9o8wzkhckw9TLa0h7")]
    public async Task The_issuer_is_the_authorization_server_that_the_front_end_uses(string issuer, string expected)
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.With($$"""{ "issuer": "{{issuer}}" }""")));

        Assert.Equal($"\"{expected}\"", await Wire.OutputAsync(run, "storefront", "issuer"));
        Assert.Equal($"\"{expected}\"", await Wire.OutputAsync(run, "storefront", "authJs", "issuer"));
    }

    [Fact]
    public async Task Outputs_are_what_the_front_end_needs()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.Settings()));

        Assert.Equal(["storefront"], run.Outputs.Keys);
        Assert.Equal(
            """{"authJs":{"clientId":"storefront-client-id","issuer":"https://dev-00000000.okta.com","pkce":true,"postLogoutRedirectUri":"https://app.example.com","redirectUri":"https://app.example.com/login/callback","scopes":["openid","profile","email","offline_access"]},"clientId":"storefront-client-id","issuer":"https://dev-00000000.okta.com","scopes":["openid","profile","email","offline_access"],"signInRedirectUris":["https://app.example.com/login/callback"],"signOutRedirectUris":["https://app.example.com"]}""",
            await Wire.OutputAsync(run, "storefront")
        );
    }

    [Fact]
    public async Task Without_sign_out_redirect_uris_the_front_end_gets_none()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.With("""{ "signOutRedirectUris": [] }""")));

        Assert.Equal("[]", Wire.Of(run.App("storefront").Inputs["postLogoutRedirectUris"]));
        Assert.DoesNotContain(
            "postLogoutRedirectUri",
            await Wire.OutputAsync(run, "storefront"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Everyone_is_the_organizations_built_in_group()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.Settings()));

        Assert.Equal(
            $$"""[{"id":"{{PulumiHarness.EveryoneId}}","profile":"{}"}]""",
            Wire.Of(run.Access("storefront").Inputs["groups"])
        );
        Assert.Equal("storefront-id", run.Access("storefront").Inputs["appId"]);
    }

    [Fact]
    public async Task Groups_are_assigned_by_id_in_a_fixed_order()
    {
        var harness = new PulumiHarness();
        harness.Groups.Add(new("00gaaaaaaaaaaaaaaaaa", "Sales \"East\" \\ West"));

        var run = await harness.RunAsync(
            Config.Of(
                Config.With(
                    """{ "access": { "groups": ["Engineering", "00gsupport0000000000", "Sales \"East\" \\ West"] } }"""
                )
            )
        );

        Assert.Equal(
            """[{"id":"00gaaaaaaaaaaaaaaaaa","profile":"{}"},{"id":"00gengineering000000","profile":"{}"},{"id":"00gsupport0000000000","profile":"{}"}]""",
            Wire.Of(run.Access("storefront").Inputs["groups"])
        );
    }

    [Fact]
    public async Task A_trusted_origin_is_declared_once_however_many_applications_share_it()
    {
        var settings = Config.Settings();
        settings["applications"]!["admin"] = System.Text.Json.Nodes.JsonNode.Parse(
            """{ "label": "Admin", "baseUris": ["https://app.example.com:443", "http://localhost:80"], "access": "everyone" }"""
        );

        var run = await new PulumiHarness().RunAsync(Config.Of(settings));

        Assert.Equal(["http://localhost", "https://app.example.com"], run.Origins.Select(origin => origin.Name));
        Assert.Equal(
            """{"active":true,"name":"https://app.example.com (okta-spa/dev)","origin":"https://app.example.com","scopes":["CORS","REDIRECT"]}""",
            Wire.Of(run.Origins.Last().Inputs)
        );
    }

    [Fact]
    public async Task Trusted_origins_are_those_that_the_application_names()
    {
        var run = await new PulumiHarness().RunAsync(
            Config.Of(
                Config.With(
                    """{ "baseUris": ["https://a.example.com", "https://b.example.com"], "trustedOrigins": ["https://b.example.com"] }"""
                )
            )
        );

        Assert.Equal(["https://b.example.com"], run.Origins.Select(origin => origin.Name));
    }

    [Fact]
    public async Task A_trusted_origin_that_another_stack_owns_is_looked_up_instead_of_declared()
    {
        var harness = new PulumiHarness();
        harness.TrustedOrigins.Add(new("https://app.example.com", true, "REDIRECT", "CORS"));

        var run = await harness.RunAsync(
            Config.Of(Config.Settings().And("""{ "trustedOriginsManagedElsewhere": ["https://app.example.com"] }"""))
        );

        Assert.Empty(run.Origins);
        Assert.Contains("""origin eq "https://app.example.com" """.TrimEnd(), run.Questions);
    }

    [Fact]
    public async Task Long_texts_are_shortened_so_that_Okta_takes_them_and_stay_distinct()
    {
        var host = string.Join('.', Enumerable.Repeat(new string('a', 47), 5));
        var run = await new PulumiHarness().RunAsync(
            Config.Of(
                Config.With($$"""{ "baseUris": ["https://{{host}}", "https://{{host}}:8443"] }"""),
                orgName: new string('o', 63)
            ),
            stack: new string('s', 90)
        );

        var names = run.Origins.Select(origin => (string)origin.Inputs["name"]).ToList();
        Assert.All(names, name => Assert.InRange(name.Length, 1, 255));
        Assert.Equal(2, names.Distinct().Count());
        Assert.Equal(250, ((string)run.App("storefront").Inputs["adminNote"]).Length);
    }

    [Fact]
    public async Task Only_the_application_is_protected_and_only_in_production()
    {
        var strict = await new PulumiHarness().RunAsync(
            Config.Of(Config.Settings().And("""{ "production": true }""")),
            "prod"
        );
        var relaxed = await new PulumiHarness().RunAsync(Config.Of(Config.Settings()));

        Assert.Equal(
            ["okta:app/oAuth:OAuth::storefront"],
            strict.Resources.Where(resource => resource.Options.Protect == true).Select(resource => resource.ToString())
        );
        Assert.DoesNotContain(relaxed.Resources, resource => resource.Options.Protect == true);
    }

    [Fact]
    public async Task A_former_name_becomes_an_alias_of_the_component_that_its_children_inherit()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.With("""{ "formerly": "shop" }""")));

        var alias = await Wire.ValueAsync(
            Assert.Single(run.Get("okta-spa:index:SpaApplication", "storefront").Options.Aliases)
        );
        Assert.Equal("shop", await Wire.ValueAsync(alias.Name));
        // The engine renames a child's alias with its parent's only where the child's name begins with the parent's.
        Assert.All(
            [run.App("storefront"), run.Access("storefront")],
            child => Assert.StartsWith("storefront", child.Name, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Nothing_but_the_application_its_access_and_its_origins_is_declared_each_under_its_component()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.Settings()));

        Assert.Equal(
            [
                "urn:pulumi:dev::okta-spa::okta-spa:index:SpaApplication$okta:app/oAuth:OAuth::storefront",
                "urn:pulumi:dev::okta-spa::okta-spa:index:SpaApplication$okta:index/appGroupAssignments:AppGroupAssignments::storefront-access",
                "urn:pulumi:dev::okta-spa::okta-spa:index:SpaApplication::storefront",
                "urn:pulumi:dev::okta-spa::okta-spa:index:TrustedOrigins$okta:trustedorigin/origin:Origin::https://app.example.com",
                "urn:pulumi:dev::okta-spa::okta-spa:index:TrustedOrigins::trusted-origins",
            ],
            run.Resources.Select(resource => resource.Urn).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_component_ends_with_its_outputs_so_that_the_engine_shows_it_as_done()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.Settings()));

        Assert.Equal(["storefront: clientId", "trusted-origins:"], run.Finished);
    }

    [Fact]
    public async Task A_preview_of_a_new_stack_sends_everything_but_the_ids_that_only_Okta_gives()
    {
        var run = await new PulumiHarness { KnowsIds = false }.RunAsync(Config.Of(Config.Settings()), isPreview: true);

        Assert.DoesNotContain("appId", run.Access("storefront").Inputs.Keys);
        Assert.Equal("Storefront", run.App("storefront").Inputs["label"]);
        Assert.Single(run.Origins);
    }

    [Fact]
    public async Task Wrong_settings_stop_the_program_with_all_problems_before_anything_is_asked_or_declared()
    {
        var harness = new PulumiHarness();

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() =>
            harness.RunAsync(Config.Of(Config.With("""{ "label": null, "baseUris": ["https://app.example.com/"] }""")))
        );

        Assert.Contains(
            """
            The configuration of stack dev has 2 problems; nothing was declared.
              1. applications.storefront.label: this key is missing, and has no default. Add label.
              2. applications.storefront.baseUris[0]: "https://app.example.com/" has a slash at its end, but an origin is scheme, host and port only. Write https://app.example.com.
            """.ReplaceLineEndings("\n"),
            thrown.Message,
            StringComparison.Ordinal
        );
        Assert.IsType<RunException>(thrown);
        Assert.False(harness.HasDeclared);
    }
}
