namespace OktaSpa.Emulator;

/// <summary>
/// The documents that everybody may read: the organization's, and those of its own authorization server.
/// </summary>
internal static class WellKnownApi
{
    public static void Map(Routes routes)
    {
        routes.Get("/.well-known/okta-organization", call => Answer.Ok(Json.Of(Organization(call))));
        foreach (var document in new[] { "openid-configuration", "oauth-authorization-server" })
            routes.Get($"/.well-known/{document}", call => Answer.Ok(Json.Of(Metadata(call))));
        routes.Get("/oauth2/v1/keys", _ => Answer.Ok(Json.Of(new { keys = Array.Empty<object>() })));
    }

    // "idx" is Okta's name of Identity Engine.
    private static object Organization(Call call) =>
        new
        {
            id = call.Organization.Id,
            cell = "emulator",
            _links = new { organization = new { href = call.Base } },
            pipeline = "idx",
        };

    private static object Metadata(Call call) =>
        new
        {
            issuer = call.Base,
            authorization_endpoint = $"{call.Base}/oauth2/v1/authorize",
            token_endpoint = $"{call.Base}/oauth2/v1/token",
            jwks_uri = $"{call.Base}/oauth2/v1/keys",
            response_types_supported = new[] { "code", "id_token", "token" },
            grant_types_supported = new[] { "authorization_code", "implicit", "refresh_token", "client_credentials" },
            scopes_supported = new[] { "openid", "email", "profile", "address", "phone", "offline_access", "groups" },
            token_endpoint_auth_methods_supported = new[]
            {
                "client_secret_basic",
                "client_secret_post",
                "client_secret_jwt",
                "private_key_jwt",
                "none",
            },
            code_challenge_methods_supported = new[] { "S256" },
        };
}
