namespace OktaSpa.Emulator;

/// <summary>
/// Administrator roles, to be read: <c>/oauth2/v1/clients/{client}/roles</c> of a service app,
/// <c>/api/v1/users/{id}/roles</c> of a user.
/// </summary>
internal static class RolesApi
{
    // https://developer.okta.com/docs/api/openapi/okta-management/guides/roles/#standard-roles
    private static readonly string[] Standard =
    [
        "API_ACCESS_MANAGEMENT_ADMIN",
        "APP_ADMIN",
        "GROUP_MEMBERSHIP_ADMIN",
        "HELP_DESK_ADMIN",
        "MOBILE_ADMIN",
        "ORG_ADMIN",
        "READ_ONLY_ADMIN",
        "REPORT_ADMIN",
        "SUPER_ADMIN",
        "USER_ADMIN",
    ];

    public static void Map(Routes routes)
    {
        routes.Get("/oauth2/v1/clients/{client}/roles", ListOfClient);
        routes.Get("/api/v1/users/{id}/roles", ListOfUser);
    }

    /// <exception cref="OktaError">There is no such standard role, or the client is listed already.</exception>
    public static void Add(OktaOrganization organization, SeedServiceApp app)
    {
        var roles = app.Roles ?? [];
        var valid = $"Valid values: [{string.Join(", ", Standard)}]";
        OktaError.ThrowIf(!roles.All(Standard.Contains), "roles", valid);
        if (!organization.RolesOfClients.TryAdd(app.ClientId, roles))
            throw OktaError.Taken("clientId");
    }

    private static Answer ListOfClient(Call call)
    {
        var (client, organization) = (call.Route("client"), call.Organization);
        if (organization.RolesOfClients.TryGetValue(client, out var roles))
            return List(roles, "CLIENT");
        return organization.Applications.All.Any(application => application.ClientId == client)
            ? Answer.List([])
            : throw OktaError.NotFound(client, "OAuth2Client");
    }

    private static Answer ListOfUser(Call call)
    {
        var user = call.Organization.Users.Get(call.Route("id"));
        return List(user == call.Organization.Administrator ? ["SUPER_ADMIN"] : [], "USER");
    }

    private static Answer List(IEnumerable<string> roles, string assignmentType) =>
        Answer.List(
            roles.Select(type =>
                Json.Of(
                    new
                    {
                        id = $"ra1{type}",
                        type,
                        status = "ACTIVE",
                        assignmentType,
                    }
                )
            )
        );
}
