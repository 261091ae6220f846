using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// Administrator roles, to be read: <c>/oauth2/v1/clients/{client}/roles</c> of a service app,
/// <c>/api/v1/users/{id}/roles</c> of a user.
/// </summary>
internal static class RolesApi
{
    // https://developer.okta.com/docs/api/openapi/okta-management/guides/roles/#standard-roles
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["API_ACCESS_MANAGEMENT_ADMIN"] = "API Access Management Administrator",
        ["APP_ADMIN"] = "Application Administrator",
        ["GROUP_MEMBERSHIP_ADMIN"] = "Group Membership Administrator",
        ["HELP_DESK_ADMIN"] = "Help Desk Administrator",
        ["MOBILE_ADMIN"] = "Mobile Administrator",
        ["ORG_ADMIN"] = "Organizational Administrator",
        ["READ_ONLY_ADMIN"] = "Read-Only Administrator",
        ["REPORT_ADMIN"] = "Report Administrator",
        ["SUPER_ADMIN"] = "Super Administrator",
        ["USER_ADMIN"] = "Group Administrator",
    };

    public static void Map(Routes routes)
    {
        routes.Get("/oauth2/v1/clients/{client}/roles", ListOfClient);
        routes.Get("/api/v1/users/{id}/roles", ListOfUser);
    }

    /// <exception cref="OktaError">There is no such standard role, or the client is listed already.</exception>
    public static void Add(OktaOrganization organization, SeedServiceApp app)
    {
        var roles = app.Roles ?? [];
        var valid = $"Valid values: [{string.Join(", ", Labels.Keys)}]";
        OktaError.ThrowIf(!roles.All(Labels.ContainsKey), "roles", valid);
        if (!organization.RolesOfClients.TryAdd(app.ClientId, roles))
            throw OktaError.Taken("clientId");
    }

    private static Answer ListOfClient(Call call)
    {
        var (client, organization) = (call.Route("client"), call.Organization);
        if (organization.RolesOfClients.TryGetValue(client, out var roles))
            return List(call, roles, "CLIENT");
        return organization.Applications.All.Any(application => application.ClientId == client)
            ? Answer.List([])
            : throw OktaError.NotFound(client, "OAuth2Client");
    }

    private static Answer ListOfUser(Call call)
    {
        var user = call.Organization.Users.Get(call.Route("id"));
        return List(call, user == call.Organization.Administrator ? ["SUPER_ADMIN"] : [], "USER");
    }

    private static Answer List(Call call, IEnumerable<string> roles, string assignmentType) =>
        Answer.List(roles.Select(type => Render(type, assignmentType, call.Organization.Created)));

    private static JsonObject Render(string type, string assignmentType, string created)
    {
        var (id, label, status) = ($"ra1{type}", Labels[type], "ACTIVE");
        return Json.Of(
            new
            {
                id,
                label,
                type,
                status,
                created,
                lastUpdated = created,
                assignmentType,
            }
        );
    }
}
