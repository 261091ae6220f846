using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Emulator;

/// <summary>Custom authorization servers: which clients they give tokens, and which.</summary>
public sealed class AuthorizationServerTests
{
    private const string Policies = "/api/v1/authorizationServers/default/policies";

    private const string Seed = """
        {
          "customDomain": "login.example.com",
          "apiTokens": ["token"],
          "authorizationServers": [
            { "name": "orders", "id": "aus1orders", "audience": "https://orders.example.com", "issuerMode": "CUSTOM_URL",
              "scopes": [{ "name": "orders.read", "consent": "REQUIRED" }] }
          ],
          "zones": [{ "name": "Office", "id": "nzo1", "gateways": ["192.0.2.0/24"] }]
        }
        """;

    [Theory]
    [InlineData("", "default,orders")]
    [InlineData("?limit=200&q=default", "default")]
    [InlineData("?q=ORDERS.example", "orders")]
    [InlineData("?q=nothing", "")]
    public async Task Servers_are_found_by_name_and_audience(string query, string names)
    {
        await using var emulator = await Emulated.StartAsync(Seed);

        var found = (await emulator.GetAsync($"/api/v1/authorizationServers{query}")).Json.AsArray();

        Assert.Equal(names, string.Join(',', found.Select(server => (string)server!["name"]!)));
    }

    [Fact]
    public async Task The_default_server_has_an_id_beside_its_name()
    {
        await using var emulator = await Emulated.StartAsync();

        var named = (await emulator.GetAsync("/api/v1/authorizationServers/default")).Json;
        var same = await emulator.GetAsync($"/api/v1/authorizationServers/{named["id"]}");

        Assert.Matches("^aus[0-9A-Za-z]{17}$", (string)named["id"]!);
        Assert.Equal("DYNAMIC", (string)named["issuerMode"]!);
        Assert.Equal(named.ToJsonString(), same.Json.ToJsonString());
        Assert.Equal(404, (await emulator.GetAsync("/api/v1/authorizationServers/ausnone")).Status);
    }

    [Fact]
    public async Task An_issuer_is_on_the_custom_domain_where_that_is_the_servers_mode()
    {
        await using var emulator = await Emulated.StartAsync(Seed);

        var custom = (await emulator.GetAsync("/api/v1/authorizationServers/aus1orders")).Json;
        var dynamic = (await emulator.GetAsync("/api/v1/authorizationServers/default")).Json;

        Assert.Equal("https://login.example.com/oauth2/aus1orders", (string)custom["issuer"]!);
        Assert.Matches("^http://127.0.0.1:[0-9]+/oauth2/default$", (string)dynamic["issuer"]!);
        foreach (var server in new[] { custom, dynamic })
        {
            var handle = ((string)server["issuer"]!).Split('/')[^1];
            var metadata = await emulator.GetAsync($"/oauth2/{handle}/.well-known/openid-configuration", null);
            Assert.Equal((string)server["issuer"]!, (string)metadata.Json["issuer"]!);
            Assert.StartsWith(
                (string)server["issuer"]! + "/v1/",
                (string)metadata.Json["authorization_endpoint"]!,
                StringComparison.Ordinal
            );
        }
        Assert.Equal(
            "login.example.com",
            (string)(await emulator.GetAsync("/api/v1/domains")).Json["domains"]![0]!["domain"]!
        );
    }

    [Fact]
    public async Task The_organizations_own_server_is_at_its_address()
    {
        await using var emulator = await Emulated.StartAsync();

        var metadata = (await emulator.GetAsync("/.well-known/openid-configuration", authorization: null)).Json;

        Assert.Matches("^http://127.0.0.1:[0-9]+$", (string)metadata["issuer"]!);
        Assert.Equal($"{metadata["issuer"]}/oauth2/v1/authorize", (string)metadata["authorization_endpoint"]!);
        Assert.Empty((await emulator.GetAsync("/api/v1/domains")).Json["domains"]!.AsArray());
    }

