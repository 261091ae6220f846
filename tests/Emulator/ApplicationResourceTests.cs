using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Emulator;

/// <summary>
/// What belongs to an application beside itself: users, a schema of them, scopes, administrator roles, an
/// authenticator.
/// </summary>
public sealed class ApplicationResourceTests
{
    [Fact]
    public async Task A_user_is_assigned_with_the_claims_that_Okta_knows_of_and_goes_with_the_assignment_or_the_user()
    {
        await using var emulator = await Emulated.StartAsync();
        var (app, user, other) = (
            await emulator.CreateSpaAsync(),
            await CreateUserAsync(emulator, "jo"),
            await CreateUserAsync(emulator, "li")
        );

        var assigned = await emulator.PostAsync(
            $"/api/v1/apps/{app}/users",
            $$"""{"id":"{{user}}","credentials":{"userName":"jo-in-app","password":{} } }"""
        );
        await emulator.PostAsync($"/api/v1/apps/{app}/users", $$"""{"id":"{{other}}"}""");
        var renamed = await emulator.PostAsync(
            $"/api/v1/apps/{app}/users/{user}",
            """{"credentials":{"userName":"jo-renamed"},"profile":{"nickname":"J"}}"""
        );

        Assert.Equal(
            (200, "jo-in-app", "USER", "ACTIVE"),
            (
                assigned.Status,
                (string)assigned.Json["credentials"]!["userName"]!,
                (string)assigned.Json["scope"]!,
                (string)assigned.Json["status"]!
            )
        );
        Assert.Equal(
            ("Jo", "Doe", "Jo Doe", "jo@example.com"),
            (
                (string)assigned.Json["profile"]!["given_name"]!,
                (string)assigned.Json["profile"]!["family_name"]!,
                (string)assigned.Json["profile"]!["name"]!,
                (string)assigned.Json["profile"]!["email"]!
            )
        );
        Assert.Equal(
            ("jo-renamed", "J"),
            ((string)renamed.Json["credentials"]!["userName"]!, (string)renamed.Json["profile"]!["nickname"]!)
        );
        Assert.Equal(
            "li@example.com",
            (string)(await emulator.GetAsync($"/api/v1/apps/{app}/users/{other}")).Json["credentials"]!["userName"]!
        );
        Assert.Equal([user, other], await AssignedAsync());
        await emulator.DeleteAsync($"/api/v1/users/{other}");
        Assert.Equal([user], await AssignedAsync());
        Assert.Equal(204, (await emulator.DeleteAsync($"/api/v1/apps/{app}/users/{user}")).Status);
        Assert.Equal(404, (await emulator.GetAsync($"/api/v1/apps/{app}/users/{user}")).Status);
        Assert.Empty(await AssignedAsync());

        async Task<List<string>> AssignedAsync() =>
            [
                .. (await emulator.GetAsync($"/api/v1/apps/{app}/users"))
                    .Json.AsArray()
                    .Select(one => (string)one!["id"]!),
            ];
    }

    [Fact]
    public async Task A_user_who_is_not_there_and_a_property_that_is_not_in_the_schema_are_refused()
    {
        await using var emulator = await Emulated.StartAsync();
        var (app, user) = (await emulator.CreateSpaAsync(), await CreateUserAsync(emulator, "jo"));
        var unknown = $$$"""{"id":"{{{user}}}","profile":{"shoeSize":"43"}}""";

        Assert.Equal(404, (await emulator.PostAsync($"/api/v1/apps/{app}/users", """{"id":"00unone"}""")).Status);
        Assert.Equal(
            "Property name 'shoeSize' is not defined in profile",
            (await emulator.PostAsync($"/api/v1/apps/{app}/users", unknown)).Cause
        );
        await emulator.PostAsync(
            Schema(app),
            """{"definitions":{"custom":{"properties":{"shoeSize":{"title":"Shoe size","type":"string"}}}}}"""
        );
        Assert.Equal(
            "43",
            (string)(await emulator.PostAsync($"/api/v1/apps/{app}/users", unknown)).Json["profile"]!["shoeSize"]!
        );
    }

