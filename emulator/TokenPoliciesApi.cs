using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/authorizationServers/{server}/policies</c>: which clients an authorization server gives tokens, and
/// which.
/// </summary>
internal sealed class TokenPoliciesApi() : PoliciesApi(Kind)
{
    private const string PeopleAreMissing =
        "At least one of ''conditions.people.users.include'' or ''conditions.people.groups.include'' must contain a valid user or group when ''conditions.grantTypes'' contains one or more of [authorization_code, implicit, password].";

    private static readonly PolicyKind Kind = new(
        "/api/v1/authorizationServers/{server}/policies",
        "OAUTH_AUTHORIZATION_POLICY",
        "00p",
        "RESOURCE_ACCESS",
        "0pr",
        Created: 201
    );

    private static readonly JsonObject NoConditions = JsonNode
        .Parse("""{ "people": { "users": { "exclude": [] } }, "scopes": { "include": [] } }""")!
        .AsObject();

    private static readonly string[] GrantsOfPeople =
    [
        "authorization_code",
        "implicit",
        "password",
        "interaction_code",
    ];

    /// <summary>The policy that the server <c>default</c> has in the beginning: everybody gets every token.</summary>
    public static void AddDefault(Ids ids, AuthorizationServer server)
    {
        var policy = server.Policies.Add(Kind.NewPolicy(ids, "Default Policy", "Default policy"));
        policy.Json["conditions"] = JsonNode.Parse("""{ "clients": { "include": ["ALL_CLIENTS"] } }""");
        var rule = policy.Rules.Add(Kind.NewRule(ids, "Default Policy Rule"));
        rule.Json["conditions"] = JsonNode.Parse(
            """
            {
              "people": { "users": { "include": [], "exclude": [] }, "groups": { "include": ["EVERYONE"], "exclude": [] } },
              "grantTypes": { "include": ["implicit", "client_credentials", "authorization_code", "password"] },
              "scopes": { "include": ["*"] }
            }
            """
        );
        rule.Json["actions"] = JsonNode.Parse(
            """
            {
              "token": {
                "accessTokenLifetimeMinutes": 60,
                "refreshTokenLifetimeMinutes": 0,
                "refreshTokenWindowMinutes": 10080
              }
            }
            """
        );
    }

    protected override Collection<Policy> Policies(Call call) => AuthorizationServersApi.Find(call).Policies;

    protected override JsonNode? Conditions(Call call, JsonObject body)
    {
        body.Required("description");
        var clients = body.Map("conditions")?.Map("clients")?.Texts("include") ?? [];
        OktaError.ThrowIf(clients.Count == 0, "conditions.clients", "'include' must have at least one client");
        return body["conditions"];
    }

    protected override (JsonNode? Conditions, JsonNode Actions) Rule(Call call, JsonObject body)
    {
        var conditions = (body.Map("conditions") ?? []).DeepClone().AsObject();
        conditions.FillIn(NoConditions);
        var grants = conditions.Map("grantTypes")?.Texts("include") ?? [];
        OktaError.ThrowIf(grants.Count == 0, "conditions.grantTypes", "'include' must have at least one grant type");
        var people = conditions.Map("people")!;
        OktaError.ThrowIf(
            grants.Any(GrantsOfPeople.Contains) && !HasPeople(call.Organization, people),
            "conditions.people",
            PeopleAreMissing
        );
        var actions = body.Map("actions") ?? [];
        CheckLifetimes(actions.Map("token") ?? []);
        return (conditions, actions);
    }

    // Okta numbers them without gaps: one that comes to a place moves those behind it.
    protected override void Renumber<T>(Collection<T> all, T? moved, int? wanted)
        where T : class
    {
        var ordered = all.All.Where(other => other != moved).OrderBy(other => other.Priority).ToList();
        if (moved is not null)
            ordered.Insert(Math.Clamp((wanted ?? int.MaxValue) - 1, 0, ordered.Count), moved);
        foreach (var (index, thing) in ordered.Index())
            thing.Json["priority"] = index + 1;
    }

    private static bool HasPeople(OktaOrganization organization, JsonObject people)
    {
        var groups = people.Map("groups")?.Texts("include") ?? [];
        var users = people.Map("users")?.Texts("include") ?? [];
        return groups.Any(id => id == "EVERYONE" || organization.Groups.Find(id) is not null)
            || users.Any(id => organization.Users.Find(id) is not null);
    }

    // A refresh token's lifetime of 0 is no end.
    private static void CheckLifetimes(JsonObject token)
    {
        const string Refresh = "refreshTokenLifetimeMinutes";
        const string Window = "refreshTokenWindowMinutes";
        var access = token.Number("accessTokenLifetimeMinutes") ?? 60;
        var (refresh, window) = (token.Number(Refresh) ?? 0, token.Number(Window) ?? 10080);
        OktaError.ThrowIf(access is < 5 or > 1440, "accessTokenLifetimeMinutes", "must be between 5 and 1440");
        OktaError.ThrowIf(window is < 10 or > 2_628_000, Window, "must be between 10 and 2628000");
        if (refresh == 0)
            return;
        OktaError.ThrowIf(refresh < access, Refresh, "must be 0, or at least the access token's lifetime");
        OktaError.ThrowIf(window < access || window > refresh, Window, "must be between the two lifetimes");
    }
}
