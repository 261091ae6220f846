using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/users</c>: whom the API token belongs to, and as much of other users as membership of groups needs.
/// </summary>
internal static class Users
{
    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/users/me", call => Answer.Ok(Render(call, call.Organization.Administrator)));
        routes.Get("/api/v1/users", List);
        routes.Post("/api/v1/users", Create);
        routes.Get(
            "/api/v1/users/{id}",
            call => Answer.Ok(Render(call, call.Organization.Users.Get(call.Route("id"))))
        );
        routes.Get(
            "/api/v1/users/{id}/groups",
            call =>
            {
                var id = (string)call.Organization.Users.Get(call.Route("id"))["id"]!;
                var groups = call.Organization.Groups.All.Where(group =>
                    Groups.Name(group) == Organization.Everyone
                    || Groups.Members(call.Organization, (string)group["id"]!).Contains(id)
                );
                return Answer.Page(call, groups, group => Groups.Render(call, group));
            }
        );
        routes.Put("/api/v1/users/{id}", call => Change(call, call.Body().Map("profile") ?? []));
        routes.Post("/api/v1/users/{id}", call => Change(call, Merged(call)));
        routes.Post("/api/v1/users/{id}/lifecycle/activate", Activate);
        routes.Post(
            "/api/v1/users/{id}/lifecycle/deactivate",
            call =>
            {
                Deactivate(call.Organization, call.Organization.Users.Get(call.Route("id")));
                return Answer.Ok(new JsonObject());
            }
        );
        routes.Delete("/api/v1/users/{id}", Delete);
    }

    public static JsonObject Render(Call call, JsonObject user)
    {
        var answer = (JsonObject)user.DeepClone();
        answer["_links"] = new JsonObject { ["self"] = call.Link($"/api/v1/users/{(string)user["id"]!}") };
        return answer;
    }

    private static Answer List(Call call)
    {
        var users = call.Organization.Users.All;
        foreach (var question in new[] { call.Query("search"), call.Query("filter") }.OfType<string>())
            users = users.Where(Expression.Parse(question).Holds);
        return Answer.Page(call, users, user => Render(call, user));
    }

    // Who has no password yet is activated all the same, but has still to choose one.
    private static Answer Create(Call call)
    {
        var body = call.Body();
        var (profile, credentials) = (
            Profile(call, body.Map("profile") ?? [], except: null),
            body.Map("credentials") ?? []
        );
        var hasPassword = credentials.Map("password") is { Count: > 0 };
        var user = call.Organization.AddUser(
            profile,
            call.Query("activate") == "false" ? "STAGED"
                : hasPassword ? "ACTIVE"
                : "PROVISIONED"
        );
        if (hasPassword)
            user["credentials"]!.AsObject().Insert(0, "password", new JsonObject());
        return Answer.Ok(Render(call, user));
    }

    private static Answer Change(Call call, JsonObject profile)
    {
        var user = call.Organization.Users.Get(call.Route("id"));
        user["profile"] = Profile(call, profile, except: user);
        user["lastUpdated"] = Organization.Now();
        return Answer.Ok(Render(call, user));
    }

    private static JsonObject Merged(Call call)
    {
        var merged = (JsonObject)call.Organization.Users.Get(call.Route("id"))["profile"]!.DeepClone();
        foreach (var (key, value) in call.Body().Map("profile") ?? [])
            merged[key] = value?.DeepClone();
        return merged;
    }

    private static JsonObject Profile(Call call, JsonObject given, JsonObject? except)
    {
        var profile = new JsonObject
        {
            ["firstName"] = given.Text("firstName"),
            ["lastName"] = given.Text("lastName"),
            ["mobilePhone"] = null,
            ["secondEmail"] = null,
        };
        foreach (var (key, value) in given)
        {
            if (value is not null)
                profile[key] = value.DeepClone();
        }
        foreach (var field in new[] { "login", "email" })
            _ = profile.Required(field);
        return call.Organization.Users.All.Any(other =>
            other != except
            && string.Equals(
                (string?)other["profile"]!["login"],
                profile.Text("login"),
                StringComparison.OrdinalIgnoreCase
            )
        )
            ? throw OktaError.Taken("login")
            : profile;
    }

    private static Answer Activate(Call call)
    {
        var user = call.Organization.Users.Get(call.Route("id"));
        user["status"] = user["credentials"]!["password"] is null ? "PROVISIONED" : "ACTIVE";
        user["statusChanged"] = Organization.Now();
        return Answer.Ok(new JsonObject());
    }

    // Who is deactivated is in no group any more.
    private static void Deactivate(Organization organization, JsonObject user)
    {
        user["status"] = "DEPROVISIONED";
        user["statusChanged"] = Organization.Now();
        foreach (var members in organization.Members.Values)
            members.Remove((string)user["id"]!);
    }

    // Okta's first call deactivates, the second deletes.
    private static Answer Delete(Call call)
    {
        var user = call.Organization.Users.Get(call.Route("id"));
        if (user == call.Organization.Administrator)
            throw OktaError.Forbidden();
        if ((string)user["status"]! != "DEPROVISIONED")
        {
            Deactivate(call.Organization, user);
            return Answer.Empty;
        }
        call.Organization.Users.Remove(call.Route("id"));
        GroupOwners.Forget(call.Organization, call.Route("id"));
        return Answer.Empty;
    }
}