    [Fact]
    public async Task A_schema_gains_and_loses_properties_and_tells_what_Okta_tells_of_them()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = await emulator.CreateSpaAsync();
        await emulator.PostAsync(
            Schema(app),
            """{"definitions":{"custom":{"properties":{"one":{"title":"One","type":"string","required":false,"scope":"NONE","union":"DISABLE","master":{"type":"OKTA"},"permissions":[{"action":"READ_ONLY","principal":"SELF"}]}}}}}"""
        );

        var two = await emulator.PostAsync(
            Schema(app),
            """{"definitions":{"custom":{"properties":{"two":{"title":"Two","type":"array","required":true,"union":"DISABLE","items":{"type":"object","enum":[{"a":0.5}]}}}}}}"""
        );
        var one = await emulator.PostAsync(Schema(app), """{"definitions":{"custom":{"properties":{"two":null}}}}""");
        var none = await emulator.PostAsync(Schema(app), """{"definitions":{"custom":{"properties":{"one":null}}}}""");

        Assert.Equal(
            """{"title":"One","type":"string","scope":"NONE"}""",
            Custom(two)["properties"]!["one"]!.ToJsonString()
        );
        Assert.Equal(
            """{"title":"Two","type":"array","required":true,"items":{"type":"object","enum":[{"a":0.5}],"additionalProperties":true},"union":"DISABLE"}""",
            Custom(two)["properties"]!["two"]!.ToJsonString()
        );
        Assert.Equal("""["two"]""", Custom(two)["required"]!.ToJsonString());
        Assert.Equal(["one"], Custom(one)["properties"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal("""{"id":"#custom","type":"object","properties":{}}""", Custom(none).ToJsonString());
        Assert.Equal(none.Text, (await emulator.GetAsync(Schema(app))).Text);
    }

    [Fact]
    public async Task A_base_property_can_be_required_but_none_can_be_added()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = await emulator.CreateSpaAsync();

        var required = await emulator.PostAsync(Schema(app), Base("name", isRequired: true));
        var refused = await emulator.PostAsync(Schema(app), Base("shoeSize", isRequired: true));
        var free = await emulator.PostAsync(Schema(app), Base("name", isRequired: false));

        Assert.Equal("""["userName","name"]""", required.Json["definitions"]!["base"]!["required"]!.ToJsonString());
        Assert.True((bool)required.Json["definitions"]!["base"]!["properties"]!["name"]!["required"]!);
        Assert.Equal(400, refused.Status);
        Assert.Equal("""["userName"]""", free.Json["definitions"]!["base"]!["required"]!.ToJsonString());
        Assert.Equal(404, (await emulator.GetAsync(Schema("0oanone"))).Status);

        static string Base(string name, bool isRequired) =>
            $$$"""{"definitions":{"base":{"properties":{"{{{name}}}":{"title":"T","type":"string","required":{{{(isRequired ? "true" : "false")}}} } } } } }""";
    }

    [Theory]
    [InlineData("""{"custom":{"properties":{"good":{"title":"Good","type":"string"},"bad":{"type":"string"}}}}""")]
    [InlineData(
        """{"custom":{"properties":{"good":{"title":"Good","type":"string"},"bad":{"title":"Bad","type":"text"}}}}"""
    )]
    [InlineData(
        """{"custom":{"properties":{"good":{"title":"Good","type":"string"}}},"base":{"properties":{"name":null}}}"""
    )]
    public async Task A_schema_that_is_partly_wrong_is_not_changed(string definitions)
    {
        await using var emulator = await Emulated.StartAsync();
        var app = await emulator.CreateSpaAsync();

        Assert.Equal(400, (await emulator.PostAsync(Schema(app), $$"""{"definitions":{{definitions}}}""")).Status);
        Assert.Empty(Custom(await emulator.GetAsync(Schema(app)))["properties"]!.AsObject());
    }

