using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/authorizationServers</c>: custom authorization servers and their scopes, to be read.</summary>
internal static class AuthorizationServersApi
{
    /// <summary>The scopes that every authorization server has.</summary>
    public static readonly string[] OktaScopes =
    [
        "openid",
        "profile",
        "email",
        "address",
        "phone",
        "offline_access",
        "device_sso",
    ];

    public static void Map(Routes routes)
    {
        const string Servers = "/api/v1/authorizationServers";
        const string One = $"{Servers}/{{server}}";
        routes.Get(Servers, call => Answer.Page(call, Search(call).Select(server => Render(call, server)), 200));
        routes.Get(One, call => Answer.Ok(Render(call, Find(call))));
        routes.Get($"{One}/scopes", ListScopes);
    }

    public static AuthorizationServer Add(OktaOrganization organization, SeedAuthorizationServer seed)
    {
        var (servers, now) = (organization.AuthorizationServers, OktaObject.Now());
        servers.CheckUnique("name", self: null, other => other.Name == seed.Name);
        var isKnownMode = seed.IssuerMode is "ORG_URL" or "CUSTOM_URL" or "DYNAMIC";
        OktaError.ThrowIf(!isKnownMode, "issuerMode", "Valid values: [ORG_URL, CUSTOM_URL, DYNAMIC]");
        var needsDomain = seed.IssuerMode == "CUSTOM_URL" && organization.CustomDomain is null;
        OktaError.ThrowIf(needsDomain, "issuerMode", "CUSTOM_URL needs a custom domain");
        var server = new
        {
            id = seed.Id ?? organization.Ids.Next("aus"),
            name = seed.Name,
            description = seed.Name,
            audiences = new[] { seed.Audience ?? $"api://{seed.Name}" },
            issuerMode = seed.IssuerMode,
            status = "ACTIVE",
            created = now,
            lastUpdated = now,
            credentials = new { signing = new { kid = "emulator-signing-key", rotationMode = "AUTO" } },
            @default = seed.Name == AuthorizationServer.Default,
        };
        var scopes = OktaScopes
            .Select(name => Scope(organization.Ids, new(name), isSystem: true))
            .Concat((seed.Scopes ?? []).Select(scope => Scope(organization.Ids, scope, isSystem: false)));
        return servers.Add(new(Json.Of(server), [.. scopes]));
    }

    /// <summary>The server that a call is about, by its id or its other one.</summary>
    public static AuthorizationServer Find(Call call)
    {
        var (handle, servers) = (call.Route("server"), call.Organization.AuthorizationServers);
        return servers.All.FirstOrDefault(server => server.Handle == handle) ?? servers.Get(handle);
    }

    public static string Issuer(Call call, AuthorizationServer server)
    {
        var isCustom = (string)server.Json["issuerMode"]! == "CUSTOM_URL";
        var address = isCustom ? $"https://{call.Organization.CustomDomain}" : call.Base;
        return $"{address}/oauth2/{server.Handle}";
    }

    private static IEnumerable<AuthorizationServer> Search(Call call)
    {
        var text = call.Query("q") ?? "";
        return call.Organization.AuthorizationServers.All.Where(server =>
            ((IEnumerable<string>)[server.Name, .. server.Json.Texts("audiences")!]).Any(value =>
                value.Contains(text, StringComparison.OrdinalIgnoreCase)
            )
        );
    }

    private static JsonObject Render(Call call, AuthorizationServer server)
    {
        var answer = server.Json.DeepClone().AsObject();
        answer["issuer"] = Issuer(call, server);
        return answer;
    }

    private static Answer ListScopes(Call call)
    {
        var prefix = call.Query("q") ?? "";
        return Answer.List(
            Find(call).Scopes.Where(scope => ((string)scope["name"]!).StartsWith(prefix, StringComparison.Ordinal))
        );
    }

    private static JsonObject Scope(Ids ids, SeedScope seed, bool isSystem)
    {
        var isKnown = seed.Consent is "IMPLICIT" or "REQUIRED" or "FLEXIBLE";
        OktaError.ThrowIf(!isKnown, "consent", "Valid values: [IMPLICIT, REQUIRED, FLEXIBLE]");
        return Json.Of(
            new
            {
                id = ids.Next("scp"),
                name = seed.Name,
                system = isSystem,
                metadataPublish = "ALL_CLIENTS",
                consent = seed.Consent,
                optional = false,
                @default = false,
            }
        );
    }
}
