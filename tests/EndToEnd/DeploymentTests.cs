using System.Text.Json.Nodes;
using OktaSpa.Cli;

namespace OktaSpa.Tests.EndToEnd;

/// <summary>What <c>pulumi</c> does to one stack's organization, from the first preview to the end.</summary>
public sealed class DeploymentTests
{
    private const string Shop = """
        config:
          okta:orgName: dev-00000000
          okta:baseUrl: okta.com
          okta-spa:settings:
            production: false
            applications:
              shop:
                label: Shop
                baseUris: [https://shop.example.com, https://www.example.com]
                access: { groups: [Engineering, Support] }

        """;

    [EndToEndFact]
    public async Task A_preview_changes_nothing()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(Shop);

        _ = await stack.Pulumi.ReadAsync("preview", "--stack", stack.Stack);

        Assert.Empty(await okta.WritesAsync());
    }

    [EndToEndFact]
    public async Task A_preview_warns_of_the_risks()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(
            Changed("label: Shop", "label: Shop\n        refreshToken: { rotation: persistent }")
        );

        var shown = await stack.Pulumi.ReadAsync("preview", "--stack", stack.Stack);

        Assert.Contains("Stack dev has 1 risk:", shown, StringComparison.Ordinal);
    }

    [EndToEndFact]
    public async Task What_is_deployed_is_what_the_stack_says_and_a_second_preview_finds_nothing_to_do()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(Shop);

        var outputs = await stack.UpAsync();

        var id = (string)outputs["shop"]!["clientId"]!;
        Assert.Equal(id, (string)outputs["shop"]!["authJs"]!["clientId"]!);
        var client = (await okta.ApplicationAsync(id))["settings"]!["oauthClient"]!;
        Assert.Equal("browser", (string)client["application_type"]!);
        Assert.Equal(
            ["authorization_code", "refresh_token"],
            client["grant_types"]!.AsArray().Select(grant => (string)grant!).Order()
        );
        Assert.Equal(
            ["https://shop.example.com/login/callback", "https://www.example.com/login/callback"],
            client["redirect_uris"]!.AsArray().Select(uri => (string)uri!)
        );
        Assert.Equal("""{"rotation_type":"ROTATE","leeway":30}""", client["refresh_token"]!.ToJsonString());
        Assert.Equal(["Engineering", "Support"], await okta.AccessAsync(id));
        Assert.Equal(
            ["https://shop.example.com", "https://www.example.com"],
            (await okta.StateAsync())["trustedOrigins"]!
                .AsArray()
                .Select(origin => (string)origin!["origin"]!)
                .Order(StringComparer.Ordinal)
        );
        await okta.ForgetRequestsAsync();
        _ = await stack.Pulumi.ReadAsync("preview", "--expect-no-changes", "--stack", stack.Stack);
        _ = await stack.UpAsync();
        Assert.Empty(await okta.WritesAsync());
    }

    [EndToEndTheory]
    [InlineData("label: Shop", "label: The shop")]
    [InlineData("https://www.example.com]", "https://new.example.com]")]
    [InlineData(
        "https://shop.example.com, https://www.example.com",
        "https://www.example.com, https://shop.example.com"
    )]
    [InlineData("[Engineering, Support]", "[Engineering]")]
    [InlineData("[Engineering, Support]", "[Support, Contractors, Engineering]")]
    [InlineData("{ groups: [Engineering, Support] }", "everyone")]
    [InlineData("label: Shop", "label: Shop\n        refreshToken: { gracePeriodSeconds: 0 }")]
    [InlineData("label: Shop", "label: Shop\n        refreshToken: { rotation: persistent }")]
    [InlineData("label: Shop", "label: Shop\n        refreshToken: none")]
    [InlineData("label: Shop", "label: Shop\n        signInRedirectUris: [https://shop.example.com/cb]")]
    [InlineData(
        "label: Shop",
        "label: Shop\n        wildcardRedirect: true\n        signInRedirectUris: [https://shop.example.com/cb, https://*.example.com/cb]"
    )]
    [InlineData("label: Shop", "label: Shop\n        signOutRedirectUris: [https://shop.example.com/bye]")]
    [InlineData(
        "label: Shop",
        "label: Shop\n        initiateLoginUri: https://shop.example.com/login\n        tile: true"
    )]
    [InlineData("label: Shop", "label: Shop\n        trustedOrigins: []")]
    [InlineData(
        "label: Shop",
        "label: Shop\n        trustedOrigins: [{ origin: https://shop.example.com, scopes: [cors] }]"
    )]
    [InlineData("label: Shop", "label: Shop\n        consent: required\n        issuerMode: dynamic")]
    [InlineData("label: Shop", "label: Shop\n        embeddedSignIn: true")]
    [InlineData("label: Shop", "label: Shop\n        foreignRedirectUris: [https://oauth.pstmn.io/v1/callback]")]
    [InlineData("label: Shop", "label: Shop\n        tokenNetworkZones: { allow: [nzo1office0000000000] }")]
    [InlineData(
        "label: Shop",
        "label: Shop\n        okta: { logoUri: https://x.example.com/l.png, enduserNote: Hello, profile: '{\"a\":\"b\"}' }"
    )]
    [InlineData("label: Shop", "label: Shop\n        okta: { autoKeyRotation: false, autoSubmitToolbar: true }")]
    [InlineData("label: Shop", "label: Shop\n        okta: { status: INACTIVE }")]
    [InlineData("production: false", "production: true")]
    [InlineData("production: false", "production: false\n    customDomain: login.example.com")]
    public async Task A_change_of_one_setting_keeps_the_client_id_and_is_done_once(string from, string to)
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support", "Contractors");
        var stack = await okta.StackAsync(Shop);
        var id = (string)(await stack.UpAsync())["shop"]!["clientId"]!;
        await okta.ForgetRequestsAsync();

        var outputs = await TrialOrganization.UpAsync(stack, Changed(from, to));

        Assert.Equal(id, (string)outputs["shop"]!["clientId"]!);
        var writes = await okta.WritesAsync();
        Assert.DoesNotContain("POST /api/v1/apps", writes);
        Assert.DoesNotContain($"DELETE /api/v1/apps/{id}", writes);
        _ = await stack.Pulumi.ReadAsync("preview", "--expect-no-changes", "--stack", stack.Stack);
    }

    [EndToEndFact]
    public async Task A_group_that_was_assigned_by_hand_goes_with_a_refresh()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support", "Contractors");
        var stack = await okta.StackAsync(Shop);
        var id = (string)(await stack.UpAsync())["shop"]!["clientId"]!;
        var group = (await okta.StateAsync())["groups"]!
            .AsArray()
            .Single(group => (string)group!["profile"]!["name"]! == "Contractors")!["id"];
        _ = await okta.ByHandAsync(HttpMethod.Put, $"api/v1/apps/{id}/groups/{group}", new JsonObject());

        _ = await stack.UpAsync("--refresh");

        Assert.Equal(["Engineering", "Support"], await okta.AccessAsync(id));
    }

    [EndToEndFact]
    public async Task From_everyone_to_groups_and_back_whoever_is_wanted_stays_in()
    {
        var everyone = Changed("{ groups: [Engineering, Support] }", "everyone");
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(everyone);
        var id = (string)(await stack.UpAsync())["shop"]!["clientId"]!;
        Assert.Equal(["Everyone"], await okta.AccessAsync(id));

        _ = await TrialOrganization.UpAsync(stack, Shop);
        Assert.Equal(["Engineering", "Support"], await okta.AccessAsync(id));

        _ = await TrialOrganization.UpAsync(stack, everyone);
        Assert.Equal(["Everyone"], await okta.AccessAsync(id));
    }

    [EndToEndFact]
    public async Task A_renamed_application_keeps_its_client_id_with_formerly()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(Shop);
        var id = (string)(await stack.UpAsync())["shop"]!["clientId"]!;
        await okta.ForgetRequestsAsync();

        var outputs = await TrialOrganization.UpAsync(stack, Changed("  shop:", "  store:\n        formerly: shop"));

        Assert.Equal(id, (string)outputs["store"]!["clientId"]!);
        Assert.DoesNotContain(
            await okta.WritesAsync(),
            write => write.StartsWith("DELETE", StringComparison.Ordinal) || write == "POST /api/v1/apps"
        );
    }

    [EndToEndFact]
    public async Task A_group_that_is_not_there_stops_everything_before_the_first_write()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering");
        var stack = await okta.StackAsync(Shop);

        await Assert.ThrowsAsync<EngineException>(() => stack.UpAsync());

        Assert.Contains("""there is no group "Support" in the organization""", okta.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", okta.Log, StringComparison.Ordinal);
        Assert.Empty(await okta.WritesAsync());
    }

    [EndToEndFact]
    public async Task Wrong_settings_are_all_told_before_the_first_request()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(
            Changed("https://shop.example.com", "https://shop.example.com/")
                .Replace(
                    "label: Shop",
                    "label: Shop\n        refreshToken: { gracePeriodSeconds: 90 }",
                    StringComparison.Ordinal
                )
        );

        await Assert.ThrowsAsync<EngineException>(() => stack.UpAsync());

        Assert.Contains(
            "The configuration of stack dev has 2 problems; nothing was declared.",
            okta.Log,
            StringComparison.Ordinal
        );
        Assert.Contains("applications.shop.baseUris[0]", okta.Log, StringComparison.Ordinal);
        Assert.Contains("applications.shop.refreshToken.gracePeriodSeconds", okta.Log, StringComparison.Ordinal);
        Assert.Empty(await okta.WritesAsync());
    }

    [EndToEndFact]
    public async Task A_change_by_hand_is_found_by_refresh_and_repaired_by_up()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(Shop);
        var id = (string)(await stack.UpAsync())["shop"]!["clientId"]!;
        var application = await okta.ApplicationAsync(id);
        application["label"] = "Changed by hand";
        application["settings"]!["oauthClient"]!["refresh_token"] = new JsonObject { ["rotation_type"] = "STATIC" };
        _ = await okta.ByHandAsync(HttpMethod.Put, $"api/v1/apps/{id}", application);

        var drift = await Assert.ThrowsAsync<EngineException>(() =>
            stack.Pulumi.ReadAsync("refresh", "--preview-only", "--expect-no-changes", "--stack", stack.Stack)
        );
        Assert.Equal(7, drift.ExitCode); // pulumi: no changes were expected

        _ = await stack.UpAsync("--refresh");
        application = await okta.ApplicationAsync(id);
        Assert.Equal("Shop", (string)application["label"]!);
        Assert.Equal("ROTATE", (string)application["settings"]!["oauthClient"]!["refresh_token"]!["rotation_type"]!);
    }

    [EndToEndTheory]
    [InlineData("POST", "/api/v1/trustedOrigins")]
    [InlineData("PUT", "/api/v1/apps/*")]
    [InlineData("POST", "/api/v1/apps")]
    public async Task A_deployment_that_breaks_off_is_finished_by_the_next(string method, string path)
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(Shop);
        await okta.FailAsync(method, path, "500");
        await Assert.ThrowsAsync<EngineException>(() => stack.UpAsync());

        var id = (string)(await stack.UpAsync())["shop"]!["clientId"]!;

        Assert.Equal(["Engineering", "Support"], await okta.AccessAsync(id));
        var state = await okta.StateAsync();
        Assert.Single(state["applications"]!.AsArray());
        Assert.Equal(2, state["trustedOrigins"]!.AsArray().Count);
    }

    [EndToEndFact]
    public async Task Calls_over_the_rate_limit_are_made_again()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(Shop);
        await okta.FailAsync("POST", "/api/v1/trustedOrigins", "429", times: 2);

        _ = await stack.UpAsync();

        Assert.Equal(2, (await okta.StateAsync())["trustedOrigins"]!.AsArray().Count);
    }

    [EndToEndFact]
    public async Task Destroy_leaves_the_organization_as_it_was()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var before = await okta.StateAsync();
        var stack = await okta.StackAsync(Shop);
        _ = await stack.UpAsync();

        _ = await stack.Pulumi.ReadAsync("destroy", "--yes", "--skip-preview", "--stack", stack.Stack);

        var after = await okta.StateAsync();
        foreach (var kind in new[] { "applications", "groups", "trustedOrigins", "policies" })
            Assert.Equal(before[kind]!.ToJsonString(), after[kind]!.ToJsonString());
    }

    private static string Changed(string from, string to)
    {
        Assert.Contains(from, Shop, StringComparison.Ordinal);
        return Shop.Replace(from, to, StringComparison.Ordinal);
    }
}
