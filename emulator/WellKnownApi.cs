using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// What everybody may read of the organization and of its authorization servers; and the custom domain, which issuers
/// may have.
/// </summary>
internal static class WellKnownApi
{
    private static readonly string[] ResponseTypes = ["code", "id_token", "token"];
    private static readonly string[] ChallengeMethods = ["S256"];

    public static void Map(Routes routes)
    {
        routes.Get("/.well-known/okta-organization", call => Answer.Ok(Organization(call)));
        routes.Get("/.well-known/openid-configuration", OfOrganization);
        routes.Get("/oauth2/{server}/.well-known/openid-configuration", OfServer);
        routes.Get("/api/v1/domains", call => Answer.Ok(Domains(call.Organization.CustomDomain)));
    }

    // "idx" is Okta's name of Identity Engine.
    private static JsonObject Organization(Call call)
    {
        var links = new { organization = new { href = call.Base } };
        var organization = Json.Of(new { id = call.Organization.Id, pipeline = "idx" });
        organization["_links"] = Json.Of(links);
        return organization;
    }

    private static Answer OfOrganization(Call call) =>
        Metadata(call.Base, $"{call.Base}/oauth2", [.. AuthorizationServersApi.OktaScopes, "groups"]);

    private static Answer OfServer(Call call)
    {
        var server = AuthorizationServersApi.Find(call);
        var issuer = AuthorizationServersApi.Issuer(call, server);
        return Metadata(issuer, issuer, server.Scopes.Select(scope => (string)scope["name"]!));
    }

    private static Answer Metadata(string issuer, string address, IEnumerable<string> scopes)
    {
        var metadata = new
        {
            issuer,
            authorization_endpoint = $"{address}/v1/authorize",
            token_endpoint = $"{address}/v1/token",
            jwks_uri = $"{address}/v1/keys",
            response_types_supported = ResponseTypes,
            scopes_supported = scopes,
            code_challenge_methods_supported = ChallengeMethods,
        };
        return Answer.Ok(Json.Of(metadata));
    }

    private static JsonObject Domains(string? domain)
    {
        var custom = Json.Of(new { domain, validationStatus = "VERIFIED" });
        return new() { ["domains"] = domain is null ? [] : new JsonArray(custom) };
    }
}
