using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>The token endpoint's refusal: OAuth has another shape of error than the rest.</summary>
internal sealed class OAuthError(int status, string error, string description) : Exception(description)
{
    public int Status => status;

    public JsonObject ToJson() => Json.Of(new { error, error_description = Message });
}