    [Fact]
    public async Task A_server_has_Oktas_scopes_and_its_own()
    {
        await using var emulator = await Emulated.StartAsync(Seed);

        var scopes = (await emulator.GetAsync("/api/v1/authorizationServers/aus1orders/scopes")).Json.AsArray();

        Assert.Contains(("offline_access", true, "IMPLICIT"), scopes.Select(Told));
        Assert.Equal(("orders.read", false, "REQUIRED"), Told(scopes[^1]));

        static (string, bool, string) Told(JsonNode? scope) =>
            ((string)scope!["name"]!, (bool)scope["system"]!, (string)scope["consent"]!);
    }

    [Fact]
    public async Task Zones_can_be_read()
    {
        await using var emulator = await Emulated.StartAsync(Seed);

        var zone = (await emulator.GetAsync("/api/v1/zones/nzo1")).Json;

        Assert.Equal(("Office", "192.0.2.0/24"), ((string)zone["name"]!, (string)zone["gateways"]![0]!["value"]!));
        Assert.Single((await emulator.GetAsync("/api/v1/zones?filter=id+eq+%22nzo1%22")).Json.AsArray());
        Assert.Equal(404, (await emulator.GetAsync("/api/v1/zones/nzonone")).Status);
    }

    [Fact]
    public async Task Policies_are_numbered_without_gaps()
    {
        await using var emulator = await Emulated.StartAsync();
        var first = await CreateAsync(emulator, "A", 1);
        await CreateAsync(emulator, "B", 1);
        await CreateAsync(emulator, "C", 99);
        Assert.Equal("B1 A2 Default Policy3 C4", await OrderAsync(emulator));

        await emulator.PutAsync($"{Policies}/{first}", Policy("A", 4));
        Assert.Equal("B1 Default Policy2 C3 A4", await OrderAsync(emulator));
        await emulator.DeleteAsync($"{Policies}/{first}");
        var second = await CreateAsync(emulator, "D", 2);
        await emulator.DeleteAsync($"{Policies}/{second}");
        Assert.Equal("B1 Default Policy2 C3", await OrderAsync(emulator));
    }

