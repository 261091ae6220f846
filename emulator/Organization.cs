using System.Globalization;
using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>All that the organization has, in memory. Whoever reads or writes it holds <see cref="Gate"/>.</summary>
internal sealed class Organization
{
    public const string Everyone = "Everyone";

    public Organization(Seed seed)
    {
        Name = seed.Organization;
        Id = Ids.Next("00o");
        Administrator = NewUser("administrator@example.com", "Ada", "Administrator");
        AddGroup(Everyone, "All users in your organization", "BUILT_IN");
        AddGroup(
            "Okta Administrators",
            "Okta manages this group, which contains all administrators in your organization.",
            "BUILT_IN"
        );
        foreach (var group in seed.Groups)
            AddGroup(group.Name, group.Description, "OKTA_GROUP", group.Id);
        DefaultPolicy = AddPolicy("Any two factors", "Require two factors to access.", system: true);
        AddPolicy("Okta Admin Console", null);
        AddPolicy("Okta Dashboard", null);
        AddAuthenticator("email", "okta_email", "Email", "ACTIVE");
        AddAuthenticator("password", "okta_password", "Password", "ACTIVE");
        foreach (var policy in seed.Policies)
            AddPolicy(policy.Name, policy.Description, id: policy.Id);
        foreach (var origin in seed.TrustedOrigins)
            TrustedOrigins.Create(
                this,
                new()
                {
                    ["name"] = origin.Name,
                    ["origin"] = origin.Origin,
                    ["scopes"] = new JsonArray([.. origin.Scopes.Select(scope => new JsonObject { ["type"] = scope })]),
                }
            );
    }

    public Lock Gate { get; } = new();

    public Ids Ids { get; } = new();

    public string Name { get; }

    public string Id { get; }

    /// <summary>The user whom API tokens belong to.</summary>
    public JsonObject Administrator { get; }

    /// <summary>The id of the access policy that applications get.</summary>
    public string DefaultPolicy { get; }

    public Kind Applications { get; } = new("AppInstance");

    public Kind Groups { get; } = new("UserGroup");

    public Kind GroupRules { get; } = new("GroupRule");

    public Kind Origins { get; } = new("TrustedOrigin");

    public Kind Policies { get; } = new("Policy");

    public Kind Users { get; } = new("User");

    public Kind Authenticators { get; } = new("Authenticator");

    public Kind Roles { get; } = new("CustomRole");

    public Kind ResourceSets { get; } = new("ResourceSet");

    /// <summary>By application id: client secrets, never in an application itself.</summary>
    public Dictionary<string, JsonObject> Secrets { get; } = [];

    /// <summary>By application id: who may use it, by priority, then in the order of assignment.</summary>
    public Dictionary<string, List<JsonObject>> Assignments { get; } = [];

    /// <summary>By application id: the groups claim of its ID tokens.</summary>
    public Dictionary<string, JsonObject> Claims { get; } = [];

    /// <summary>By policy id: its rules.</summary>
    public Dictionary<string, List<JsonObject>> SignOnRules { get; } = [];

    /// <summary>By application id: the users who are assigned one by one.</summary>
    public Dictionary<string, List<JsonObject>> AppUsers { get; } = [];

    /// <summary>By application id: what was changed of the schema of its users.</summary>
    public Dictionary<string, AppSchema> Schemas { get; } = [];

    /// <summary>By application id: the scopes of Okta's own that it may ask for.</summary>
    public Dictionary<string, List<JsonObject>> Grants { get; } = [];

    /// <summary>By application id: its administrator roles.</summary>
    public Dictionary<string, List<JsonObject>> ClientRoles { get; } = [];

    /// <summary>By group id: the ids of its users.</summary>
    public Dictionary<string, List<string>> Members { get; } = [];

    /// <summary>By group id: its owners, as Okta tells them.</summary>
    public Dictionary<string, List<JsonObject>> Owners { get; } = [];

    /// <summary>By name: what a group's profile may have beside name and description.</summary>
    public OrderedDictionary<string, JsonObject> GroupProperties { get; } = [];

