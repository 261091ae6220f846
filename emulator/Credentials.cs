using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OktaSpa.Emulator;

/// <summary>
/// Who is let in: an API token (<c>SSWS</c>) to everything, an OAuth access token (<c>Bearer</c>) to what its scopes
/// say and never to <c>/api/v1/internal</c>. Where no seed lists credentials, any are let in.
/// </summary>
internal sealed class Credentials(Seed seed)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (IReadOnlyList<string> Scopes, DateTime Until)> issued = [];
    private readonly Lock gate = new();

    /// <exception cref="OktaError">The credentials are missing, unknown, or do not reach this.</exception>
    public void Check(HttpRequest request)
    {
        var (scheme, token) = request.Headers.Authorization.ToString().Split(' ', 2) is [var first, var second]
            ? (first, second.Trim())
            : ("", "");
        if (token.Length == 0)
            throw OktaError.Unauthenticated();
        switch (scheme)
        {
            case "SSWS" when !seed.IsStrict || seed.ApiTokens.Contains(token):
                return;
            case "Bearer" when ScopesOf(token) is { } scopes:
                if (request.Path.StartsWithSegments("/api/v1/internal", StringComparison.Ordinal))
                    throw new OktaError(403, "E0000005", "Invalid session");
                if (!seed.IsStrict || ScopesThatReach(request).Any(scopes.Contains))
                    return;
                throw OktaError.InsufficientScope();
            default:
                throw OktaError.Unauthenticated();
        }
    }

    /// <summary>The token endpoint: client credentials with a signed assertion (RFC 7523).</summary>
    /// <exception cref="OAuthError">No token is given.</exception>
    public async Task AnswerAsync(HttpContext http) =>
        await Pipeline.WriteAsync(http, 200, await IssueAsync((string)http.Items[Pipeline.Content]!));

    private async Task<JsonObject> IssueAsync(string form)
    {
        var fields = QueryHelpers.ParseQuery(form);
        string Field(string name) => fields.TryGetValue(name, out var value) ? value.ToString() : "";
        if (Field("grant_type") != "client_credentials")
            throw new OAuthError(
                400,
                "unsupported_grant_type",
                "The authorization grant type is not supported by the authorization server."
            );
        if (Field("client_assertion_type") != AssertionType || Field("client_assertion").Length == 0)
            throw new OAuthError(401, "invalid_client", "The client must authenticate with a signed assertion.");
        var wanted = Field("scope").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Length == 0)
            throw new OAuthError(
                400,
                "invalid_scope",
                "The authorization server resource does not have any configured default scopes, 'scope' must be provided."
            );
        if (seed.IsStrict)
        {
            var app = await ClientAsync(Field("client_assertion"));
            if (wanted.FirstOrDefault(scope => !app.Scopes.Contains(scope)) is { } foreign)
                throw new OAuthError(400, "invalid_scope", $"The scope '{foreign}' is not granted to this client.");
        }
        var token = Ids.Random(64);
        lock (gate)
            issued[token] = (wanted, DateTime.UtcNow + Lifetime);
        return Json.Of(
            new
            {
                token_type = "Bearer",
                expires_in = (int)Lifetime.TotalSeconds,
                access_token = token,
                scope = string.Join(' ', wanted),
            }
        );
    }

    private IReadOnlyList<string>? ScopesOf(string token)
    {
        lock (gate)
        {
            if (issued.TryGetValue(token, out var own) && own.Until > DateTime.UtcNow)
                return own.Scopes;
        }
        return seed.AccessTokens.FirstOrDefault(known => known.Token == token)?.Scopes ?? (seed.IsStrict ? null : []);
    }

    private async Task<SeedServiceApp> ClientAsync(string assertion)
    {
        var handler = new JsonWebTokenHandler();
        if (
            handler.CanReadToken(assertion)
            && handler.ReadJsonWebToken(assertion) is var read
            && seed.ServiceApps.FirstOrDefault(app => app.ClientId == read.Issuer) is { } app
            && read.Subject == app.ClientId
        )
        {
            var result = await handler.ValidateTokenAsync(
                assertion,
                new()
                {
                    IssuerSigningKey = new JsonWebKey(app.PublicKey.ToJsonString()),
                    ValidIssuer = app.ClientId,
                    // The host is whatever the client calls this machine.
                    AudienceValidator = (audiences, _, _) =>
                        audiences.Any(audience => audience.EndsWith("/oauth2/v1/token", StringComparison.Ordinal)),
                }
            );
            if (result.IsValid)
                return app;
        }
        throw new OAuthError(
            401,
            "invalid_client",
            "The client_assertion signature or its claims are not valid, or the client is not known."
        );
    }

    // https://developer.okta.com/docs/api/oauth2: the scope for managing is enough for reading.
    private static IEnumerable<string> ScopesThatReach(HttpRequest request)
    {
        var resource = request.Path.Value!.Split('/') switch
        {
            [.., "roles"] => "roles",
            [_, "api", "v1", "zones", ..] => "networkZones",
            [_, "api", "v1", var segment, ..] => segment,
            _ => "",
        };
        yield return $"okta.{resource}.manage";
        if (HttpMethods.IsGet(request.Method))
            yield return $"okta.{resource}.read";
    }
}
