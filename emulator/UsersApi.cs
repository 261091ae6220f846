using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/users</c>: whom the API token belongs to, and as much of other users as being in a group needs.
/// </summary>
internal static class UsersApi
{
    public static void Map(Routes routes)
    {
        const string One = "/api/v1/users/{id}";
        routes.Get("/api/v1/users/me", call => Answer.Ok(call.Organization.Administrator));
        routes.Post("/api/v1/users", Create);
        routes.Get(One, call => Answer.Ok(Find(call)));
        routes.Get($"{One}/groups", call => Answer.Page(call, GroupsOf(call, Find(call))));
        routes.Delete(One, Delete);
    }

    public static OktaObject Add(OktaOrganization organization, JsonObject profile, string status)
    {
        var login = profile.Required("login", 100);
        organization.Users.CheckUnique(
            "login",
            self: null,
            other => Login(other).Equals(login, StringComparison.OrdinalIgnoreCase)
        );
        var created = OktaObject.Now();
        var user = new
        {
            id = organization.Ids.Next("00u"),
            status,
            created,
            statusChanged = created,
            lastUpdated = created,
            type = new { id = "oty0000000000001emu7" },
            profile,
            credentials = new { provider = new { type = "OKTA", name = "OKTA" } },
        };
        return organization.Users.Add(new(Json.Of(user)));
    }

    public static string Login(OktaObject user) => (string)user.Json["profile"]!["login"]!;

    private static OktaObject Find(Call call) => call.Organization.Users.Get(call.Route("id"));

    // Who has no password yet is let in all the same, but has still to choose one.
    private static Answer Create(Call call)
    {
        var (body, isActive) = (call.Body(), call.Query("activate") != "false");
        var hasPassword = body.Map("credentials")?["password"] is not null;
        var status =
            !isActive ? "STAGED"
            : hasPassword ? "ACTIVE"
            : "PROVISIONED";
        return Answer.Ok(Add(call.Organization, body.Map("profile") ?? [], status));
    }

    private static IEnumerable<OktaGroup> GroupsOf(Call call, OktaObject user) =>
        call.Organization.Groups.All.Where(group => group.MembersAmong([user]).Any());

    // Okta's first call deactivates, which takes the user out of groups and applications; the second deletes.
    private static Answer Delete(Call call)
    {
        var user = Find(call);
        if (user == call.Organization.Administrator)
            throw OktaError.Forbidden();
        if (user.Status == "DEPROVISIONED")
            call.Organization.Users.Remove(user);
        user.SetStatus("DEPROVISIONED");
        foreach (var group in call.Organization.Groups.All)
            group.SetMember(user, isMember: false);
        foreach (var application in call.Organization.Applications.All)
            application.Users.RemoveAll(assigned => (string)assigned["id"]! == user.Id);
        return Answer.Empty;
    }
}
