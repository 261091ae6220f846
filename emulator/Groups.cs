using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/groups</c></summary>
internal static class Groups
{
    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/groups", List);
        routes.Post("/api/v1/groups", Create);
        routes.Get(
            "/api/v1/groups/{id}",
            call => Answer.Ok(Render(call, call.Organization.Groups.Get(call.Route("id"))))
        );
        routes.Put("/api/v1/groups/{id}", Replace);
        routes.Delete("/api/v1/groups/{id}", Delete);
        routes.Get(
            "/api/v1/groups/{id}/users",
            call =>
            {
                var group = call.Organization.Groups.Get(call.Route("id"));
                var members =
                    Name(group) == Organization.Everyone
                        ? call.Organization.Users.All
                        : Members(call.Organization, call.Route("id")).Select(call.Organization.Users.Get);
                return Answer.Page(call, members, user => Users.Render(call, user));
            }
        );
        routes.Get(
            "/api/v1/groups/{id}/apps",
            call =>
            {
                call.Organization.Groups.Get(call.Route("id"));
                var applications = call.Organization.Applications.All.Where(app =>
                    call.Organization.Assignments[(string)app["id"]!]
                        .Exists(assignment => (string)assignment["id"]! == call.Route("id"))
                );
                return Answer.Page(call, applications, app => Applications.Render(call, app));
            }
        );
        routes.Put("/api/v1/groups/{id}/users/{user}", call => SetMember(call, isMember: true));
        routes.Delete("/api/v1/groups/{id}/users/{user}", call => SetMember(call, isMember: false));
    }

    public static string Name(JsonObject group) => (string)group["profile"]!["name"]!;

    public static List<string> Members(Organization organization, string group) => organization.Members.Of(group);

    public static JsonObject Render(Call call, JsonObject group)
    {
        var self = $"/api/v1/groups/{(string)group["id"]!}";
        var answer = (JsonObject)group.DeepClone();
        answer["_links"] = new JsonObject
        {
            ["logo"] = new JsonArray(Logo("medium"), Logo("large")),
            ["owners"] = call.Link($"{self}/owners"),
            ["users"] = call.Link($"{self}/users"),
            ["apps"] = call.Link($"{self}/apps"),
        };
        return answer;

        JsonObject Logo(string size) =>
            new()
            {
                ["name"] = size,
                ["href"] = $"{call.Base}/assets/groups/{size}.png",
                ["type"] = "image/png",
            };
    }

    private static Answer List(Call call)
    {
        var groups = call.Organization.Groups.All;
        if (call.Query("q") is { } prefix)
            groups = groups.Where(group => Name(group).StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        if (call.Query("filter") is { } filter)
            groups = groups.Where(Expression.Parse(filter).Holds);
        if (call.Query("search") is { } search)
            groups = groups.Where(Expression.Parse(search).Holds);
        // Okta does not page a question by prefix.
        return Answer.Page(call, groups, group => Render(call, group)) is var page && call.Query("q") is not null
            ? page with
            {
                Links = [],
            }
            : page;
    }

    private static Answer Create(Call call)
    {
        var profile = Profile(call, except: null);
        var group = call.Organization.AddGroup(profile.Text("name")!, profile.Text("description"), "OKTA_GROUP");
        group["profile"] = profile;
        return Answer.Ok(Render(call, group));
    }

    private static Answer Replace(Call call)
    {
        var group = Changeable(call);
        group["profile"] = Profile(call, except: group);
        group["lastUpdated"] = Organization.Now();
        return Answer.Ok(Render(call, group));
    }

    private static Answer Delete(Call call)
    {
        var id = (string)Changeable(call)["id"]!;
        call.Organization.Groups.Remove(id);
        call.Organization.Members.Remove(id);
        foreach (var assignments in call.Organization.Assignments.Values)
            assignments.RemoveAll(assignment => (string)assignment["id"]! == id);
        GroupOwners.Forget(call.Organization, id);
        GroupRules.Forget(call.Organization, id);
        return Answer.Empty;
    }

    private static Answer SetMember(Call call, bool isMember)
    {
        var group = Changeable(call);
        var user = (string)call.Organization.Users.Get(call.Route("user"))["id"]!;
        var members = Members(call.Organization, (string)group["id"]!);
        members.Remove(user);
        if (isMember)
            members.Add(user);
        group["lastMembershipUpdated"] = Organization.Now();
        return Answer.Empty;
    }

    private static JsonObject Changeable(Call call) =>
        call.Organization.Groups.Get(call.Route("id")) is var group && (string)group["type"]! == "OKTA_GROUP"
            ? group
            : throw OktaError.Forbidden();

    private static JsonObject Profile(Call call, JsonObject? except)
    {
        var profile = (JsonObject?)call.Body().Map("profile")?.DeepClone() ?? [];
        var name = profile.Required("name");
        if (name.Length > 255)
            throw OktaError.Invalid("name", "name: String cannot exceed 255 characters");
        if (call.Organization.Groups.All.Any(other => other != except && Name(other) == name))
            throw OktaError.Taken("name");
        GroupSchema.Check(call.Organization, profile, except is null ? "New UserGroup" : "UserGroup");
        foreach (var unset in profile.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList())
            profile.Remove(unset);
        profile["description"] = profile.Text("description");
        return profile;
    }
}
