using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// A refusal, in Okta's words: status, <c>errorCode</c>, <c>errorSummary</c>, and the <c>errorCauses</c>.
/// </summary>
internal sealed class OktaError(int status, string code, string summary, params string[] causes) : Exception(summary)
{
    public int Status => status;

    public string Code => code;

    /// <summary>Whole sentences, each beginning with its field.</summary>
    public IReadOnlyList<string> Causes => causes;

    /// <summary>The value of <c>WWW-Authenticate</c>, where there is one.</summary>
    public string? Challenge { get; init; }

    /// <summary>The fields are wrong; <paramref name="causes"/> say how.</summary>
    public static OktaError Invalid(string field, params string[] causes) =>
        new(400, "E0000001", $"Api validation failed: {field}", causes);

    /// <summary>Another object has this value already.</summary>
    public static OktaError Taken(string field) =>
        Invalid(field, $"{field}: An object with this field already exists in the current organization");

    public static OktaError NotFound(string id, string type) =>
        new(404, "E0000007", $"Not found: Resource not found: {id} ({type})");

    public static OktaError Malformed() => new(400, "E0000003", "The request body was not well-formed.");

    public static OktaError Unauthenticated() => new(401, "E0000011", "Invalid token provided");

    public static OktaError Forbidden() =>
        new(403, "E0000006", "You do not have permission to perform the requested action");

    public static OktaError InsufficientScope() =>
        new(403, "E0000006", "You do not have permission to perform the requested action")
        {
            Challenge =
                "Bearer error=\"insufficient_scope\", error_description=\"The access token provided does not contain the required scopes.\"",
        };

    public static OktaError RateLimited() =>
        new(429, "E0000047", "API call exceeded rate limit due to too many requests.");

    public static OktaError Unexpected() => new(500, "E0000009", "Internal Server Error");

    public JsonObject ToJson() =>
        new()
        {
            ["errorCode"] = code,
            ["errorSummary"] = Message,
            ["errorLink"] = code,
            ["errorId"] = "oae" + Ids.Random(22),
            ["errorCauses"] = new JsonArray([.. causes.Select(cause => new JsonObject { ["errorSummary"] = cause })]),
        };
}

/// <summary>The token endpoint's refusal: OAuth has another shape of error than the rest.</summary>
internal sealed class OAuthError(int status, string error, string description) : Exception(description)
{
    public int Status => status;

    public JsonObject ToJson() => new() { ["error"] = error, ["error_description"] = Message };
}
