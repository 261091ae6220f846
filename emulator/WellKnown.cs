using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// The documents that everybody may read: the organization's, and those of its own authorization server.
/// </summary>
internal static class WellKnown
{
    public static void Map(Routes routes)
    {
        routes.Get(
            "/.well-known/okta-organization",
            call =>
                Answer.Ok(
                    new JsonObject
                    {
                        ["id"] = call.Organization.Id,
                        ["cell"] = "emulator",
                        ["_links"] = new JsonObject { ["organization"] = new JsonObject { ["href"] = call.Base } },
                        ["pipeline"] = "idx",
                        ["settings"] = new JsonObject
                        {
                            ["analyticsCollectionEnabled"] = false,
                            ["bugReportingEnabled"] = true,
                            ["omEnabled"] = false,
                            ["pssoEnabled"] = false,
                            ["desktopMFAEnabled"] = false,
                            ["itpEnabled"] = false,
                        },
                    }
                )
        );
        foreach (var document in new[] { "openid-configuration", "oauth-authorization-server" })
            routes.Get($"/.well-known/{document}", call => Answer.Ok(Metadata(call)));
        routes.Get("/oauth2/v1/keys", _ => Answer.Ok(new JsonObject { ["keys"] = new JsonArray() }));
    }

    private static JsonObject Metadata(Call call) =>
        new()
        {
            ["issuer"] = call.Base,
            ["authorization_endpoint"] = $"{call.Base}/oauth2/v1/authorize",
            ["token_endpoint"] = $"{call.Base}/oauth2/v1/token",
            ["jwks_uri"] = $"{call.Base}/oauth2/v1/keys",
            ["response_types_supported"] = new JsonArray("code", "id_token", "token"),
            ["grant_types_supported"] = new JsonArray(
                "authorization_code",
                "implicit",
                "refresh_token",
                "client_credentials"
            ),
            ["scopes_supported"] = new JsonArray(
                "openid",
                "email",
                "profile",
                "address",
                "phone",
                "offline_access",
                "groups"
            ),
            ["token_endpoint_auth_methods_supported"] = new JsonArray(
                "client_secret_basic",
                "client_secret_post",
                "client_secret_jwt",
                "private_key_jwt",
                "none"
            ),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
        };
}
