using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OktaSpa.Emulator;

/// <summary>What Okta refuses in an OAuth application, and what it fills in where a client said nothing.</summary>
internal static partial class ApplicationRules
{
    private const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";
    private const string Ciba = "urn:openid:params:grant-type:ciba";
    private static readonly string[] Common =
    [
        "implicit",
        "urn:ietf:params:oauth:grant-type:saml2-bearer",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        DeviceCode,
        "interaction_code",
        "urn:okta:params:oauth:grant-type:oob",
        "urn:okta:params:oauth:grant-type:otp",
        "http://auth0.com/oauth/grant-type/mfa-oob",
        "http://auth0.com/oauth/grant-type/mfa-otp",
    ];

    private static readonly Dictionary<string, HashSet<string>> Grants = new()
    {
        ["browser"] = [.. Common, "authorization_code", "refresh_token"],
        ["native"] =
        [
            .. Common,
            "authorization_code",
            "refresh_token",
            "password",
            "urn:ietf:params:oauth:grant-type:jwt-bearer",
        ],
        ["web"] = [.. Common, "authorization_code", "refresh_token", "client_credentials", Ciba],
        ["service"] = [.. Common, "client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
    };

    private static readonly string[] SecretMethods = ["client_secret_basic", "client_secret_post", "client_secret_jwt"];

    public static bool HasSecret(string method) => SecretMethods.Contains(method);

    /// <summary>
    /// <c>credentials.oauthClient</c>, without a secret; <c>client_id</c> is <paramref name="clientId"/>.
    /// </summary>
    public static JsonObject Credentials(JsonObject given, string type, string clientId)
    {
        var method = given.Text("token_endpoint_auth_method") ?? "client_secret_basic";
        var pkce = given.Flag("pkce_required") ?? (method == "none" || type is "browser" or "native");
        if (method == "none" && !pkce)
            throw OktaError.Invalid(
                "pkce_required",
                "pkce_required: ''pkce_required'' must be set to true when ''token_endpoint_auth_method'' is ''none''."
            );
        string[] valid = type is "browser" or "native"
            ? [.. SecretMethods, "private_key_jwt", "none"]
            : ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt"];
        if (!valid.Contains(method))
            throw OktaError.Invalid(
                "token_endpoint_auth_method",
                $"token_endpoint_auth_method: 'token_endpoint_auth_method' is invalid. Valid values: [{string.Join(", ", valid)}]."
            );
        return new()
        {
            ["autoKeyRotation"] = given.Flag("autoKeyRotation") ?? true,
            ["client_id"] = clientId,
            ["token_endpoint_auth_method"] = method,
            ["pkce_required"] = pkce,
        };
    }

    public static void CheckClientId(string clientId)
    {
        if (clientId.Length is < 6 or > 100 || clientId == "ALL_CLIENTS" || !ClientId().IsMatch(clientId))
            throw OktaError.Invalid(
                "client_id",
                "client_id: 'client_id' must be 6 to 100 characters of letters, digits and $-_.+!*'(),"
            );
    }

    /// <summary><c>application_type</c>, which the other rules depend on.</summary>
    public static string Type(JsonObject settings) =>
        OneOf(settings, "application_type", "web", "native", "browser", "service");

    /// <summary><c>settings.oauthClient</c>, whole: what was given, checked, and what Okta adds.</summary>
    public static JsonObject Settings(JsonObject given, string type, string method, Ids ids)
    {
        var grants =
            given.Texts("grant_types") ?? (type == "service" ? ["client_credentials"] : ["authorization_code"]);
        var responses = given.Texts("response_types") ?? (type == "service" ? ["token"] : ["code"]);
        CheckGrants(type, grants, responses);
        var redirects = given.Texts("redirect_uris") ?? [];
        var wildcard = OneOf(given, "wildcard_redirect", "DISABLED", "SUBDOMAIN");
        if (
            redirects.Count == 0
            && grants.Any(grant => grant is "authorization_code" or "implicit" or "interaction_code")
        )
            throw OktaError.Invalid(
                "redirect_uris",
                $"redirect_uris: At least one redirect URI is required for the grant types [{string.Join(", ", grants)}]."
            );
        foreach (var uri in redirects)
            CheckUri("redirect_uris", uri, wildcard == "SUBDOMAIN");
        foreach (var uri in given.Texts("post_logout_redirect_uris") ?? [])
            CheckUri("post_logout_redirect_uris", uri, wildcard == "SUBDOMAIN");
        if (given.Text("initiate_login_uri") is { } start)
            CheckUri("initiate_login_uri", start, mayHaveWildcard: false);
        if (method == "private_key_jwt" && given["jwks"] is null && given["jwks_uri"] is null)
            throw OktaError.Invalid(
                "jwks",
                "jwks: 'jwks' or 'jwks_uri' is required when 'token_endpoint_auth_method' is 'private_key_jwt'."
            );

        var settings = new JsonObject
        {
            ["client_uri"] = given.Copy("client_uri", () => null),
            ["logo_uri"] = given.Copy("logo_uri", () => null),
            ["redirect_uris"] = redirects.Array(),
        };
        if (given.Texts("post_logout_redirect_uris") is { Count: > 0 } signOut)
            settings["post_logout_redirect_uris"] = signOut.Array();
        settings["response_types"] = responses.Array();
        settings["grant_types"] = grants.Array();
        if (given.Map("jwks") is { } keys)
            settings["jwks"] = Keys(keys, ids);
        settings["application_type"] = type;
        settings["consent_method"] = OneOf(given, "consent_method", "TRUSTED", "REQUIRED");
        settings["issuer_mode"] = OneOf(given, "issuer_mode", "ORG_URL", "CUSTOM_URL", "DYNAMIC");
        if (grants.Contains("refresh_token"))
            settings["refresh_token"] = RefreshToken(given.Map("refresh_token"), type);
        else if (given.Map("refresh_token") is not null)
            throw OktaError.Invalid(
                "App Instance",
                "''refresh_token'' grant type is required to configure ''refresh_token''."
            );
        settings["idp_initiated_login"] = IdpInitiatedLogin(given);
        settings["wildcard_redirect"] = wildcard;
        if (grants.Contains(Ciba))
            settings["backchannel_token_delivery_mode"] = "poll";
        settings["dpop_bound_access_tokens"] = given.Flag("dpop_bound_access_tokens") ?? false;
        settings["participate_slo"] = given.Flag("participate_slo") ?? false;
        if ((bool)settings["participate_slo"]! && given.Text("frontchannel_logout_uri") is null)
            throw OktaError.Invalid(
                "frontchannel_logout_uri",
                "frontchannel_logout_uri: ''frontchannel_logout_uri'' is required when ''participate_slo'' is true."
            );
        if (given.Text("frontchannel_logout_uri") is not null)
            settings["frontchannel_logout_session_required"] =
                given.Flag("frontchannel_logout_session_required") ?? false;
        foreach (var (key, value) in given)
        {
            if (
                key != "refresh_token"
                && value is not null
                && !settings.ContainsKey(key)
                && !(value is JsonArray { Count: 0 })
            )
                settings[key] = value.DeepClone();
        }
        return settings;
    }

    private static void CheckGrants(string type, IReadOnlyList<string> grants, IReadOnlyList<string> responses)
    {
        if (grants.Count == 0)
            throw OktaError.Invalid("grant_types", "grant_types: 'grant_types' must have at least one value.");
        if (grants.FirstOrDefault(grant => !Grants[type].Contains(grant)) is { } foreign)
            throw OktaError.Invalid(
                "grant_types",
                $"grant_types: '{foreign}' is not a valid grant type for applications of type '{type}'."
            );
        if (responses.FirstOrDefault(response => response is not ("code" or "token" or "id_token")) is { } unknown)
            throw OktaError.Invalid(
                "response_types",
                $"response_types: '{unknown}' is invalid. Valid values: [code, token, id_token]."
            );
        if (grants.Contains("authorization_code") && !responses.Contains("code"))
            throw OktaError.Invalid(
                "response_types",
                "response_types: 'code' is required when 'grant_types' has 'authorization_code'."
            );
        if (responses.Contains("code") && grants.All(grant => grant is "implicit" or "client_credentials"))
            throw OktaError.Invalid(
                "response_types",
                "response_types: 'code' needs the grant type 'authorization_code'."
            );
        var wantsTokens = responses.Any(response => response is "token" or "id_token");
        if (grants.Contains("implicit") ? !wantsTokens : wantsTokens && !grants.Contains("client_credentials"))
            throw OktaError.Invalid(
                "response_types",
                "response_types: 'token' or 'id_token' must be given exactly when 'grant_types' has 'implicit'."
            );
        if (grants.Contains("refresh_token") && grants.Count == 1)
            throw OktaError.Invalid("grant_types", "grant_types: 'refresh_token' needs another grant type beside it.");
    }

    private static void CheckUri(string field, string text, bool mayHaveWildcard)
    {
        // Uri knows no wildcard in a host.
        if (
            !Uri.TryCreate(text.Replace("*", "wildcard", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            || uri.Scheme == "file"
            || text.Any(char.IsWhiteSpace)
        )
            throw OktaError.Invalid(field, $"{field}: '{text}' is not a valid absolute URI.");
        if (text.Contains('#', StringComparison.Ordinal))
            throw OktaError.Invalid(field, $"{field}: '{text}' must not have a fragment.");
        if (!text.Contains('*', StringComparison.Ordinal))
            return;
        if (!mayHaveWildcard)
            throw OktaError.Invalid(
                field,
                $"{field}: '{text}' has a wildcard, which 'wildcard_redirect' DISABLED does not allow."
            );
        if (!Wildcard().IsMatch(text))
            throw OktaError.Invalid(
                field,
                $"{field}: '{text}' must be https and have one wildcard, in the leftmost label of a host of at least three labels."
            );
    }

    private static JsonObject RefreshToken(JsonObject? given, string type)
    {
        if (given is not null && given.Text("rotation_type") is null)
            throw OktaError.Invalid("App Instance", "''rotation_type'' is required.");
        var rotation = given?.Text("rotation_type") ?? (type == "browser" ? "ROTATE" : "STATIC");
        if (rotation is not ("ROTATE" or "STATIC"))
            throw OktaError.Invalid(
                "refresh_token",
                "rotation_type: 'rotation_type' is invalid. Valid values: [ROTATE, STATIC]."
            );
        var leeway = given?.Number("leeway") ?? 30;
        if (leeway is < 0 or > 60)
            throw OktaError.Invalid("refresh_token", "leeway: 'leeway' must be between 0 and 60 seconds.");
        return rotation == "ROTATE"
            ? new() { ["rotation_type"] = rotation, ["leeway"] = leeway }
            : new() { ["rotation_type"] = rotation };
    }

    private static JsonObject IdpInitiatedLogin(JsonObject given)
    {
        var login = given.Map("idp_initiated_login") ?? [];
        var mode = OneOf(login, "mode", "DISABLED", "SPEC", "OKTA");
        if (mode != "DISABLED" && given.Text("initiate_login_uri") is null)
            throw OktaError.Invalid(
                "initiate_login_uri",
                $"initiate_login_uri: 'initiate_login_uri' is required when the mode of 'idp_initiated_login' is '{mode}'."
            );
        return new() { ["mode"] = mode, ["default_scope"] = (login.Texts("default_scope") ?? []).Array() };
    }

    private static JsonObject Keys(JsonObject given, Ids ids)
    {
        if (given["keys"] is not JsonArray keys)
            throw OktaError.Malformed();
        return new()
        {
            ["keys"] = new JsonArray([
                .. keys.Select(key =>
                {
                    var map = key as JsonObject ?? throw OktaError.Malformed();
                    var rendered = new JsonObject
                    {
                        ["kty"] = map.Copy(
                            "kty",
                            () => throw OktaError.Invalid("jwks", "kty: The field cannot be left blank")
                        ),
                        ["id"] = map.Copy("id", () => ids.Next("pks")),
                        ["status"] = map.Text("status") ?? "ACTIVE",
                        ["kid"] = map.Copy("kid", () => null),
                        ["use"] = map.Copy("use", () => null),
                    };
                    foreach (var (name, value) in map)
                    {
                        if (!rendered.ContainsKey(name))
                            rendered[name] = value?.DeepClone();
                    }
                    // A curve is told of a key that has one, also when it was not given.
                    if (map.Text("kty") == "EC" && !rendered.ContainsKey("crv"))
                        rendered["crv"] = null;
                    return (JsonNode)rendered;
                }),
            ]),
        };
    }

    private static string OneOf(JsonObject map, string key, params string[] values) =>
        map.Text(key) is not { } value ? values[0]
        : values.Contains(value) ? value
        : throw OktaError.Invalid(key, $"{key}: '{value}' is invalid. Valid values: [{string.Join(", ", values)}].");

    [GeneratedRegex(@"^[A-Za-z0-9$\-_.+!*'(),]+$")]
    private static partial Regex ClientId();

    [GeneratedRegex(@"^https://[^/*?.:]*\*[^/*?.:]*(\.[^/*?.:]+){2,}(:\d+)?([/?][^*]*)?$")]
    private static partial Regex Wildcard();
}
