using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Emulator;

public sealed class OrganizationTests
{
    [Fact]
    public async Task What_a_client_leaves_out_is_filled_in_as_Okta_does()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Emulated.Spa();
        app["settings"]!["oauthClient"]!.AsObject().Remove("refresh_token");

        var created = (await emulator.PostAsync("/api/v1/apps", app.ToJsonString())).Json;

        var oauth = created["settings"]!["oauthClient"]!;
        Assert.Equal((string)created["id"]!, (string)created["credentials"]!["oauthClient"]!["client_id"]!);
        Assert.Matches("^0oa[0-9A-Za-z]{17}$", (string)created["id"]!);
        Assert.Equal("""{"rotation_type":"ROTATE","leeway":30}""", oauth["refresh_token"]!.ToJsonString());
        Assert.Equal("""{"mode":"DISABLED","default_scope":[]}""", oauth["idp_initiated_login"]!.ToJsonString());
        Assert.Equal(
            ("TRUSTED", "ORG_URL", "DISABLED"),
            ((string)oauth["consent_method"]!, (string)oauth["issuer_mode"]!, (string)oauth["wildcard_redirect"]!)
        );
        Assert.False((bool)oauth["dpop_bound_access_tokens"]!);
        Assert.False(oauth.AsObject().ContainsKey("post_logout_redirect_uris"));
        Assert.EndsWith(
            $"/api/v1/policies/{await DefaultPolicyAsync(emulator)}",
            (string)created["_links"]!["accessPolicy"]!["href"]!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_client_says_of_an_application_is_kept()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Emulated.Spa();
        app["profile"] = new JsonObject { ["costCenter"] = "1" };
        app["credentials"]!["oauthClient"]!["client_id"] = "storefront-dev";
        app["settings"]!["notes"] = new JsonObject { ["admin"] = "a", ["enduser"] = "e" };
        var oauth = app["settings"]!["oauthClient"]!.AsObject();
        oauth["grant_types"] = new JsonArray("interaction_code", "authorization_code", "refresh_token");
        oauth["consent_method"] = "REQUIRED";
        oauth["issuer_mode"] = "DYNAMIC";
        oauth["network"] = new JsonObject { ["connection"] = "ZONE", ["include"] = new JsonArray("nzo1") };
        foreach (var link in new[] { "client_uri", "logo_uri", "tos_uri", "policy_uri" })
            oauth[link] = $"https://app.example.com/{link}";

        var created = (await emulator.PostAsync("/api/v1/apps", app.ToJsonString())).Json;
        var read = (await emulator.GetAsync($"/api/v1/apps/{created["id"]}")).Json;

        Assert.Equal("storefront-dev", (string)read["credentials"]!["oauthClient"]!["client_id"]!);
        Assert.NotEqual("storefront-dev", (string)read["id"]!);
        Assert.True(JsonNode.DeepEquals(app["profile"], read["profile"]));
        Assert.True(JsonNode.DeepEquals(app["settings"]!["notes"], read["settings"]!["notes"]));
        Assert.All(
            oauth,
            pair => Assert.True(JsonNode.DeepEquals(pair.Value, read["settings"]!["oauthClient"]![pair.Key]))
        );
    }

    [Fact]
    public async Task A_static_refresh_token_has_no_grace_period_in_the_answer()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Emulated.Spa();
        app["settings"]!["oauthClient"]!["refresh_token"] = new JsonObject
        {
            ["rotation_type"] = "STATIC",
            ["leeway"] = 0,
        };

        var created = (await emulator.PostAsync("/api/v1/apps", app.ToJsonString())).Json;

