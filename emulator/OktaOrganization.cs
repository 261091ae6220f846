namespace OktaSpa.Emulator;

/// <summary>All that the organization has, in memory. Whoever reads or writes it holds <see cref="Gate"/>.</summary>
internal sealed class OktaOrganization
{
    private const string Administrators = "All administrators in your organization";

    private static readonly object AdministratorProfile = new
    {
        firstName = "Ada",
        lastName = "Administrator",
        login = "administrator@example.com",
        email = "administrator@example.com",
    };

    /// <exception cref="FormatException">The seed has something that Okta refuses.</exception>
    public OktaOrganization(Seed seed)
    {
        Name = seed.Organization;
        Id = Ids.Next("00o");
        CustomDomain = seed.CustomDomain;
        Administrator = UsersApi.Add(this, Json.Of(AdministratorProfile), "ACTIVE");
        GroupsApi.Add(this, new(OktaGroup.Everyone, "All users in your organization"), "BUILT_IN");
        GroupsApi.Add(this, new("Okta Administrators", Administrators), "BUILT_IN");
        DefaultPolicy = AccessPoliciesApi.Add(this, new("Any two factors", "Require two factors to access."), true);
        AccessPoliciesApi.Add(this, new("Okta Admin Console"));
        AccessPoliciesApi.Add(this, new("Okta Dashboard"));
        var defaultServer = AuthorizationServersApi.Add(this, new(AuthorizationServer.Default, IssuerMode: "DYNAMIC"));
        TokenPoliciesApi.AddDefault(Ids, defaultServer);
        Plant("groups", seed.Groups, group => GroupsApi.Add(this, group));
        Plant("policies", seed.Policies, policy => AccessPoliciesApi.Add(this, policy));
        Plant("trustedOrigins", seed.TrustedOrigins, origin => TrustedOriginsApi.Add(this, origin));
        Plant("authorizationServers", seed.AuthorizationServers, server => AuthorizationServersApi.Add(this, server));
        Plant("zones", seed.Zones, zone => ZonesApi.Add(this, zone));
        Plant("serviceApps", seed.ServiceApps, app => RolesApi.Add(this, app));
    }

    public Lock Gate { get; } = new();

    public Ids Ids { get; } = new();

    public string Name { get; }

    public string Id { get; }

    /// <summary>Such as <c>login.example.com</c>.</summary>
    public string? CustomDomain { get; }

    public string Created { get; } = OktaObject.Now();

    /// <summary>The user whom API tokens belong to.</summary>
    public OktaObject Administrator { get; }

    /// <summary>The access policy that applications get.</summary>
    public Policy DefaultPolicy { get; }

    public Collection<OktaApplication> Applications { get; } = new("AppInstance");

    public Collection<OktaGroup> Groups { get; } = new("UserGroup");

    public Collection<OktaObject> GroupRules { get; } = new("GroupRule");

    public Collection<OktaObject> TrustedOrigins { get; } = new("TrustedOrigin");

    public Collection<Policy> Policies { get; } = new("Policy");

    public Collection<AuthorizationServer> AuthorizationServers { get; } = new("AuthorizationServer");

    public Collection<OktaObject> Zones { get; } = new("NetworkZone");

    public Collection<OktaObject> Users { get; } = new("User");

    /// <summary>By client id: the standard administrator roles of service apps.</summary>
    public Dictionary<string, IReadOnlyList<string>> RolesOfClients { get; } = [];

    private static void Plant<T>(string key, IReadOnlyList<T> seeds, Action<T> add)
    {
        foreach (var (index, seed) in seeds.Index())
        {
            try
            {
                add(seed);
            }
            catch (OktaError error)
            {
                var why = string.Join("; ", error.Causes.DefaultIfEmpty(error.Message));
                throw new FormatException($"{key}[{index}]: Okta refuses this: {why}", error);
            }
        }
    }
}