    [Fact]
    public async Task A_scope_of_Oktas_own_is_granted_once_and_taken_back()
    {
        await using var emulator = await Emulated.StartAsync();
        var grants = $"/api/v1/apps/{await emulator.CreateSpaAsync()}/grants";

        var granted = await emulator.PostAsync(
            grants,
            """{"issuer":"https://dev-1.okta.com","scopeId":"okta.users.read"}"""
        );
        await emulator.PostAsync(grants, """{"issuer":"https://dev-1.okta.com","scopeId":"okta.users.read"}""");
        await emulator.PostAsync(grants, """{"issuer":"https://dev-1.okta.com","scopeId":"okta.users.manage"}""");

        Assert.Equal(
            (201, "okta.users.read", "ACTIVE"),
            (granted.Status, (string)granted.Json["scopeId"]!, (string)granted.Json["status"]!)
        );
        Assert.Equal(
            400,
            (await emulator.PostAsync(grants, """{"issuer":"https://dev-1.okta.com","scopeId":"openid"}""")).Status
        );
        Assert.Equal(
            400,
            (await emulator.PostAsync(grants, """{"issuer":"dev-1","scopeId":"okta.users.read"}""")).Status
        );
        Assert.Equal(204, (await emulator.DeleteAsync($"{grants}/{granted.Json["id"]}")).Status);
        Assert.Equal(404, (await emulator.DeleteAsync($"{grants}/{granted.Json["id"]}")).Status);
        Assert.Equal(
            ["okta.users.manage"],
            (await emulator.GetAsync(grants)).Json.AsArray().Select(grant => (string)grant!["scopeId"]!)
        );
    }

    [Fact]
    public async Task A_client_gets_a_standard_role_whose_id_tells_its_type()
    {
        await using var emulator = await Emulated.StartAsync();
        var roles = $"/oauth2/v1/clients/{await emulator.CreateSpaAsync()}/roles";

        var assigned = await emulator.PostAsync(roles, """{"type":"HELP_DESK_ADMIN"}""");
        var again = await emulator.PostAsync(roles, """{"type":"HELP_DESK_ADMIN"}""");

        Assert.Equal(
            (201, "JBCUYUC7IRCVGS27IFCE2SKO", "Help Desk Administrator"),
            (assigned.Status, (string)assigned.Json["id"]!, (string)assigned.Json["label"]!)
        );
        Assert.Equal((409, "E0000090"), (again.Status, (string)again.Json["errorCode"]!));
        Assert.Equal(
            "IFIFAX2BIRGUSTQ",
            (string)(await emulator.PostAsync(roles, """{"type":"APP_ADMIN"}""")).Json["id"]!
        );
        Assert.Equal(400, (await emulator.PostAsync(roles, """{"type":"KING"}""")).Status);
        Assert.Equal(
            404,
            (await emulator.PostAsync("/oauth2/v1/clients/none/roles", """{"type":"APP_ADMIN"}""")).Status
        );
        Assert.Equal("ACTIVE", (string)(await emulator.GetAsync($"{roles}/JBCUYUC7IRCVGS27IFCE2SKO")).Json["status"]!);
        Assert.Equal(204, (await emulator.DeleteAsync($"{roles}/JBCUYUC7IRCVGS27IFCE2SKO")).Status);
        Assert.Equal(404, (await emulator.GetAsync($"{roles}/JBCUYUC7IRCVGS27IFCE2SKO")).Status);
        Assert.Equal(401, (await emulator.GetAsync(roles, authorization: null)).Status);
    }