    /// <summary>Removes an application and all that belongs to it.</summary>
    public void RemoveApplication(string id)
    {
        Applications.Remove(id);
        Assignments.Remove(id);
        Secrets.Remove(id);
        Claims.Remove(id);
        AppUsers.Remove(id);
        Schemas.Remove(id);
        Grants.Remove(id);
        ClientRoles.Remove(id);
    }

    public static string Now() =>
        DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public JsonObject AddGroup(string name, string? description, string type, string? id = null)
    {
        var now = Now();
        return Groups.Add(
            new()
            {
                ["id"] = id ?? Ids.Next("00g"),
                ["created"] = now,
                ["lastUpdated"] = now,
                ["lastMembershipUpdated"] = now,
                ["objectClass"] = new JsonArray("okta:user_group"),
                ["type"] = type,
                ["profile"] = new JsonObject { ["name"] = name, ["description"] = description },
            }
        );
    }

    public string AddPolicy(string name, string? description, bool system = false, string? id = null)
    {
        var now = Now();
        var policy = new JsonObject
        {
            ["id"] = id ?? Ids.Next("rst"),
            ["status"] = "ACTIVE",
            ["name"] = name,
        };
        if (description is not null)
            policy["description"] = description;
        policy["priority"] = 1;
        policy["system"] = system;
        policy["conditions"] = null;
        policy["created"] = now;
        policy["lastUpdated"] = now;
        policy["type"] = "ACCESS_POLICY";
        var added = (string)Policies.Add(policy)["id"]!;
        SignOnRules[added] = [PolicyRules.CatchAll(Ids)];
        return added;
    }

    public JsonObject AddAuthenticator(string type, string key, string name, string status)
    {
        var now = Now();
        return Authenticators.Add(
            new()
            {
                ["type"] = type,
                ["id"] = Ids.Next("aut"),
                ["key"] = key,
                ["status"] = status,
                ["name"] = name,
                ["created"] = now,
                ["lastUpdated"] = now,
            }
        );
    }

    public JsonObject NewUser(string login, string firstName, string lastName) =>
        AddUser(
            new()
            {
                ["firstName"] = firstName,
                ["lastName"] = lastName,
                ["mobilePhone"] = null,
                ["secondEmail"] = null,
                ["login"] = login,
                ["email"] = login,
            },
            "ACTIVE"
        );

    public JsonObject AddUser(JsonObject profile, string status)
    {
        var now = Now();
        return Users.Add(
            new()
            {
                ["id"] = Ids.Next("00u"),
                ["status"] = status,
                ["created"] = now,
                ["activated"] = now,
                ["statusChanged"] = now,
                ["lastLogin"] = null,
                ["lastUpdated"] = now,
                ["passwordChanged"] = null,
                ["type"] = new JsonObject { ["id"] = "oty0000000000001emu7" },
                ["profile"] = profile,
                ["credentials"] = new JsonObject
                {
                    ["provider"] = new JsonObject { ["type"] = "OKTA", ["name"] = "OKTA" },
                },
            }
        );
    }
}

/// <summary>The objects of one kind, by id and in the order in which they came.</summary>
/// <param name="type">Okta's name of the kind, for "not found".</param>
internal sealed class Kind(string type)
{
    private readonly OrderedDictionary<string, JsonObject> objects = [];

    public IEnumerable<JsonObject> All => objects.Values;

    public JsonObject Add(JsonObject thing)
    {
        objects.Add((string)thing["id"]!, thing);
        return thing;
    }

    public JsonObject? Find(string id) => objects.GetValueOrDefault(id);

    public JsonObject Get(string id) => Find(id) ?? throw OktaError.NotFound(id, type);

    public void Replace(JsonObject thing) => objects[(string)thing["id"]!] = thing;

    public void Remove(string id) => objects.Remove(id);
}

/// <summary>Lists that belong to an object each.</summary>
internal static class Lists
{
    /// <summary>The list of the object with this id, made where there was none.</summary>
    public static List<T> Of<T>(this Dictionary<string, List<T>> lists, string id) =>
        lists.TryGetValue(id, out var list) ? list : lists[id] = [];
}
