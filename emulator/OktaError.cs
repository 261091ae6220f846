using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// A refusal, in Okta's words: status, <c>errorCode</c>, <c>errorSummary</c>, and the <c>errorCauses</c>.
/// </summary>
internal sealed class OktaError(int status, string code, string summary, params string[] causes) : Exception(summary)
{
    private const string NoPermission = "You do not have permission to perform the requested action";

    public int Status => status;

    public string Code => code;

    /// <summary>Whole sentences, most of them beginning with their field.</summary>
    public IReadOnlyList<string> Causes => causes;

    /// <summary>The value of <c>WWW-Authenticate</c>, where there is one.</summary>
    public string? Challenge { get; init; }

    /// <summary>Refuses a value.</summary>
    /// <param name="isWrong">Whether it is to be refused.</param>
    /// <param name="field">Which value.</param>
    /// <param name="why">What the cause says after the field.</param>
    /// <exception cref="OktaError">It is.</exception>
    public static void ThrowIf(bool isWrong, string field, string why)
    {
        if (isWrong)
            throw Invalid(field, $"{field}: {why}");
    }

    public static OktaError Invalid(string what, string cause) =>
        new(400, "E0000001", $"Api validation failed: {what}", cause);

    /// <summary>Another object has this value already.</summary>
    public static OktaError Taken(string field) =>
        Invalid(field, $"{field}: An object with this field already exists in the current organization");

    public static OktaError NotFound(string id, string type) =>
        new(404, "E0000007", $"Not found: Resource not found: {id} ({type})");

    public static OktaError Malformed() => new(400, "E0000003", "The request body was not well-formed.");

    public static OktaError Unauthenticated() => new(401, "E0000011", "Invalid token provided");

    public static OktaError Forbidden() => new(403, "E0000006", NoPermission);

    public static OktaError InsufficientScope() =>
        new(403, "E0000006", NoPermission)
        {
            Challenge =
                "Bearer error=\"insufficient_scope\", error_description=\"The access token provided does not contain the required scopes.\"",
        };

    public static OktaError RateLimited() =>
        new(429, "E0000047", "API call exceeded rate limit due to too many requests.");

    public static OktaError Unexpected() => new(500, "E0000009", "Internal Server Error");

    public JsonObject ToJson()
    {
        var errorId = "oae" + Ids.Random(22);
        var errorCauses = causes.Select(errorSummary => new { errorSummary });
        return Json.Of(
            new
            {
                errorCode = code,
                errorSummary = Message,
                errorLink = code,
                errorId,
                errorCauses,
            }
        );
    }
}
