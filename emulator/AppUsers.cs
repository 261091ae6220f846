using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/apps/{id}/users</c>: the users who are assigned to an application one by one, not those who come with a
/// group.
/// </summary>
internal static class AppUsers
{
    public static void Map(Routes routes)
    {
        routes.Get(
            "/api/v1/apps/{id}/users",
            call => Answer.Page(call, All(call), user => Render(call, user), defaultLimit: 50)
        );
        routes.Post("/api/v1/apps/{id}/users", Assign);
        routes.Get("/api/v1/apps/{id}/users/{user}", call => Answer.Ok(Render(call, Find(call))));
        routes.Post("/api/v1/apps/{id}/users/{user}", Change);
        routes.Delete(
            "/api/v1/apps/{id}/users/{user}",
            call =>
            {
                call.Organization.AppUsers[call.Route("id")].Remove(Find(call));
                return Answer.Empty;
            }
        );
    }

    // An assignment ends with its user.
    private static IEnumerable<JsonObject> All(Call call)
    {
        var id = (string)call.Organization.Applications.Get(call.Route("id"))["id"]!;
        return call
            .Organization.AppUsers.GetValueOrDefault(id, [])
            .Where(assigned =>
                call.Organization.Users.Find((string)assigned["id"]!) is { } user
                && (string)user["status"]! != "DEPROVISIONED"
            );
    }

    private static JsonObject Find(Call call) =>
        All(call).FirstOrDefault(assigned => (string)assigned["id"]! == call.Route("user"))
        ?? throw OktaError.NotFound(call.Route("user"), "AppUser");

    private static Answer Assign(Call call)
    {
        var (app, body) = ((string)call.Organization.Applications.Get(call.Route("id"))["id"]!, call.Body());
        var user = call.Organization.Users.Get(
            body.Text("id") ?? throw OktaError.Invalid("id", "id: The field cannot be left blank")
        );
        var now = Organization.Now();
        var assigned = new JsonObject
        {
            ["id"] = (string)user["id"]!,
            ["externalId"] = null,
            ["created"] = now,
            ["lastUpdated"] = now,
            ["scope"] = "USER",
            ["status"] = "ACTIVE",
            ["statusChanged"] = now,
            ["passwordChanged"] = null,
            ["syncState"] = "DISABLED",
            ["credentials"] = new JsonObject
            {
                ["userName"] = body.Map("credentials")?.Text("userName") is { Length: > 0 } name
                    ? name
                    : (string)user["profile"]!["login"]!,
            },
            ["profile"] = Profile(call, app, (JsonObject)user["profile"]!, body.Map("profile")),
        };
        var users = call.Organization.AppUsers.Of(app);
        users.RemoveAll(other => (string)other["id"]! == (string)user["id"]!);
        users.Add(assigned);
        return Answer.Ok(Render(call, assigned));
    }

    private static Answer Change(Call call)
    {
        var (assigned, body) = (Find(call), call.Body());
        var profile = Profile(
            call,
            call.Route("id"),
            (JsonObject)call.Organization.Users.Get(call.Route("user"))["profile"]!,
            body.Map("profile")
        );
        if (body.Map("credentials")?.Text("userName") is { Length: > 0 } name)
            assigned["credentials"]!["userName"] = name;
        assigned["profile"] = profile;
        assigned["lastUpdated"] = Organization.Now();
        return Answer.Ok(Render(call, assigned));
    }

    // The standard claims of OpenID Connect, of what Okta knows of the user, and what was given.
    private static JsonObject Profile(Call call, string app, JsonObject user, JsonObject? given)
    {
        var profile = new JsonObject(
            AppSchemas.Properties(call.Organization, app).Select(name => KeyValuePair.Create(name, (JsonNode?)null))
        )
        {
            ["zoneinfo"] = user.Text("timezone") ?? "America/Los_Angeles",
            ["given_name"] = user.Text("firstName"),
            ["middle_name"] = user.Text("middleName"),
            ["locale"] = user.Text("locale") ?? "en_US",
            ["name"] = user.Text("displayName") ?? $"{user.Text("firstName")} {user.Text("lastName")}",
            ["nickname"] = user.Text("nickName"),
            ["family_name"] = user.Text("lastName"),
            ["email"] = user.Text("email"),
        };
        foreach (var (name, value) in given ?? [])
            profile[name] = profile.ContainsKey(name)
                ? value?.DeepClone()
                : throw OktaError.Invalid("profile", $"Property name '{name}' is not defined in profile");
        return profile;
    }

    private static JsonObject Render(Call call, JsonObject assigned)
    {
        var answer = (JsonObject)assigned.DeepClone();
        answer["_links"] = new JsonObject
        {
            ["app"] = call.Link($"/api/v1/apps/{call.Route("id")}"),
            ["user"] = call.Link($"/api/v1/users/{(string)assigned["id"]!}"),
        };
        return answer;
    }
}
