using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Emulator;

/// <summary>Groups, the rules that fill them, and the users in them.</summary>
public sealed class GroupTests
{
    [Fact]
    public async Task A_groups_profile_is_kept_as_it_was_sent()
    {
        await using var emulator = await Emulated.StartAsync();

        var created = (
            await emulator.PostAsync("/api/v1/groups", """{"profile":{"name":"A","rank":3,"tags":["x"]}}""")
        ).Json;
        var replaced = (
            await emulator.PutAsync($"/api/v1/groups/{created["id"]}", """{"profile":{"name":"B","description":"d"}}""")
        ).Json;

        Assert.Equal("""{"name":"A","rank":3,"tags":["x"],"description":null}""", created["profile"]!.ToJsonString());
        Assert.Equal("""{"name":"B","description":"d"}""", replaced["profile"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Everyone", "name: An object with this field already exists in the current organization")]
    [InlineData("Engineering", "name: An object with this field already exists in the current organization")]
    [InlineData(" ", "name: The field cannot be left blank")]
    public async Task A_group_has_a_name_of_its_own(string name, string cause)
    {
        await using var emulator = await Emulated.StartAsync();
        await emulator.CreateGroupAsync("Engineering");

        var reply = await emulator.PostAsync("/api/v1/groups", $$$"""{"profile":{"name":"{{{name}}}"}}""");

        Assert.Equal((400, "E0000001", cause), (reply.Status, (string)reply.Json["errorCode"]!, reply.Cause));
    }

    [Fact]
    public async Task Oktas_own_groups_stay_as_they_are()
    {
        await using var emulator = await Emulated.StartAsync();
        var everyone = $"/api/v1/groups/{(await emulator.GetAsync("/api/v1/groups?q=Everyone")).Json[0]!["id"]}";

        Assert.Equal(403, (await emulator.PutAsync(everyone, """{"profile":{"name":"Nobody"}}""")).Status);
        Assert.Equal(403, (await emulator.DeleteAsync(everyone)).Status);
    }

    [Fact]
    public async Task A_rule_is_changed_and_deleted_only_while_it_is_inactive()
    {
        await using var emulator = await Emulated.StartAsync();
        var group = await emulator.CreateGroupAsync("Engineering");
        var created = (await emulator.PostAsync("/api/v1/groups/rules", Rule("R", group))).Json;
        var path = $"/api/v1/groups/rules/{created["id"]}";
        Assert.Equal("INACTIVE", (string)created["status"]!);
        Assert.Equal(
            """{"people":{"users":{"exclude":[]},"groups":{"exclude":[]}},"expression":{"value":"user.x","type":"urn:okta:expression:1.0"}}""",
            created["conditions"]!.ToJsonString()
        );

        Assert.Equal(204, (await emulator.PostAsync($"{path}/lifecycle/activate")).Status);
        Assert.Equal(
            (400, 400),
            ((await emulator.PutAsync(path, Rule("S", group))).Status, (await emulator.DeleteAsync(path)).Status)
        );
        Assert.Equal("ACTIVE", (string)(await emulator.GetAsync(path)).Json["status"]!);
        Assert.Equal(204, (await emulator.PostAsync($"{path}/lifecycle/deactivate")).Status);
        Assert.Equal("S", (string)(await emulator.PutAsync(path, Rule("S", group))).Json["name"]!);
        Assert.Single((await emulator.GetAsync("/api/v1/groups/rules?limit=1&search=s")).Json.AsArray());
        Assert.Empty((await emulator.GetAsync("/api/v1/groups/rules?search=r")).Json.AsArray());
        Assert.Equal(202, (await emulator.DeleteAsync($"{path}?removeUsers=false")).Status);
        Assert.Equal(404, (await emulator.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_rule_whose_group_is_gone_can_only_be_read_and_deleted()
    {
        await using var emulator = await Emulated.StartAsync();
        var group = await emulator.CreateGroupAsync("Engineering");
        var path =
            $"/api/v1/groups/rules/{(await emulator.PostAsync("/api/v1/groups/rules", Rule("R", group))).Json["id"]}";
        await emulator.PostAsync($"{path}/lifecycle/activate");

        await emulator.DeleteAsync($"/api/v1/groups/{group}");

        var rule = (await emulator.GetAsync(path)).Json;
        Assert.Equal(("INVALID", false), ((string)rule["status"]!, (bool)rule["allGroupsValid"]!));
        Assert.Equal(
            "Cannot activate or deactivate a Group Rule with the status INVALID",
            (await emulator.PostAsync($"{path}/lifecycle/activate")).Cause
        );
        Assert.Equal(202, (await emulator.DeleteAsync(path)).Status);
    }

    [Fact]
    public async Task A_rule_has_a_name_of_its_own_an_expression_and_groups_that_there_are()
    {
        await using var emulator = await Emulated.StartAsync();
        var group = await emulator.CreateGroupAsync("Engineering");
        await emulator.PostAsync("/api/v1/groups/rules", Rule("R", group));

        Assert.Equal(
            "name: Policy rule name already in use",
            (await emulator.PostAsync("/api/v1/groups/rules", Rule("R", group))).Cause
        );
        Assert.Equal(404, (await emulator.PostAsync("/api/v1/groups/rules", Rule("S", "00gnone"))).Status);
        Assert.Equal(400, (await emulator.PostAsync("/api/v1/groups/rules", Rule("S", group, expression: ""))).Status);
        Assert.Equal(400, (await emulator.PostAsync("/api/v1/groups/rules", Rule(new('x', 51), group))).Status);
        Assert.Single((await emulator.GetAsync("/api/v1/groups/rules")).Json.AsArray());
    }

    [Fact]
    public async Task A_user_is_deactivated_out_of_every_group_and_then_deleted()
    {
        await using var emulator = await Emulated.StartAsync();
        var (group, user) = (
            await emulator.CreateGroupAsync("Engineering"),
            await CreateUserAsync(emulator, "a@example.com")
        );
        await emulator.PutAsync($"/api/v1/groups/{group}/users/{user}");
        Assert.Equal(
            ["Everyone", "Engineering"],
            (await emulator.GetAsync($"/api/v1/users/{user}/groups"))
                .Json.AsArray()
                .Select(of => (string)of!["profile"]!["name"]!)
        );

        Assert.Equal(204, (await emulator.DeleteAsync($"/api/v1/users/{user}")).Status);

        Assert.Empty((await emulator.GetAsync($"/api/v1/groups/{group}/users")).Json.AsArray());
        Assert.Equal("DEPROVISIONED", (string)(await emulator.GetAsync($"/api/v1/users/{user}")).Json["status"]!);
        Assert.Equal(204, (await emulator.DeleteAsync($"/api/v1/users/{user}")).Status);
        Assert.Equal(404, (await emulator.GetAsync($"/api/v1/users/{user}")).Status);
    }

    [Fact]
    public async Task A_login_is_of_one_user()
    {
        await using var emulator = await Emulated.StartAsync();
        await CreateUserAsync(emulator, "a@example.com");

        var again = await emulator.PostAsync("/api/v1/users", """{"profile":{"login":"A@example.com"}}""");

        Assert.Equal("login: An object with this field already exists in the current organization", again.Cause);
    }

    private static async Task<string> CreateUserAsync(Emulated emulator, string login) =>
        (string)
            (
                await emulator.PostAsync(
                    "/api/v1/users",
                    $$$"""{"profile":{"login":"{{{login}}}","email":"{{{login}}}","firstName":"Ada","lastName":"L"}}"""
                )
            ).Json["id"]!;

    private static string Rule(string name, string group, string expression = "user.x") =>
        new JsonObject
        {
            ["type"] = "group_rule",
            ["name"] = name,
            ["conditions"] = new JsonObject
            {
                ["expression"] = new JsonObject { ["value"] = expression, ["type"] = "urn:okta:expression:1.0" },
                ["people"] = new JsonObject { ["users"] = new JsonObject() },
            },
            ["actions"] = new JsonObject
            {
                ["assignUserToGroups"] = new JsonObject { ["groupIds"] = new JsonArray(group) },
            },
        }.ToJsonString();
}
