using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/users</c>: whom the API token belongs to, and as much of other users as membership of groups needs.</summary>
internal static class Users
{
    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/users/me", call => Answer.Ok(Render(call, call.Organisation.Administrator)));
        routes.Get("/api/v1/users", call => Answer.Page(call, call.Organisation.Users.All, user => Render(call, user)));
        routes.Post("/api/v1/users", Create);
        routes.Get("/api/v1/users/{id}", call => Answer.Ok(Render(call, call.Organisation.Users.Get(call.Route("id")))));
        routes.Get("/api/v1/users/{id}/groups", call =>
        {
            var id = (string)call.Organisation.Users.Get(call.Route("id"))["id"]!;
            var groups = call.Organisation.Groups.All.Where(group => Groups.Name(group) == Organisation.Everyone || Groups.Members(call.Organisation, (string)group["id"]!).Contains(id));
            return Answer.Page(call, groups, group => Groups.Render(call, group));
        });
        routes.Post("/api/v1/users/{id}/lifecycle/deactivate", call => Deactivate(call));
        routes.Delete("/api/v1/users/{id}", Delete);
    }

    public static JsonObject Render(Call call, JsonObject user)
    {
        var answer = (JsonObject)user.DeepClone();
        answer["_links"] = new JsonObject { ["self"] = call.Link($"/api/v1/users/{(string)user["id"]!}") };
        return answer;
    }

    private static Answer Create(Call call)
    {
        var profile = (JsonObject?)call.Body().Map("profile")?.DeepClone() ?? [];
        if (profile.Text("login") is not { Length: > 0 } login)
            throw OktaError.Invalid("login", "login: The field cannot be left blank");
        if (call.Organisation.Users.All.Any(other => (string?)other["profile"]!["login"] == login))
            throw OktaError.Taken("login");
        return Answer.Ok(Render(call, call.Organisation.AddUser(profile, call.Query("activate") == "false" ? "STAGED" : "ACTIVE")));
    }

    private static Answer Deactivate(Call call)
    {
        call.Organisation.Users.Get(call.Route("id"))["status"] = "DEPROVISIONED";
        return Answer.Ok(new JsonObject());
    }

    // Okta's first call deactivates, the second deletes.
    private static Answer Delete(Call call)
    {
        var user = call.Organisation.Users.Get(call.Route("id"));
        if (user == call.Organisation.Administrator)
            throw OktaError.Forbidden();
        if ((string)user["status"]! != "DEPROVISIONED")
        {
            user["status"] = "DEPROVISIONED";
            return Answer.Empty;
        }
        call.Organisation.Users.Remove(call.Route("id"));
        foreach (var members in call.Organisation.Members.Values)
            members.Remove(call.Route("id"));
        return Answer.Empty;
    }
}
