using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/apps/{id}/credentials/secrets</c></summary>
internal static class ClientSecretsApi
{
    public static void Map(Routes routes) => routes.Get("/api/v1/apps/{id}/credentials/secrets", List);

    /// <summary>Gives an application the secret that a client chose, or one if it needs one and has none.</summary>
    public static void Update(Ids ids, OktaApplication application, JsonObject body)
    {
        if (!OAuthClientRules.HasSecret(application.Client))
        {
            application.Secret = null;
            return;
        }
        var chosen = body.Map("credentials")?.Map("oauthClient")?.Text("client_secret");
        if (
            application.Secret is { } kept
            && (string.IsNullOrEmpty(chosen) || chosen == (string)kept["client_secret"]!)
        )
            return;
        var (id, created, status) = (ids.Next("ocs"), OktaObject.Now(), "ACTIVE");
        var secret = string.IsNullOrEmpty(chosen) ? Ids.Random(64) : chosen;
        application.Secret = Json.Of(
            new
            {
                id,
                created,
                lastUpdated = created,
                status,
                client_secret = secret,
            }
        );
    }

    private static Answer List(Call call)
    {
        if (ApplicationsApi.Find(call).Secret is not { } kept)
            return Answer.List([]);
        var secret = kept.DeepClone().AsObject();
        // The left half, as in the claims at_hash and c_hash of OpenID Connect.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes((string)kept["client_secret"]!)).AsSpan(0, 16);
        secret["secret_hash"] = Base64Url.EncodeToString(hash);
        return Answer.List([secret]);
    }
}
