using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OktaSpa.Tests.Emulator;

public sealed class CredentialsTests
{
    private const string Listed = """
        {
          "apiTokens": ["api-token"],
          "accessTokens": [
            { "token": "reader", "scopes": ["okta.apps.read", "okta.groups.read"] },
            { "token": "manager", "scopes": ["okta.apps.manage"] }
          ]
        }
        """;

    [Theory]
    [InlineData(null, "/api/v1/apps", 401, "E0000011")]
    [InlineData("SSWS wrong", "/api/v1/apps", 401, "E0000011")]
    [InlineData("Bearer wrong", "/api/v1/apps", 401, "E0000011")]
    [InlineData("Bearer api-token", "/api/v1/apps", 401, "E0000011")]
    [InlineData("SSWS reader", "/api/v1/apps", 401, "E0000011")]
    [InlineData("SSWS api-token", "/api/v1/apps", 200, null)]
    [InlineData("Bearer reader", "/api/v1/apps", 200, null)]
    [InlineData("Bearer manager", "/api/v1/apps", 200, null)]
    [InlineData("Bearer manager", "/api/v1/groups", 403, "E0000006")]
    [InlineData("Bearer manager", "/api/v1/internal/apps/0oax/settings/oauth/idToken", 403, "E0000005")]
    [InlineData(null, "/.well-known/okta-organization", 200, null)]
    public async Task Only_those_that_a_seed_lists_are_let_in(
        string? authorization,
        string path,
        int status,
        string? code
    )
    {
        await using var emulator = await Emulated.StartAsync(Listed);

        var reply = await emulator.GetAsync(path, authorization);

        Assert.Equal(status, reply.Status);
        Assert.Equal(code, reply.Json is JsonObject map ? (string?)map["errorCode"] : null);
        Assert.Equal(
            code == "E0000006",
            reply
                .Headers["WWW-Authenticate"]
                .Any(value => value.Contains("insufficient_scope", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_scope_for_reading_is_not_one_for_writing()
    {
        await using var emulator = await Emulated.StartAsync(Listed);

        Assert.Equal(
            403,
            (await emulator.SendAsync("POST", "/api/v1/apps", Emulated.Spa().ToJsonString(), "Bearer reader")).Status
        );
        Assert.Equal(
            200,
            (await emulator.SendAsync("POST", "/api/v1/apps", Emulated.Spa().ToJsonString(), "Bearer manager")).Status
        );
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("SSWS ", 401)]
    [InlineData("Basic dTpw", 401)]
    [InlineData("SSWS anything", 200)]
    [InlineData("Bearer anything", 200)]
    public async Task Without_a_seed_any_token_is_let_in(string? authorization, int status)
    {
        await using var emulator = await Emulated.StartAsync();

        Assert.Equal(status, (await emulator.GetAsync("/api/v1/apps", authorization)).Status);
    }

    [Theory]
    [InlineData("service", "okta.apps.manage", true, 200, null)]
    [InlineData("service", "okta.apps.manage okta.groups.read", true, 400, "invalid_scope")]
    [InlineData("service", "", true, 400, "invalid_scope")]
    [InlineData("service", "okta.apps.manage", false, 401, "invalid_client")]
    [InlineData("stranger", "okta.apps.manage", true, 401, "invalid_client")]
    public async Task A_service_app_gets_a_token_for_its_signed_assertion(
        string clientId,
        string scope,
        bool isRightKey,
        int status,
        string? error
    )
    {
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var seed = new JsonObject
        {
            ["serviceApps"] = new JsonArray(
                new JsonObject
                {
                    ["clientId"] = "service",
                    ["publicKey"] = new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                        ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                    ["scopes"] = new JsonArray("okta.apps.manage"),
                }
            ),
        };
        await using var emulator = await Emulated.StartAsync(seed.ToJsonString());
        var assertion = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = true }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = clientId,
                Audience = "http://127.0.0.1/oauth2/v1/token",
                Claims = new Dictionary<string, object> { ["sub"] = clientId },
                SigningCredentials = new(
                    new RsaSecurityKey(isRightKey ? key : other)
                    {
                        CryptoProviderFactory = new() { CacheSignatureProviders = false },
                    },
                    SecurityAlgorithms.RsaSha256
                ),
            }
        );
        var form =
            $"grant_type=client_credentials&scope={Uri.EscapeDataString(scope)}&client_assertion_type={Uri.EscapeDataString("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")}&client_assertion={assertion}";

        var reply = await emulator.SendAsync(
            "POST",
            "/oauth2/v1/token",
            form,
            null,
            "application/x-www-form-urlencoded"
        );

        Assert.Equal((status, error), (reply.Status, (string?)reply.Json["error"]));
        if (status == 200)
        {
            var token = (string)reply.Json["access_token"]!;
            Assert.Equal(200, (await emulator.GetAsync("/api/v1/apps", $"Bearer {token}")).Status);
            Assert.Equal(403, (await emulator.GetAsync("/api/v1/groups", $"Bearer {token}")).Status);
        }
        Assert.DoesNotContain(
            assertion,
            (await emulator.GetAsync("/emulator/requests", null)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/api/v1/apps/0oanone/users", "okta.apps.read")]
    [InlineData("/api/v1/users/00unone", "okta.users.read")]
    [InlineData("/api/v1/users/00unone/roles", "okta.roles.read")]
    [InlineData("/oauth2/v1/clients/none/roles", "okta.roles.read")]
    [InlineData("/api/v1/zones/nzonone", "okta.networkZones.read")]
    [InlineData("/api/v1/authorizationServers/none/policies", "okta.authorizationServers.read")]
    public async Task Each_kind_has_a_scope_of_its_own(string path, string scope)
    {
        await using var emulator = await Emulated.StartAsync(
            $$"""{"accessTokens":[{"token":"right","scopes":["{{scope}}"]},{"token":"wrong","scopes":["okta.groups.read"]}]}"""
        );

        Assert.Equal(404, (await emulator.GetAsync(path, "Bearer right")).Status);
        Assert.Equal(403, (await emulator.GetAsync(path, "Bearer wrong")).Status);
        Assert.Equal(401, (await emulator.GetAsync(path, authorization: null)).Status);
    }

    [Fact]
    public async Task The_roles_of_a_service_app_and_of_a_tokens_user_can_be_read()
    {
        await using var emulator = await Emulated.StartAsync(
            """{"apiTokens":["token"],"serviceApps":[{"clientId":"service","publicKey":{},"scopes":[],"roles":["APP_ADMIN","READ_ONLY_ADMIN"]}]}"""
        );
        var me = (string)(await emulator.GetAsync("/api/v1/users/me")).Json["id"]!;
        var client = await emulator.CreateSpaAsync();

        Assert.Equal(["APP_ADMIN", "READ_ONLY_ADMIN"], await TypesAsync("/oauth2/v1/clients/service/roles"));
        Assert.Equal(["SUPER_ADMIN"], await TypesAsync($"/api/v1/users/{me}/roles"));
        Assert.Empty(await TypesAsync($"/oauth2/v1/clients/{client}/roles"));

        async Task<List<string>> TypesAsync(string path) =>
            [.. (await emulator.GetAsync(path)).Json.AsArray().Select(role => (string)role!["type"]!)];
    }
}
