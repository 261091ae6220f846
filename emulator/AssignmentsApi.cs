using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/apps/{id}/groups</c> and <c>/users</c>: who may use an application. Users come with a group, or one by
/// one.
/// </summary>
internal static class AssignmentsApi
{
    public static void Map(Routes routes)
    {
        const string Groups = "/api/v1/apps/{id}/groups";
        const string Users = "/api/v1/apps/{id}/users";
        routes.Get(Groups, call => Answer.Page(call, ApplicationsApi.Find(call).Groups, defaultLimit: 20));
        routes.Get($"{Groups}/{{group}}", call => Answer.Ok(FindGroup(call)));
        routes.Put($"{Groups}/{{group}}", AssignGroup);
        routes.Delete($"{Groups}/{{group}}", UnassignGroup);
        routes.Get(Users, call => Answer.Page(call, ListUsers(call), defaultLimit: 50));
        routes.Post(Users, AssignUser);
    }

    private static string IdOf(JsonObject assignment) => (string)assignment["id"]!;

    private static JsonObject FindGroup(Call call) =>
        ApplicationsApi.Find(call).Groups.Find(assignment => IdOf(assignment) == call.Route("group"))
        ?? throw OktaError.NotFound(call.Route("group"), "GroupAppAssignment");

    private static Answer AssignGroup(Call call)
    {
        const string ForEveryone =
            "It is not possible to assign groups to an AppInstance that has Federation Broker Mode enabled";
        var (application, id) = (ApplicationsApi.Find(call), call.Organization.Groups.Get(call.Route("group")).Id);
        var body = string.IsNullOrWhiteSpace(call.Content) ? [] : call.Body();
        if (application.IsForEveryone)
            throw OktaError.Invalid("GroupAppAssignment", ForEveryone);
        var (groups, priority) = (application.Groups, body.Number("priority"));
        OktaError.ThrowIf(priority is < 0 or > 100, "priority", "The priority must be between 0 and 100");
        var existing = groups.Find(assignment => IdOf(assignment) == id);
        var next = groups.Select(other => (int)other["priority"]! + 1).DefaultIfEmpty(0).Max();
        priority ??= (int?)existing?["priority"] ?? next;
        var profile = body.Map("profile") ?? existing?["profile"] ?? new JsonObject();
        var assignment = Json.Of(
            new
            {
                id,
                priority,
                profile,
            }
        );
        assignment["lastUpdated"] = OktaObject.Now();
        if (existing is null)
            groups.Add(assignment);
        else
            groups[groups.IndexOf(existing)] = assignment;
        // A stable order for equal priorities.
        var ordered = groups.OrderBy(other => (int)other["priority"]!).ToList();
        groups.Clear();
        groups.AddRange(ordered);
        return Answer.Ok(assignment);
    }

    private static Answer UnassignGroup(Call call)
    {
        ApplicationsApi.Find(call).Groups.Remove(FindGroup(call));
        return Answer.Empty;
    }

    private static IEnumerable<JsonObject> ListUsers(Call call)
    {
        var (application, organization) = (ApplicationsApi.Find(call), call.Organization);
        var throughGroups = application
            .Groups.SelectMany(group => organization.Groups.Get(IdOf(group)).MembersAmong(organization.Users.All))
            .Select(user => Assigned(user, "GROUP"));
        return application.Users.Concat(throughGroups).DistinctBy(IdOf);
    }

    private static Answer AssignUser(Call call)
    {
        var (users, id) = (ApplicationsApi.Find(call).Users, call.Body().Required("id"));
        var assigned = Assigned(call.Organization.Users.Get(id), "USER");
        users.RemoveAll(other => IdOf(other) == id);
        users.Add(assigned);
        return Answer.Ok(assigned);
    }

    private static JsonObject Assigned(OktaObject user, string scope) =>
        Json.Of(
            new
            {
                id = user.Id,
                scope,
                status = "ACTIVE",
                credentials = new { userName = UsersApi.Login(user) },
                profile = new { },
            }
        );
}
