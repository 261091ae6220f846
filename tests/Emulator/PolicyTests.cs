using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Emulator;

/// <summary>Access policies and their rules.</summary>
public sealed class PolicyTests
{
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

    [Fact]
    public async Task A_policy_that_an_application_has_is_not_deleted()
    {
        await using var emulator = await Emulated.StartAsync();
        var policy = await CreateAsync(emulator, "Strict");
        var app = await emulator.CreateSpaAsync();
        await emulator.PutAsync($"/api/v1/apps/{app}/policies/{policy}");

        Assert.Equal(403, (await emulator.DeleteAsync($"/api/v1/policies/{policy}")).Status);
        await emulator.PostAsync($"/api/v1/apps/{app}/lifecycle/deactivate");
        await emulator.DeleteAsync($"/api/v1/apps/{app}");
        Assert.Equal(204, (await emulator.DeleteAsync($"/api/v1/policies/{policy}")).Status);
    }

    [Fact]
    public async Task Policies_are_listed_by_type_and_have_names_of_their_own()
    {
        await using var emulator = await Emulated.StartAsync();
        await CreateAsync(emulator, "Strict");

        var again = await emulator.PostAsync("/api/v1/policies", """{"type":"ACCESS_POLICY","name":"Strict"}""");
        var listed = (await emulator.GetAsync("/api/v1/policies?type=ACCESS_POLICY")).Json.AsArray();

        Assert.Equal("name: An object with this field already exists in the current organization", again.Cause);
        Assert.Contains("Strict", listed.Select(policy => (string)policy!["name"]!));
        Assert.Empty((await emulator.GetAsync("/api/v1/policies?type=OKTA_SIGN_ON")).Json.AsArray());
        Assert.Equal(400, (await emulator.GetAsync("/api/v1/policies")).Status);
    }

    private static async Task<string> CreateAsync(Emulated emulator, string name) =>
        (string)
            (await emulator.PostAsync("/api/v1/policies", $$"""{"type":"ACCESS_POLICY","name":"{{name}}"}""")).Json[
                "id"
            ]!;
}