    [Fact]
    public async Task A_client_gets_a_role_that_the_organization_made_over_what_it_said()
    {
        await using var emulator = await Emulated.StartAsync();
        var roles = $"/oauth2/v1/clients/{await emulator.CreateSpaAsync()}/roles";
        var role = (string)
            (
                await emulator.PostAsync(
                    "/api/v1/iam/roles",
                    """{"label":"Helper","description":"d","permissions":["okta.users.read","okta.apps.read"]}"""
                )
            ).Json["id"]!;
        var resources = (string)
            (
                await emulator.PostAsync(
                    "/api/v1/iam/resource-sets",
                    """{"label":"All","description":"d","resources":["https://dev-1.okta.com/api/v1/users","orn:okta:directory:x:users"]}"""
                )
            ).Json["id"]!;
        var request = $$"""{"type":"CUSTOM","role":"{{role}}","resource-set":"{{resources}}"}""";

        var assigned = await emulator.PostAsync(roles, request);
        Assert.Equal(
            (201, "Helper", role, resources),
            (
                assigned.Status,
                (string)assigned.Json["label"]!,
                (string)assigned.Json["role"]!,
                (string)assigned.Json["resource-set"]!
            )
        );
        Assert.Equal(409, (await emulator.PostAsync(roles, request)).Status);
        Assert.Equal(
            404,
            (await emulator.PostAsync(roles, request.Replace(role, "cr0none", StringComparison.Ordinal))).Status
        );
        Assert.Equal(
            "label: An object with this field already exists in the current organization",
            (
                await emulator.PostAsync(
                    "/api/v1/iam/roles",
                    """{"label":"Helper","permissions":["okta.users.read"]}"""
                )
            ).Cause
        );

        await emulator.PostAsync($"/api/v1/iam/roles/{role}/permissions/okta.groups.read");
        await emulator.DeleteAsync($"/api/v1/iam/roles/{role}/permissions/okta.apps.read");
        Assert.Equal(
            ["okta.users.read", "okta.groups.read"],
            (await emulator.GetAsync($"/api/v1/iam/roles/{role}/permissions")).Json["permissions"]!
                .AsArray()
                .Select(permission => (string)permission!["label"]!)
        );

        Assert.Equal(
            204,
            (
                await emulator.SendAsync(
                    "PATCH",
                    $"/api/v1/iam/resource-sets/{resources}/resources",
                    """{"additions":["https://dev-1.okta.com/api/v1/apps"]}"""
                )
            ).Status
        );
        var members = (await emulator.GetAsync($"/api/v1/iam/resource-sets/{resources}/resources")).Json[
            "resources"
        ]!.AsArray();
        Assert.Equal(
            ["https://dev-1.okta.com/api/v1/users", null, "https://dev-1.okta.com/api/v1/apps"],
            members.Select(member => (string?)member!["_links"]?["self"]!["href"])
        );
        Assert.Equal("orn:okta:directory:x:users", (string)members[1]!["orn"]!);
        Assert.Equal(
            204,
            (await emulator.DeleteAsync($"/api/v1/iam/resource-sets/{resources}/resources/{members[1]!["id"]}")).Status
        );
        Assert.Equal(
            2,
            (await emulator.GetAsync($"/api/v1/iam/resource-sets/{resources}/resources")).Json["resources"]!
                .AsArray()
                .Count
        );

        Assert.Equal(
            "Helpers",
            (string)(await emulator.PutAsync($"/api/v1/iam/roles/{role}", """{"label":"Helpers"}""")).Json["label"]!
        );
        Assert.Equal(204, (await emulator.DeleteAsync("/api/v1/iam/roles/Helpers")).Status);
        Assert.Empty((await emulator.GetAsync(roles)).Json.AsArray());
    }

