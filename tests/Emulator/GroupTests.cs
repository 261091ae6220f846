using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Emulator;

/// <summary>Groups beyond their name: custom properties, rules, owners, and the users in them.</summary>
public sealed class GroupTests
{
    private const string Schema = "/api/v1/meta/schemas/group/default";

    [Fact]
    public async Task A_groups_profile_has_the_custom_properties_that_its_schema_has()
    {
        await using var emulator = await Emulated.StartAsync();
        await DefineAsync(emulator, "rank", """{"title":"Rank","type":"integer","required":false,"scope":"SELF"}""");
        await DefineAsync(emulator, "tags", """{"title":"Tags","type":"array","items":{"type":"string"}}""");

        var created = (
            await emulator.PostAsync(
                "/api/v1/groups",
                """{"profile":{"name":"A","description":"","rank":3,"tags":["x"]}}"""
            )
        ).Json;
        var replaced = (
            await emulator.PutAsync(
                $"/api/v1/groups/{created["id"]}",
                """{"profile":{"name":"A","description":"","rank":4,"tags":null}}"""
            )
        ).Json;

        Assert.Equal("""{"name":"A","description":"","rank":3,"tags":["x"]}""", created["profile"]!.ToJsonString());
        Assert.Equal("""{"name":"A","description":"","rank":4}""", replaced["profile"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"name":"A","color":"red"}""", "Property name 'color' is not defined in profile")]
    [InlineData("""{"name":"A","rank":"3"}""", "Property 'rank' must be of type integer")]
    [InlineData("""{"name":"A","rank":3.5}""", "Property 'rank' must be of type integer")]
    [InlineData("""{"name":"A","tags":[1]}""", "Property 'tags' must be of type array")]
    public async Task What_the_schema_does_not_have_is_refused(string profile, string cause)
    {
        await using var emulator = await Emulated.StartAsync();
        await DefineAsync(emulator, "rank", """{"title":"Rank","type":"integer"}""");
        await DefineAsync(emulator, "tags", """{"title":"Tags","type":"array","items":{"type":"string"}}""");

        var reply = await emulator.PostAsync("/api/v1/groups", $$"""{"profile":{{profile}} }""");

        Assert.Equal(
            (400, "Api validation failed: New UserGroup", cause),
            (reply.Status, (string)reply.Json["errorSummary"]!, reply.Cause)
        );
        Assert.Empty((await emulator.GetAsync("/api/v1/groups?q=A")).Json.AsArray());
    }

    [Fact]
    public async Task A_change_of_the_schema_leaves_other_properties_alone_and_a_null_removes_one()
    {
        await using var emulator = await Emulated.StartAsync();
        await DefineAsync(
            emulator,
            "rank",
            """{"title":"Rank","type":"integer","required":true,"enum":[1,2],"oneOf":[{"const":1,"title":"One"}],"minLength":1}"""
        );
        await DefineAsync(emulator, "site", """{"title":"Site","type":"string"}""");
        var id = (string)
            (await emulator.PostAsync("/api/v1/groups", """{"profile":{"name":"A","rank":1,"site":"x"}}""")).Json[
                "id"
            ]!;

        await DefineAsync(emulator, "site", "null");

        var custom = (await emulator.GetAsync(Schema)).Json["definitions"]!["custom"]!;
        Assert.Equal(["rank"], custom["properties"]!.AsObject().Select(pair => pair.Key));
        Assert.Equal(
            """{"title":"Rank","type":"integer","required":true,"mutability":"READ_WRITE","scope":"NONE","permissions":[{"principal":"SELF","action":"READ_ONLY"}],"master":{"type":"PROFILE_MASTER"},"enum":[1,2],"oneOf":[{"const":1,"title":"One"}],"minLength":1}""",
            custom["properties"]!["rank"]!.ToJsonString()
        );
        Assert.Equal("""["rank"]""", custom["required"]!.ToJsonString());
        Assert.Null((await emulator.GetAsync($"/api/v1/groups/{id}")).Json["profile"]!["site"]);
        Assert.Equal(
            400,
            (await emulator.PutAsync($"/api/v1/groups/{id}", """{"profile":{"name":"A","site":"x"}}""")).Status
        );
    }

    [Theory]
    [InlineData("name", """{"title":"T","type":"string"}""")]
    [InlineData("a b", """{"title":"T","type":"string"}""")]
    [InlineData("x", """{"title":"","type":"string"}""")]
    [InlineData("x", """{"title":"T","type":"date"}""")]
    [InlineData("x", """{"title":"T","type":"array"}""")]
    [InlineData("x", """{"title":"T","type":"array","items":{"type":"array"}}""")]
    [InlineData("x", "1")]
    [InlineData("rank", """{"title":"T","type":"string"}""")]
    public async Task A_property_that_is_not_one_is_refused_with_all_that_came_with_it(string name, string property)
    {
        await using var emulator = await Emulated.StartAsync();
        await DefineAsync(emulator, "rank", """{"title":"Rank","type":"integer"}""");

        var reply = await emulator.PostAsync(
            Schema,
            Custom(("fine", """{"title":"Fine","type":"string"}"""), (name, property))
        );

        Assert.Equal(400, reply.Status);
        Assert.Equal(
            "integer",
            (string)
                (await emulator.GetAsync(Schema)).Json["definitions"]!["custom"]!["properties"]!
                    .AsObject()
                    .Single()
                    .Value!["type"]!
        );
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
    public async Task Owners_are_users_and_groups_once_each_and_go_when_they_are_gone()
    {
        await using var emulator = await Emulated.StartAsync();
        var (group, parent, user) = (
            await emulator.CreateGroupAsync("Engineering"),
            await emulator.CreateGroupAsync("Leads"),
            await CreateUserAsync(emulator, "a@example.com")
        );
        var owners = $"/api/v1/groups/{group}/owners";

        var added = await emulator.PostAsync(owners, $$"""{"id":"{{user}}","type":"USER"}""");
        await emulator.PostAsync(owners, $$"""{"id":"{{parent}}","type":"GROUP"}""");

        Assert.Equal((201, "Ada L"), (added.Status, (string)added.Json["displayName"]!));
        Assert.Equal(
            "Provided owner is already assigned to this group",
            (await emulator.PostAsync(owners, $$"""{"id":"{{user}}","type":"USER"}""")).Cause
        );
        Assert.Equal(404, (await emulator.PostAsync(owners, $$"""{"id":"{{parent}}","type":"USER"}""")).Status);
        Assert.Equal(404, (await emulator.DeleteAsync($"{owners}/00unone")).Status);
        await emulator.DeleteAsync($"/api/v1/groups/{parent}");
        Assert.Equal(user, (string)(await emulator.GetAsync(owners)).Json.AsArray().Single()!["id"]!);
        Assert.Equal(204, (await emulator.DeleteAsync($"{owners}/{user}")).Status);
        Assert.Empty((await emulator.GetAsync(owners)).Json.AsArray());
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

    [Theory]
    [InlineData("{}", "", "PROVISIONED")]
    [InlineData("""{"password":{"value":"secret"}}""", "", "ACTIVE")]
    [InlineData("{}", "?activate=false", "STAGED")]
    public async Task A_user_is_active_once_there_is_a_password(string credentials, string query, string status)
    {
        await using var emulator = await Emulated.StartAsync();

        var created = (
            await emulator.PostAsync(
                $"/api/v1/users{query}",
                $$$"""{"credentials":{{{credentials}}},"profile":{"login":"a@example.com","email":"a@example.com","firstName":"Ada","lastName":"L","postalAddress":null}}"""
            )
        ).Json;

        Assert.Equal(status, (string)created["status"]!);
        Assert.Equal(
            """{"firstName":"Ada","lastName":"L","mobilePhone":null,"secondEmail":null,"login":"a@example.com","email":"a@example.com"}""",
            created["profile"]!.ToJsonString()
        );
        Assert.DoesNotContain("secret", created.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_profile_is_changed_in_part_or_replaced()
    {
        await using var emulator = await Emulated.StartAsync();
        var user = $"/api/v1/users/{await CreateUserAsync(emulator, "a@example.com")}";

        var changed = (await emulator.PostAsync(user, """{"profile":{"lastName":null,"title":"Dr"}}""")).Json[
            "profile"
        ]!;
        var replaced = (
            await emulator.PutAsync(
                user,
                """{"profile":{"login":"b@example.com","email":"b@example.com","firstName":"B"}}"""
            )
        ).Json["profile"]!;

        Assert.Equal(
            ("Ada", "Dr", "a@example.com"),
            ((string)changed["firstName"]!, (string)changed["title"]!, (string)changed["login"]!)
        );
        Assert.Null(changed["lastName"]);
        Assert.Equal(
            ("B", null, "b@example.com"),
            ((string)replaced["firstName"]!, (string?)replaced["title"], (string)replaced["login"]!)
        );
        await CreateUserAsync(emulator, "c@example.com");
        Assert.Equal(
            "login: An object with this field already exists in the current organization",
            (await emulator.PostAsync(user, """{"profile":{"login":"C@example.com"}}""")).Cause
        );
    }

    private static async Task DefineAsync(Emulated emulator, string name, string property) =>
        Assert.Equal(200, (await emulator.PostAsync(Schema, Custom((name, property)))).Status);

    private static string Custom(params (string Name, string Property)[] properties) =>
        new JsonObject
        {
            ["definitions"] = new JsonObject
            {
                ["custom"] = new JsonObject
                {
                    ["id"] = "#custom",
                    ["type"] = "object",
                    ["properties"] = new JsonObject(
                        properties.Select(property =>
                            KeyValuePair.Create(property.Name, JsonNode.Parse(property.Property))
                        )
                    ),
                },
            },
        }.ToJsonString();

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
