using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Emulator;

/// <summary>What Okta refuses, the emulator refuses in Okta's shape; and nothing of a refused call stays.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("settings.oauthClient.redirect_uris", "[]", "redirect_uris")]
    [InlineData("settings.oauthClient.redirect_uris", """["https://app.example.com/cb#x"]""", "redirect_uris")]
    [InlineData("settings.oauthClient.redirect_uris", """["/cb"]""", "redirect_uris")]
    [InlineData("settings.oauthClient.redirect_uris", """["https://*.example.com/cb"]""", "redirect_uris")]
    [InlineData(
        "settings.oauthClient.post_logout_redirect_uris",
        """["https://app.example.com/#out"]""",
        "post_logout_redirect_uris"
    )]
    [InlineData("credentials.oauthClient.pkce_required", "false", "pkce_required")]
    [InlineData("credentials.oauthClient.token_endpoint_auth_method", "\"secret\"", "token_endpoint_auth_method")]
    [InlineData("credentials.oauthClient.client_id", "\"a b\"", "client_id")]
    [InlineData("settings.oauthClient.refresh_token.leeway", "61", "leeway")]
    [InlineData("settings.oauthClient.refresh_token.leeway", "-1", "leeway")]
    [InlineData("settings.oauthClient.refresh_token.rotation_type", "\"ROTATE_ON_USE\"", "rotationType")]
    [InlineData("settings.oauthClient.grant_types", """["authorization_code","password"]""", "grant_types")]
    [InlineData("settings.oauthClient.grant_types", """["refresh_token"]""", "grant_types")]
    [InlineData("settings.oauthClient.grant_types", """["implicit"]""", "response_types")]
    [InlineData("settings.oauthClient.response_types", """["token"]""", "response_types")]
    [InlineData("settings.oauthClient.response_types", """["code","token"]""", "response_types")]
    [InlineData("settings.oauthClient.application_type", "\"spa\"", "application_type")]
    [InlineData("settings.oauthClient.wildcard_redirect", "\"ALWAYS\"", "wildcard_redirect")]
    [InlineData("settings.oauthClient.network", """{"connection":"OFFICE"}""", "connection")]
    [InlineData("settings", "null", "redirect_uris")]
    [InlineData("settings.oauthClient.idp_initiated_login", """{"mode":"SPEC"}""", "initiate_login_uri")]
    [InlineData("label", "\"\"", "label")]
    [InlineData("name", "\"bookmark\"", "signOnMode")]
    public async Task An_application_is_refused_with_the_field(string path, string value, string field)
    {
        await using var emulator = await Emulated.StartAsync();

        var reply = await emulator.PostAsync("/api/v1/apps", Changed(path, value).ToJsonString());

        AssertRefused(reply, 400, "E0000001");
        Assert.StartsWith("Api validation failed: ", (string)reply.Json["errorSummary"]!, StringComparison.Ordinal);
        Assert.StartsWith($"{field}: ", reply.Cause, StringComparison.Ordinal);
        Assert.Empty((await emulator.GetAsync("/api/v1/apps")).Json.AsArray());
    }

    [Theory]
    [InlineData(
        "settings.oauthClient.grant_types",
        """["authorization_code"]""",
        "''refresh_token'' grant type is required to configure ''refresh_token''."
    )]
    [InlineData("settings.oauthClient.refresh_token", """{"leeway":0}""", "''rotation_type'' is required.")]
    public async Task Refresh_tokens_are_configured_whole_and_with_their_grant(string path, string value, string cause)
    {
        await using var emulator = await Emulated.StartAsync();

        var reply = await emulator.PostAsync("/api/v1/apps", Changed(path, value).ToJsonString());

        AssertRefused(reply, 400, "E0000001");
        Assert.Equal(
            ("Api validation failed: App Instance", cause),
            ((string)reply.Json["errorSummary"]!, reply.Cause)
        );
    }

    [Theory]
    [InlineData("http://*.example.com/cb")]
    [InlineData("https://*.*.example.com/cb")]
    [InlineData("https://app.*.com/cb")]
    [InlineData("https://*.com/cb")]
    [InlineData("https://*.example.com/*")]
    public async Task A_wildcard_must_be_one_in_the_leftmost_label_of_https(string uri)
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Changed("settings.oauthClient.wildcard_redirect", "\"SUBDOMAIN\"");
        app["settings"]!["oauthClient"]!["redirect_uris"] = new JsonArray(uri);

        AssertRefused(await emulator.PostAsync("/api/v1/apps", app.ToJsonString()), 400, "E0000001");
    }

    [Theory]
    [InlineData("https://app.example.com/", "origin: Origin value is not valid")]
    [InlineData("https://app.example.com/path", "origin: Origin value is not valid")]
    [InlineData("app.example.com", "origin: Origin value is not valid")]
    [InlineData("https://*.example.com", "origin: Origin value is not valid")]
    [InlineData("javascript://x", "origin: Origin value is not valid")]
    [InlineData("chrome-extension://abcdefghijklmnop", "origin: Origin value is not valid")]
    [InlineData(
        "https://taken.example.com",
        "origin: An object with this field already exists in the current organization"
    )]
    [InlineData(
        "https://TAKEN.example.com",
        "origin: An object with this field already exists in the current organization"
    )]
    public async Task A_trusted_origin_is_scheme_host_and_port_and_not_taken(string origin, string cause)
    {
        await using var emulator = await Emulated.StartAsync(
            """{"apiTokens":["token"],"trustedOrigins":[{"name":"Taken","origin":"https://taken.example.com","scopes":["CORS"]}]}"""
        );

        var reply = await emulator.PostAsync(
            "/api/v1/trustedOrigins",
            $$"""{"name":"New","origin":"{{origin}}","scopes":[{"type":"CORS"}]}"""
        );

        AssertRefused(reply, 400, "E0000001");
        Assert.Equal(cause, reply.Cause);
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("https://app.example.com:8443")]
    [InlineData("ftp://files.example.com")]
    [InlineData("ionic://localhost")]
    [InlineData("capacitor://localhost")]
    public async Task A_trusted_origin_has_one_of_the_schemes_that_Okta_knows(string origin)
    {
        await using var emulator = await Emulated.StartAsync();

        var reply = await emulator.PostAsync(
            "/api/v1/trustedOrigins",
            $$"""{"name":"New","origin":"{{origin}}","scopes":[{"type":"CORS"}]}"""
        );

        Assert.Equal((200, origin), (reply.Status, (string)reply.Json["origin"]!));
    }

    [Fact]
    public async Task A_rotation_type_that_is_unknown_is_refused_in_Oktas_words()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Changed("settings.oauthClient.refresh_token.rotation_type", "\"ROTATE_ON_USE\"");

        var reply = await emulator.PostAsync("/api/v1/apps", app.ToJsonString());

        Assert.Equal(
            ("Api validation failed: rotationType", "rotationType: The field has an invalid value"),
            ((string)reply.Json["errorSummary"]!, reply.Cause)
        );
    }

    [Theory]
    [InlineData(true, true, 200)]
    [InlineData(false, true, 400)]
    [InlineData(true, false, 400)]
    public async Task What_the_dashboard_shows_can_be_started_from_it(bool hidesIos, bool hidesWeb, int status)
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Emulated.Spa();
        app["visibility"] = new JsonObject
        {
            ["hide"] = new JsonObject { ["iOS"] = hidesIos, ["web"] = hidesWeb },
        };

        var reply = await emulator.PostAsync("/api/v1/apps", app.ToJsonString());

        Assert.Equal(status, reply.Status);
        if (status == 400)
            Assert.Equal(
                "mode: 'idp_initiated_login.mode' cannot be DISABLED when 'visibility.hide.iOS' or 'visibility.hide.web' is false.",
                reply.Cause
            );
    }

    [Fact]
    public async Task A_trusted_origins_name_is_its_own_and_its_scopes_are_spelled_right()
    {
        await using var emulator = await Emulated.StartAsync();
        await emulator.PostAsync(
            "/api/v1/trustedOrigins",
            """{"name":"One","origin":"https://one.example.com","scopes":[{"type":"CORS"}]}"""
        );

        var named = await emulator.PostAsync(
            "/api/v1/trustedOrigins",
            """{"name":"One","origin":"https://two.example.com","scopes":[{"type":"CORS"}]}"""
        );
        var scoped = await emulator.PostAsync(
            "/api/v1/trustedOrigins",
            """{"name":"Two","origin":"https://two.example.com","scopes":[{"type":"Redirect"}]}"""
        );

        Assert.Equal("name: An object with this field already exists in the current organization", named.Cause);
        AssertRefused(scoped, 400, "E0000003");
        Assert.Equal("The request body was not well-formed.", (string)scoped.Json["errorSummary"]!);
        Assert.Single((await emulator.GetAsync("/api/v1/trustedOrigins")).Json.AsArray());
    }

    [Fact]
    public async Task A_group_that_is_not_there_cannot_be_assigned_nor_one_to_an_application_for_everyone()
    {
        await using var emulator = await Emulated.StartAsync();
        var group = await emulator.CreateGroupAsync("Engineering");
        var everyones = (string)
            (
                await emulator.PostAsync("/api/v1/apps", Changed("settings.implicitAssignment", "true").ToJsonString())
            ).Json["id"]!;

        AssertRefused(
            await emulator.PutAsync($"/api/v1/apps/{await emulator.CreateSpaAsync()}/groups/00gnone", "{}"),
            404,
            "E0000007"
        );
        AssertRefused(await emulator.PutAsync($"/api/v1/apps/0oanone/groups/{group}", "{}"), 404, "E0000007");
        Assert.Contains(
            "Federation Broker Mode",
            (await emulator.PutAsync($"/api/v1/apps/{everyones}/groups/{group}", "{}")).Cause,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_active_application_cannot_be_deleted()
    {
        await using var emulator = await Emulated.StartAsync();
        var id = await emulator.CreateSpaAsync();

        var refused = await emulator.DeleteAsync($"/api/v1/apps/{id}");
        AssertRefused(refused, 403, "E0000056");
        Assert.Equal("The application must be deactivated before deletion.", refused.Cause);
        Assert.Equal(200, (await emulator.PostAsync($"/api/v1/apps/{id}/lifecycle/deactivate")).Status);
        Assert.Equal(204, (await emulator.DeleteAsync($"/api/v1/apps/{id}")).Status);
        AssertRefused(await emulator.DeleteAsync($"/api/v1/apps/{id}"), 404, "E0000007");
    }

    [Theory]
    [InlineData("GET", "/api/v1/apps/0oanone", 404, "E0000007")]
    [InlineData("GET", "/api/v1/groups/00gnone", 404, "E0000007")]
    [InlineData("PUT", "/api/v1/trustedOrigins/tosnone", 404, "E0000007")]
    [InlineData("GET", "/api/v1/nonsense", 404, "E0000007")]
    [InlineData("PATCH", "/api/v1/apps", 405, "E0000022")]
    [InlineData("POST", "/api/v1/apps", 400, "E0000003")]
    public async Task What_is_not_there_is_told_as_Okta_tells_it(string method, string path, int status, string code)
    {
        await using var emulator = await Emulated.StartAsync();

        AssertRefused(await emulator.SendAsync(method, path, "not json"), status, code);
    }

    private static void AssertRefused(Reply reply, int status, string code)
    {
        Assert.True(status == reply.Status, $"{reply.Status}: {reply.Text}");
        Assert.Equal(code, (string)reply.Json["errorCode"]!);
        Assert.Equal(code, (string)reply.Json["errorLink"]!);
        Assert.StartsWith("oae", (string)reply.Json["errorId"]!, StringComparison.Ordinal);
        Assert.IsType<JsonArray>(reply.Json["errorCauses"]);
    }

    private static JsonObject Changed(string path, string value)
    {
        var app = Emulated.Spa();
        var keys = path.Split('.');
        keys[..^1].Aggregate((JsonNode)app, (node, key) => node[key]!)[keys[^1]] = JsonNode.Parse(value);
        return app;
    }
}