    [Fact]
    public async Task An_authenticator_stays_active_while_an_application_asks_through_it()
    {
        await using var emulator = await Emulated.StartAsync();
        var authenticator = (string)
            (await emulator.PostAsync("/api/v1/authenticators?activate=true", CustomAuthenticator("Push"))).Json["id"]!;
        var app = Emulated.Spa();
        app["settings"]!["oauthClient"]!["application_type"] = "web";
        app["settings"]!["oauthClient"]!.AsObject().Remove("refresh_token");
        app["credentials"]!["oauthClient"]!["token_endpoint_auth_method"] = "client_secret_basic";
        app["settings"]!["oauthClient"]!["grant_types"] = new JsonArray(
            "authorization_code",
            "urn:openid:params:grant-type:ciba"
        );
        app["settings"]!["oauthClient"]!["backchannel_custom_authenticator_id"] = authenticator;

        var created = (await emulator.PostAsync("/api/v1/apps?activate=false", app.ToJsonString())).Json;
        Assert.Equal(
            ("poll", authenticator),
            (
                (string)created["settings"]!["oauthClient"]!["backchannel_token_delivery_mode"]!,
                (string)created["settings"]!["oauthClient"]!["backchannel_custom_authenticator_id"]!
            )
        );
        var refused = await emulator.PostAsync($"/api/v1/authenticators/{authenticator}/lifecycle/deactivate");
        Assert.Equal(
            (
                400,
                "Cannot delete this authenticator because it is being configured for CIBA by one or more OIDC applications."
            ),
            (refused.Status, refused.Cause)
        );
        await emulator.DeleteAsync($"/api/v1/apps/{created["id"]}");
        Assert.Equal(
            "INACTIVE",
            (string)
                (await emulator.PostAsync($"/api/v1/authenticators/{authenticator}/lifecycle/deactivate")).Json[
                    "status"
                ]!
        );

        app["settings"]!["oauthClient"]!["backchannel_custom_authenticator_id"] = "autnone";
        Assert.StartsWith(
            "backchannel_custom_authenticator_id: ",
            (await emulator.PostAsync("/api/v1/apps", app.ToJsonString())).Cause,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_organization_has_authenticators_and_gains_custom_ones_by_name()
    {
        await using var emulator = await Emulated.StartAsync();

        var created = await emulator.PostAsync("/api/v1/authenticators", CustomAuthenticator("Push"));
        var again = await emulator.PostAsync("/api/v1/authenticators", CustomAuthenticator("Push"));
        var changed = await emulator.PutAsync(
            $"/api/v1/authenticators/{created.Json["id"]}",
            CustomAuthenticator("Pull")
        );

        Assert.Equal(
            (200, "INACTIVE", "0oaabcdefghi123456789"),
            (created.Status, (string)created.Json["status"]!, (string)created.Json["settings"]!["oauthClientId"]!)
        );
        Assert.Equal(400, again.Status);
        Assert.Equal(
            400,
            (await emulator.PostAsync("/api/v1/authenticators", """{"key":"webauthn","name":"Key"}""")).Status
        );
        Assert.Equal("Pull", (string)changed.Json["name"]!);
        Assert.Equal(
            "ACTIVE",
            (string)
                (await emulator.PostAsync($"/api/v1/authenticators/{created.Json["id"]}/lifecycle/activate")).Json[
                    "status"
                ]!
        );
        Assert.Equal(
            ["okta_email", "okta_password", "custom_app"],
            (await emulator.GetAsync("/api/v1/authenticators")).Json.AsArray().Select(one => (string)one!["key"]!)
        );
    }

    [Fact]
    public async Task An_application_of_the_catalog_has_no_claim_of_its_own()
    {
        await using var emulator = await Emulated.StartAsync();
        var id = (string)
            (
                await emulator.PostAsync(
                    "/api/v1/apps",
                    """{"name":"StrongDM","label":"StrongDM","signOnMode":"OPENID_CONNECT"}"""
                )
            ).Json["id"]!;

        var reply = await emulator.GetAsync($"/api/v1/internal/apps/{id}/settings/oauth/idToken");

        Assert.Equal(
            (404, $"Not found: Resource not found: {id} (OAuth2AppInstance)"),
            (reply.Status, (string)reply.Json["errorSummary"]!)
        );
    }

    [Fact]
    public async Task Okta_tells_of_a_key_that_it_has_a_curve_and_of_a_logout_that_it_needs_no_session()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Emulated.Spa();
        app["credentials"]!["oauthClient"]!["token_endpoint_auth_method"] = "private_key_jwt";
        var oauth = app["settings"]!["oauthClient"]!.AsObject();
        oauth["jwks"] = JsonNode.Parse(
            """{"keys":[{"kty":"EC","kid":"one","x":"x","y":"y"},{"kty":"RSA","kid":"two","e":"AQAB","n":"n"}]}"""
        );
        oauth["participate_slo"] = true;
        oauth["frontchannel_logout_uri"] = "https://app.example.com/logout";

        var created = (await emulator.PostAsync("/api/v1/apps", app.ToJsonString())).Json;

        var keys = created["settings"]!["oauthClient"]!["jwks"]!["keys"]!.AsArray();
        Assert.Equal([true, false], keys.Select(key => key!.AsObject().ContainsKey("crv")));
        Assert.False((bool)created["settings"]!["oauthClient"]!["frontchannel_logout_session_required"]!);
        Assert.Equal("jwks", (string)created["_links"]!["clientCredentials"]![0]!["name"]!);
    }

    [Fact]
    public async Task What_is_refused_uses_up_no_id()
    {
        await using var emulator = await Emulated.StartAsync();
        var first = await emulator.CreateSpaAsync("First");
        await emulator.PostAsync("/api/v1/apps", Emulated.Spa("").ToJsonString());
        await emulator.PostAsync("/api/v1/groups", """{"profile":{"name":"Everyone"}}""");

        Assert.Equal(Number(first) + 1, Number(await emulator.CreateSpaAsync("Second")));

        static int Number(string id) => int.Parse(id[3..^4], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("/api/v1/apps/0oanone/grants", "okta.appGrants.read")]
    [InlineData("/api/v1/apps/0oanone/users", "okta.apps.read")]
    [InlineData("/api/v1/meta/schemas/apps/0oanone/default", "okta.schemas.read")]
    [InlineData("/api/v1/iam/roles/none", "okta.roles.read")]
    [InlineData("/oauth2/v1/clients/none/roles", "okta.roles.read")]
    [InlineData("/api/v1/authenticators/none", "okta.authenticators.read")]
    public async Task Each_kind_has_a_scope_of_its_own(string path, string scope)
    {
        await using var emulator = await Emulated.StartAsync(
            $$"""{"accessTokens":[{"token":"right","scopes":["{{scope}}"]},{"token":"wrong","scopes":["okta.groups.read"]}]}"""
        );

        Assert.Equal(404, (await emulator.GetAsync(path, "Bearer right")).Status);
        Assert.Equal(403, (await emulator.GetAsync(path, "Bearer wrong")).Status);
    }

    [Fact]
    public async Task A_policy_has_a_last_rule_that_can_be_changed_but_not_removed()
    {
        await using var emulator = await Emulated.StartAsync();
        var policy = (string)
            (await emulator.PostAsync("/api/v1/policies", """{"type":"ACCESS_POLICY","name":"Strict"}""")).Json["id"]!;
        var rules = $"/api/v1/policies/{policy}/rules";
        var last = (await emulator.GetAsync(rules)).Json.AsArray().Single()!;
        Assert.Equal((true, "ALLOW"), ((bool)last["system"]!, Access(last)));

        var denied = await emulator.PutAsync(
            $"{rules}/{last["id"]}",
            """{"name":"Renamed","priority":1,"type":"ACCESS_POLICY","actions":{"appSignOn":{"access":"DENY"}}}"""
        );
        var added = await emulator.PostAsync(rules, Rule("Mine"));

        Assert.Equal(
            ("Catch-all Rule", 99, "DENY"),
            ((string)denied.Json["name"]!, (int)denied.Json["priority"]!, Access(denied.Json))
        );
        Assert.Equal(
            (false, 0, "ACTIVE"),
            ((bool)added.Json["system"]!, (int)added.Json["priority"]!, (string)added.Json["status"]!)
        );
        Assert.Equal(
            "name: An object with this field already exists in the current organization",
            (await emulator.PostAsync(rules, Rule("Mine"))).Cause
        );
        Assert.Equal(400, (await emulator.PostAsync(rules, """{"name":"Other"}""")).Status);
        Assert.Equal(
            ["Mine", "Catch-all Rule"],
            (await emulator.GetAsync(rules)).Json.AsArray().Select(rule => (string)rule!["name"]!)
        );
        Assert.Equal(403, (await emulator.DeleteAsync($"{rules}/{last["id"]}")).Status);
        Assert.Equal(403, (await emulator.PostAsync($"{rules}/{last["id"]}/lifecycle/deactivate")).Status);
        Assert.Equal(204, (await emulator.PostAsync($"{rules}/{added.Json["id"]}/lifecycle/deactivate")).Status);
        Assert.Equal("INACTIVE", (string)(await emulator.GetAsync($"{rules}/{added.Json["id"]}")).Json["status"]!);
        Assert.Equal(204, (await emulator.DeleteAsync($"{rules}/{added.Json["id"]}")).Status);
        Assert.Equal(404, (await emulator.GetAsync($"{rules}/{added.Json["id"]}")).Status);
        Assert.Equal(204, (await emulator.DeleteAsync($"/api/v1/policies/{policy}")).Status);
        Assert.Equal(404, (await emulator.GetAsync(rules)).Status);

        static string Access(JsonNode rule) => (string)rule["actions"]!["appSignOn"]!["access"]!;
        static string Rule(string name) =>
            $$$"""{"name":"{{{name}}}","type":"ACCESS_POLICY","conditions":{"network":{"connection":"ANYWHERE"}},"actions":{"appSignOn":{"access":"ALLOW"} } }""";
    }

    private static string CustomAuthenticator(string name) =>
        $$"""{"key":"custom_app","name":"{{name}}","agreeToTerms":true,"settings":{"appInstanceId":"0oaabcdefghi123456789","userVerification":"REQUIRED"},"provider":{"type":"PUSH","configuration":{"fcm":{"id":"ppcabcdefghijklmno123"} } } }""";

    private static string Schema(string app) => $"/api/v1/meta/schemas/apps/{app}/default";

    private static JsonNode Custom(Reply reply) => reply.Json["definitions"]!["custom"]!;

    private static async Task<string> CreateUserAsync(Emulated emulator, string name) =>
        (string)
            (
                await emulator.PostAsync(
                    "/api/v1/users",
                    $$$"""{"profile":{"login":"{{{name}}}@example.com","email":"{{{name}}}@example.com","firstName":"{{{char.ToUpperInvariant(name[0])}}}{{{name[1..]}}}","lastName":"Doe"}}"""
                )
            ).Json["id"]!;

    [Fact]
    public async Task A_bookmark_is_an_application_that_groups_may_use_and_no_client()
    {
        await using var emulator = await Emulated.StartAsync();
        const string Body =
            """{"name":"bookmark","label":"Wiki","signOnMode":"BOOKMARK","settings":{"app":{"url":"https://wiki.example.com","requestIntegration":false}}}""";

        var created = await emulator.PostAsync("/api/v1/apps", Body);
        var id = (string)created.Json["id"]!;
        var group = (string)
            (await emulator.PostAsync("/api/v1/groups", """{"profile":{"name":"Writers"}}""")).Json["id"]!;

        Assert.Equal(200, created.Status);
        Assert.Equal(
            ("bookmark", "BOOKMARK", "https://wiki.example.com"),
            (
                (string)created.Json["name"]!,
                (string)created.Json["signOnMode"]!,
                (string)created.Json["settings"]!["app"]!["url"]!
            )
        );
        Assert.Null(created.Json["credentials"]!["oauthClient"]);
        Assert.Null(created.Json["settings"]!["oauthClient"]);
        Assert.Equal(
            200,
            (
                await emulator.PutAsync(
                    $"/api/v1/apps/{id}/groups/{group}",
                    """{"priority":1,"profile":{"test":"a"}}"""
                )
            ).Status
        );
        Assert.Equal(
            200,
            (
                await emulator.PutAsync(
                    $"/api/v1/apps/{id}",
                    Body.Replace("Wiki", "Handbook", StringComparison.Ordinal)
                )
            ).Status
        );
        Assert.Equal(
            400,
            (
                await emulator.PutAsync(
                    $"/api/v1/apps/{id}",
                    Body.Replace("BOOKMARK", "OPENID_CONNECT", StringComparison.Ordinal)
                )
            ).Status
        );
        Assert.Equal(200, (await emulator.GetAsync("/")).Status);
        Assert.Contains("Handbook", (await emulator.GetAsync("/")).Text, StringComparison.Ordinal);
    }
}
