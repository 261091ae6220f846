using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OktaSpa.Emulator;

/// <summary>What Okta refuses in an OAuth client, and what it fills in where a client said nothing.</summary>
internal static partial class OAuthClientRules
{
    private static readonly string[] CommonGrants =
    [
        "implicit",
        "urn:ietf:params:oauth:grant-type:saml2-bearer",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "urn:ietf:params:oauth:grant-type:device_code",
        "interaction_code",
        "urn:okta:params:oauth:grant-type:oob",
        "urn:okta:params:oauth:grant-type:otp",
        "http://auth0.com/oauth/grant-type/mfa-oob",
        "http://auth0.com/oauth/grant-type/mfa-otp",
    ];

    private static readonly Dictionary<string, string[]> GrantsOfTypes = new()
    {
        ["browser"] = ["authorization_code", "refresh_token"],
        ["native"] = ["authorization_code", "refresh_token", "password", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
        ["web"] = ["authorization_code", "refresh_token", "client_credentials", "urn:openid:params:grant-type:ciba"],
        ["service"] = ["client_credentials", "urn:ietf:params:oauth:grant-type:jwt-bearer"],
    };

    private static readonly string[] SecretMethods = ["client_secret_basic", "client_secret_post", "client_secret_jwt"];

    public static bool HasSecret(JsonObject client) => SecretMethods.Contains(Method(client));

    public static void CheckClientId(string clientId) =>
        OktaError.ThrowIf(
            clientId.Length is < 6 or > 100 || clientId == "ALL_CLIENTS" || !ClientId().IsMatch(clientId),
            "client_id",
            "'client_id' must be 6 to 100 characters of letters, digits and $-_.+!*'(),"
        );

    /// <summary><c>credentials.oauthClient</c>, without a secret.</summary>
    /// <param name="given">What was sent of it.</param>
    /// <param name="type">The application's type.</param>
    /// <param name="clientId">Its <c>client_id</c>.</param>
    public static JsonObject Credentials(JsonObject given, string type, string clientId)
    {
        const string Field = "token_endpoint_auth_method";
        var isPublic = type is "browser" or "native";
        var method = Method(given);
        var pkce = given.Flag("pkce_required") ?? (method == "none" || isPublic);
        OktaError.ThrowIf(
            method == "none" && !pkce,
            "pkce_required",
            "''pkce_required'' must be set to true when ''token_endpoint_auth_method'' is ''none''."
        );
        string[] valid = [.. SecretMethods, "private_key_jwt", .. isPublic ? ["none"] : Array.Empty<string>()];
        OktaError.ThrowIf(!valid.Contains(method), Field, $"'{Field}' is invalid. {Valid(valid)}");
        return Json.Of(
            new
            {
                autoKeyRotation = given.Flag("autoKeyRotation") ?? true,
                client_id = clientId,
                token_endpoint_auth_method = method,
                pkce_required = pkce,
            }
        );
    }

    /// <summary><c>settings.oauthClient</c>, whole: what was given, checked, and what Okta adds.</summary>
    /// <param name="given">What was sent of it.</param>
    /// <param name="client">What was sent of <c>credentials.oauthClient</c>.</param>
    public static JsonObject Settings(JsonObject given, JsonObject client)
    {
        var type = OneOf(given, "application_type", "web", "native", "browser", "service");
        var isService = type == "service";
        var grants = given.Texts("grant_types") ?? [isService ? "client_credentials" : "authorization_code"];
        var responses = given.Texts("response_types") ?? [isService ? "token" : "code"];
        CheckGrants(type, grants);
        CheckResponses(grants, responses);
        CheckUris(given, grants);
        CheckKeysAndLogout(given, client);
        OneOf(given.Map("network") ?? [], "connection", "ANYWHERE", "ZONE");

        var settings = given.DeepClone().AsObject();
        settings["application_type"] = type;
        settings["grant_types"] = List(grants);
        settings["response_types"] = List(responses);
        settings["redirect_uris"] = List(given.Texts("redirect_uris") ?? []);
        settings["consent_method"] = OneOf(given, "consent_method", "TRUSTED", "REQUIRED");
        settings["issuer_mode"] = OneOf(given, "issuer_mode", "ORG_URL", "CUSTOM_URL", "DYNAMIC");
        settings["wildcard_redirect"] = OneOf(given, "wildcard_redirect", "DISABLED", "SUBDOMAIN");
        settings["dpop_bound_access_tokens"] = given.Flag("dpop_bound_access_tokens") ?? false;
        settings["idp_initiated_login"] = IdpInitiatedLogin(given);
        if (given["frontchannel_logout_uri"] is not null)
            settings["frontchannel_logout_session_required"] ??= false;
        if (grants.Contains("refresh_token"))
            settings["refresh_token"] = RefreshToken(given.Map("refresh_token"), type);
        else if (given.Map("refresh_token") is not null)
            throw OktaError.Invalid(
                "App Instance",
                "''refresh_token'' grant type is required to configure ''refresh_token''."
            );
        return settings;
    }

    private static string Method(JsonObject client) =>
        client.Text("token_endpoint_auth_method") ?? "client_secret_basic";

    private static void CheckGrants(string type, IReadOnlyList<string> grants)
    {
        const string Field = "grant_types";
        OktaError.ThrowIf(grants.Count == 0, Field, "'grant_types' must have at least one value.");
        var foreign = grants.Except(CommonGrants).Except(GrantsOfTypes[type]).FirstOrDefault();
        var what = $"'{foreign}' is not a valid grant type for applications of type '{type}'.";
        OktaError.ThrowIf(foreign is not null, Field, what);
        OktaError.ThrowIf(grants is ["refresh_token"], Field, "'refresh_token' needs another grant type beside it.");
    }

    private static void CheckResponses(IReadOnlyList<string> grants, IReadOnlyList<string> responses)
    {
        const string Field = "response_types";
        string[] valid = ["code", "token", "id_token"];
        OktaError.ThrowIf(responses.Except(valid).Any(), Field, $"'{Field}' is invalid. {Valid(valid)}");
        var hasCode = responses.Contains("code");
        OktaError.ThrowIf(
            grants.Contains("authorization_code") && !hasCode,
            Field,
            "'code' is required when 'grant_types' has 'authorization_code'."
        );
        OktaError.ThrowIf(
            hasCode && grants.All(grant => grant is "implicit" or "client_credentials"),
            Field,
            "'code' needs the grant type 'authorization_code'."
        );
        var wantsTokens = responses.Any(response => response is "token" or "id_token");
        OktaError.ThrowIf(
            grants.Contains("implicit") ? !wantsTokens : wantsTokens && !grants.Contains("client_credentials"),
            Field,
            "'token' or 'id_token' must be given exactly when 'grant_types' has 'implicit'."
        );
    }

    private static void CheckUris(JsonObject given, IReadOnlyList<string> grants)
    {
        var (redirects, signOut) = (given.Texts("redirect_uris") ?? [], given.Texts("post_logout_redirect_uris") ?? []);
        var mayHaveWildcard = given.Text("wildcard_redirect") == "SUBDOMAIN";
        OktaError.ThrowIf(
            redirects.Count == 0
                && grants.Any(grant => grant is "authorization_code" or "implicit" or "interaction_code"),
            "redirect_uris",
            $"At least one redirect URI is required for the grant types [{string.Join(", ", grants)}]."
        );
        foreach (var uri in redirects)
            CheckUri("redirect_uris", uri, mayHaveWildcard);
        foreach (var uri in signOut)
            CheckUri("post_logout_redirect_uris", uri, mayHaveWildcard);
        if (given.Text("initiate_login_uri") is { } start)
            CheckUri("initiate_login_uri", start, mayHaveWildcard: false);
    }

    private static void CheckUri(string field, string text, bool mayHaveWildcard)
    {
        // Uri knows no wildcard in a host.
        var plain = text.Replace("*", "wildcard", StringComparison.Ordinal);
        var isUri = Uri.TryCreate(plain, UriKind.Absolute, out var uri) && uri.Scheme != "file";
        var wrong =
            !isUri || text.Any(char.IsWhiteSpace) ? "is not a valid absolute URI."
            : text.Contains('#', StringComparison.Ordinal) ? "must not have a fragment."
            : plain == text ? null
            : !mayHaveWildcard ? "has a wildcard, which 'wildcard_redirect' DISABLED does not allow."
            : !Wildcard().IsMatch(text)
                ? "must be https and have one wildcard, in the leftmost label of a host of at least three labels."
            : null;
        OktaError.ThrowIf(wrong is not null, field, $"'{text}' {wrong}");
    }

    private static void CheckKeysAndLogout(JsonObject given, JsonObject client)
    {
        OktaError.ThrowIf(
            Method(client) == "private_key_jwt" && given["jwks"] is null && given["jwks_uri"] is null,
            "jwks",
            "'jwks' or 'jwks_uri' is required when 'token_endpoint_auth_method' is 'private_key_jwt'."
        );
        OktaError.ThrowIf(
            given.Flag("participate_slo") == true && given.Text("frontchannel_logout_uri") is null,
            "frontchannel_logout_uri",
            "''frontchannel_logout_uri'' is required when ''participate_slo'' is true."
        );
    }

    private static JsonObject RefreshToken(JsonObject? given, string type)
    {
        if (given is not null && given.Text("rotation_type") is null)
            throw OktaError.Invalid("App Instance", "''rotation_type'' is required.");
        var rotation = given?.Text("rotation_type") ?? (type == "browser" ? "ROTATE" : "STATIC");
        OktaError.ThrowIf(rotation is not ("ROTATE" or "STATIC"), "rotationType", "The field has an invalid value");
        var leeway = given?.Number("leeway") ?? 30;
        OktaError.ThrowIf(leeway is < 0 or > 60, "leeway", "'leeway' must be between 0 and 60 seconds.");
        return rotation == "ROTATE"
            ? Json.Of(new { rotation_type = rotation, leeway })
            : Json.Of(new { rotation_type = rotation });
    }

    private static JsonObject IdpInitiatedLogin(JsonObject given)
    {
        var login = given.Map("idp_initiated_login") ?? [];
        var mode = OneOf(login, "mode", "DISABLED", "SPEC", "OKTA");
        OktaError.ThrowIf(
            mode != "DISABLED" && given.Text("initiate_login_uri") is null,
            "initiate_login_uri",
            $"'initiate_login_uri' is required when the mode of 'idp_initiated_login' is '{mode}'."
        );
        return Json.Of(new { mode, default_scope = login.Texts("default_scope") ?? [] });
    }

    // The first value is Okta's where none is given.
    private static string OneOf(JsonObject map, string key, params string[] values)
    {
        var value = map.Text(key) ?? values[0];
        OktaError.ThrowIf(!values.Contains(value), key, $"'{value}' is invalid. {Valid(values)}");
        return value;
    }

    private static string Valid(string[] values) => $"Valid values: [{string.Join(", ", values)}].";

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    [GeneratedRegex(@"^[A-Za-z0-9$\-_.+!*'(),]+$")]
    private static partial Regex ClientId();

    [GeneratedRegex(@"^https://[^/*?.:]*\*[^/*?.:]*(\.[^/*?.:]+){2,}(:\d+)?([/?][^*]*)?$")]
    private static partial Regex Wildcard();
}