        Assert.Equal(
            """{"rotation_type":"STATIC"}""",
            created["settings"]!["oauthClient"]!["refresh_token"]!.ToJsonString()
        );
    }

    [Fact]
    public async Task A_client_secret_is_in_the_answer_to_a_change_only()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Emulated.Spa();
        app["credentials"]!["oauthClient"]!["token_endpoint_auth_method"] = "client_secret_basic";

        var created = (await emulator.PostAsync("/api/v1/apps", app.ToJsonString())).Json;
        var read = (await emulator.GetAsync($"/api/v1/apps/{created["id"]}")).Json;
        var replaced = (await emulator.PutAsync($"/api/v1/apps/{created["id"]}", app.ToJsonString())).Json;
        var secrets = (await emulator.GetAsync($"/api/v1/apps/{created["id"]}/credentials/secrets")).Json;

        var secret = (string)created["credentials"]!["oauthClient"]!["client_secret"]!;
        Assert.Equal(64, secret.Length);
        Assert.False(read["credentials"]!["oauthClient"]!.AsObject().ContainsKey("client_secret"));
        Assert.Equal(secret, (string)replaced["credentials"]!["oauthClient"]!["client_secret"]!);
        Assert.Equal(secret, (string)secrets[0]!["client_secret"]!);
        Assert.Equal(22, ((string)secrets[0]!["secret_hash"]!).Length);
        Assert.DoesNotContain(secret, (await emulator.GetAsync("/emulator/state")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_application_keeps_its_id_its_state_and_its_policy_and_loses_what_is_left_out()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = Emulated.Spa();
        app["settings"]!["oauthClient"]!["post_logout_redirect_uris"] = new JsonArray("https://app.example.com");
        var id = (string)(await emulator.PostAsync("/api/v1/apps?activate=false", app.ToJsonString())).Json["id"]!;
        var policy = (string)
            (await emulator.PostAsync("/api/v1/policies", """{"type":"ACCESS_POLICY","name":"Strict"}""")).Json["id"]!;
        Assert.Equal(204, (await emulator.PutAsync($"/api/v1/apps/{id}/policies/{policy}")).Status);

        var replaced = (await emulator.PutAsync($"/api/v1/apps/{id}", Emulated.Spa("Renamed").ToJsonString())).Json;

        Assert.Equal(
            (id, "Renamed", "INACTIVE"),
            ((string)replaced["id"]!, (string)replaced["label"]!, (string)replaced["status"]!)
        );
        Assert.EndsWith(policy, (string)replaced["_links"]!["accessPolicy"]!["href"]!, StringComparison.Ordinal);
        Assert.False(replaced["settings"]!["oauthClient"]!.AsObject().ContainsKey("post_logout_redirect_uris"));
    }

    [Fact]
    public async Task Assignments_are_in_order_of_priority_and_go_with_their_group()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = await emulator.CreateSpaAsync();
        var (first, second, third) = (
            await emulator.CreateGroupAsync("A"),
            await emulator.CreateGroupAsync("B"),
            await emulator.CreateGroupAsync("C")
        );
        await emulator.PutAsync($"/api/v1/apps/{app}/groups/{first}", """{"priority":5}""");
        await emulator.PutAsync($"/api/v1/apps/{app}/groups/{second}", "{}");
        await emulator.PutAsync($"/api/v1/apps/{app}/groups/{third}", """{"priority":1,"profile":{"role":"x"}}""");

        Assert.Equal([(third, 1), (first, 5), (second, 6)], await AssignedAsync());
        await emulator.DeleteAsync($"/api/v1/groups/{first}");
        Assert.Equal(204, (await emulator.DeleteAsync($"/api/v1/apps/{app}/groups/{third}")).Status);
        Assert.Equal([(second, 6)], await AssignedAsync());

        async Task<List<(string, int)>> AssignedAsync() =>
            [
                .. (await emulator.GetAsync($"/api/v1/apps/{app}/groups"))
                    .Json.AsArray()
                    .Select(assignment => ((string)assignment!["id"]!, (int)assignment["priority"]!)),
            ];
    }

    [Theory]
    [InlineData("q=Engineering", "Engineering,Engineering Managers")]
    [InlineData("q=Engineering&filter=type+eq+%22BUILT_IN%22", "")]
    [InlineData("filter=type+eq+%22BUILT_IN%22", "Everyone,Okta Administrators")]
    [InlineData("search=profile.name+eq+%22Engineering%22+or+profile.name+eq+%22Everyone%22", "Everyone,Engineering")]
    [InlineData("search=profile.name+sw+%22Eng%22+and+not_there+pr", "")]
    [InlineData(
        "search=(profile.name+eq+%22Support%22+or+profile.name+eq+%22Everyone%22)+and+type+eq+%22OKTA_GROUP%22",
        "Support"
    )]
    [InlineData(
        "search=type+eq+%22BUILT_IN%22+and+profile.name+sw+%22Okta%22+or+profile.name+eq+%22Support%22",
        "Okta Administrators,Support"
    )]
    [InlineData("search=profile.name+eq+%22Say+%5C%22hi%5C%22%22", "Say \"hi\"")]
    public async Task Groups_are_found_by_prefix_filter_and_search(string query, string names)
    {
        await using var emulator = await Emulated.StartAsync(
            """{"apiTokens":["token"],"groups":[{"name":"Engineering"},{"name":"Engineering Managers"},{"name":"Support"},{"name":"Say \"hi\""}]}"""
        );

        var found = (await emulator.GetAsync($"/api/v1/groups?limit=200&{query}")).Json.AsArray();

        Assert.Equal(names, string.Join(',', found.Select(group => (string)group!["profile"]!["name"]!)));
    }

    [Theory]
    [InlineData("profile.name")]
    [InlineData("profile.name eq")]
    [InlineData("profile.name is \"x\"")]
    [InlineData("(type eq \"x\"")]
    [InlineData("type eq \"x\" type eq \"y\"")]
    [InlineData("type eq 'x'")]
    [InlineData("\"x\" eq type")]
    public async Task A_search_that_is_not_one_is_refused(string search)
    {
        await using var emulator = await Emulated.StartAsync();

        var reply = await emulator.GetAsync($"/api/v1/groups?search={Uri.EscapeDataString(search)}");

        Assert.Equal((400, "E0000031"), (reply.Status, (string)reply.Json["errorCode"]!));
    }

    [Fact]
    public async Task Long_lists_come_in_pages_with_a_header_line_for_each_link()
    {
        await using var emulator = await Emulated.StartAsync();
        for (var number = 0; number < 5; number++)
            await emulator.CreateGroupAsync($"Group {number}");
        var (next, names, pages) = ("/api/v1/groups?limit=3&filter=type+eq+%22OKTA_GROUP%22", new List<string>(), 0);
        while (next is not null)
        {
            var page = await emulator.GetAsync(next);
            var links = page.Headers["Link"].ToList();
            names.AddRange(page.Json.AsArray().Select(group => (string)group!["profile"]!["name"]!));
            pages++;
            Assert.EndsWith("; rel=\"self\"", links[0], StringComparison.Ordinal);
            next = links.Count > 1 ? links[1].Split('<', '>')[1] : null;
        }
        Assert.Equal(2, pages);
        Assert.Equal(["Group 0", "Group 1", "Group 2", "Group 3", "Group 4"], names);
    }

    [Fact]
    public async Task The_groups_claim_of_an_ID_token_is_kept()
    {
        await using var emulator = await Emulated.StartAsync();
        var claim = $"/api/v1/internal/apps/{await emulator.CreateSpaAsync()}/settings/oauth/idToken";
        await emulator.PostAsync(
            claim,
            """{"issuerMode":"ORG_URL","name":"groups","value":".*","valueType":"GROUPS","groupFilterType":"REGEX"}"""
        );

        var read = (await emulator.GetAsync(claim)).Json;

        Assert.Equal(
            ("groups", "REGEX", "ORG_URL"),
            ((string)read["name"]!, (string)read["groupFilterType"]!, (string)read["issuerMode"]!)
        );
    }

    [Fact]
    public async Task Ten_thousand_requests_of_32_clients_lose_nothing()
    {
        const int Clients = 32;
        const int Rounds = 45;
        await using var emulator = await Emulated.StartAsync();
        var group = await emulator.CreateGroupAsync("Everyone's");
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Clients),
            new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (client, _) =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    var name = $"{client}-{round}";
                    var id = await emulator.CreateSpaAsync(name);
                    Assert.Equal(200, (await emulator.PutAsync($"/api/v1/apps/{id}/groups/{group}", "{}")).Status);
                    Assert.Equal(
                        200,
                        (
                            await emulator.PostAsync(
                                "/api/v1/trustedOrigins",
                                $$"""{"name":"{{name}}","origin":"https://app-{{name}}.example.com","scopes":[{"type":"CORS"}]}"""
                            )
                        ).Status
                    );
                    Assert.Equal(name, (string)(await emulator.GetAsync($"/api/v1/apps/{id}")).Json["label"]!);
                    Assert.Equal(
                        200,
                        (await emulator.PutAsync($"/api/v1/apps/{id}", Emulated.Spa(name).ToJsonString())).Status
                    );
                    Assert.Single((await emulator.GetAsync($"/api/v1/apps/{id}/groups?limit=200")).Json.AsArray());
                    Assert.Single(
                        (await emulator.GetAsync($"/api/v1/groups?search=id+eq+%22{group}%22")).Json.AsArray()
                    );
                }
            }
        );

        var state = (await emulator.GetAsync("/emulator/state")).Json;
        var requests = (await emulator.GetAsync("/emulator/requests")).Json.AsArray();
        var apps = state["applications"]!.AsArray();
        Assert.Equal(Clients * Rounds, apps.Select(app => (string)app!["id"]!).Distinct().Count());
        Assert.Equal(Clients * Rounds, apps.Select(app => (string)app!["label"]!).Distinct().Count());
        Assert.Equal(Clients * Rounds, state["trustedOrigins"]!.AsArray().Count);
        Assert.All(state["assignments"]!.AsObject(), pair => Assert.Single(pair.Value!.AsArray()));
        Assert.Equal((Clients * Rounds * 7) + 1, requests.Count);
        Assert.All(requests, request => Assert.Equal(200, (int)request!["status"]!));
    }

    private static async Task<string> DefaultPolicyAsync(Emulated emulator) =>
        (string)
            (await emulator.GetAsync("/api/v1/policies?type=ACCESS_POLICY"))
                .Json.AsArray()
                .Single(policy => (bool)policy!["system"]!)!["id"]!;
}