    [Fact]
    public async Task A_policy_lives_and_has_a_name_of_its_own()
    {
        await using var emulator = await Emulated.StartAsync();

        var created = await emulator.PostAsync(Policies, Policy("Shop", 1));
        var path = $"{Policies}/{created.Json["id"]}";

        Assert.Equal((201, false), (created.Status, (bool)created.Json["system"]!));
        Assert.Equal(
            "name: An object with this field already exists in the current organization",
            (await emulator.PostAsync(Policies, Policy("Shop", 1))).Cause
        );
        Assert.Equal(204, (await emulator.PostAsync($"{path}/lifecycle/deactivate")).Status);
        Assert.Equal("INACTIVE", (string)(await emulator.GetAsync(path)).Json["status"]!);
        Assert.Equal(204, (await emulator.DeleteAsync(path)).Status);
        Assert.Equal(404, (await emulator.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Two_servers_may_each_have_a_policy_of_one_name()
    {
        await using var emulator = await Emulated.StartAsync(Seed);

        await emulator.PostAsync(Policies, Policy("Shop", 1));
        var other = await emulator.PostAsync("/api/v1/authorizationServers/aus1orders/policies", Policy("Shop", 1));

        Assert.Equal((201, 1), (other.Status, (int)other.Json["priority"]!));
    }

    [Theory]
    [InlineData(60, 0, 10080, null)]
    [InlineData(5, 10, 10, null)]
    [InlineData(1440, 2628000, 2628000, null)]
    [InlineData(4, 0, 10080, "accessTokenLifetimeMinutes")]
    [InlineData(1441, 0, 10080, "accessTokenLifetimeMinutes")]
    [InlineData(60, 0, 9, "refreshTokenWindowMinutes")]
    [InlineData(60, 0, 2628001, "refreshTokenWindowMinutes")]
    [InlineData(60, 59, 59, "refreshTokenLifetimeMinutes")]
    [InlineData(60, 1000, 1001, "refreshTokenWindowMinutes")]
    [InlineData(60, 1000, 59, "refreshTokenWindowMinutes")]
    public async Task A_rules_lifetimes_are_in_order(int access, int refresh, int window, string? field)
    {
        await using var emulator = await Emulated.StartAsync();
        var rule = Rule("Shop");
        rule["actions"]!["token"] = new JsonObject
        {
            ["accessTokenLifetimeMinutes"] = access,
            ["refreshTokenLifetimeMinutes"] = refresh,
            ["refreshTokenWindowMinutes"] = window,
        };

        var reply = await emulator.PostAsync(await RulesAsync(emulator), rule.ToJsonString());

        Assert.Equal(field is null ? 201 : 400, reply.Status);
        if (field is not null)
            Assert.StartsWith($"{field}: ", reply.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EVERYONE", "authorization_code", 201)]
    [InlineData("00gnone", "authorization_code", 400)]
    [InlineData("00gnone", "interaction_code", 400)]
    [InlineData("00gnone", "client_credentials", 201)]
    public async Task A_rule_for_people_names_some_who_are_there(string group, string grant, int status)
    {
        await using var emulator = await Emulated.StartAsync();
        var rule = Rule("Shop");
        rule["conditions"]!["people"]!["groups"]!["include"] = new JsonArray(group);
        rule["conditions"]!["grantTypes"]!["include"] = new JsonArray(grant);

        var reply = await emulator.PostAsync(await RulesAsync(emulator), rule.ToJsonString());

        Assert.Equal(status, reply.Status);
        if (status == 400)
            Assert.StartsWith(
                "conditions.people: At least one of ''conditions.people.users.include''",
                reply.Cause,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task Rules_are_numbered_and_named_within_their_policy()
    {
        await using var emulator = await Emulated.StartAsync();
        var rules = await RulesAsync(emulator);
        await emulator.PostAsync(rules, Rule("A").ToJsonString());
        var created = (await emulator.PostAsync(rules, Rule("B").ToJsonString())).Json;

        Assert.Equal(
            "name: An object with this field already exists in the current organization",
            (await emulator.PostAsync(rules, Rule("B").ToJsonString())).Cause
        );
        Assert.Equal(["B1", "A2"], await NamesAsync());
        Assert.Equal(204, (await emulator.DeleteAsync($"{rules}/{created["id"]}")).Status);
        Assert.Equal(["A1"], await NamesAsync());

        async Task<List<string>> NamesAsync() =>
            [.. (await emulator.GetAsync(rules)).Json.AsArray().Select(rule => $"{rule!["name"]}{rule["priority"]}")];
    }

    private static async Task<string> CreateAsync(Emulated emulator, string name, int priority) =>
        (string)(await emulator.PostAsync(Policies, Policy(name, priority))).Json["id"]!;

    private static async Task<string> RulesAsync(Emulated emulator) =>
        $"{Policies}/{await CreateAsync(emulator, "Shop", 1)}/rules";

    private static async Task<string> OrderAsync(Emulated emulator) =>
        string.Join(
            ' ',
            (await emulator.GetAsync(Policies))
                .Json.AsArray()
                .Select(policy => $"{policy!["name"]}{policy["priority"]}")
        );

    private static string Policy(string name, int priority) =>
        $$$"""{"type":"OAUTH_AUTHORIZATION_POLICY","name":"{{{name}}}","description":"d","priority":{{{priority}}},"conditions":{"clients":{"include":["ALL_CLIENTS"] } } }""";

    private static JsonObject Rule(string name) =>
        JsonNode
            .Parse(
                $$$"""
                {
                  "type": "RESOURCE_ACCESS", "name": "{{{name}}}", "priority": 1, "actions": { "token": {} },
                  "conditions": {
                    "people": { "groups": { "include": ["EVERYONE"] } },
                    "grantTypes": { "include": ["authorization_code"] }, "scopes": { "include": ["openid"] } }
                }
                """
            )!
            .AsObject();
}
