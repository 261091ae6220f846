using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>A custom authorization server, its policies and its scopes.</summary>
/// <param name="json">What Okta tells of it, but for its issuer, which depends on who asks.</param>
/// <param name="scopes">Okta's own and those of the server.</param>
internal sealed class AuthorizationServer(JsonObject json, IReadOnlyList<JsonObject> scopes) : OktaObject(json)
{
    /// <summary>Another id of the server that every organization has, and its name.</summary>
    public const string Default = "default";

    /// <summary>How it is called in addresses.</summary>
    public string Handle => (bool)Json["default"]! ? Default : Id;

    public Collection<Policy> Policies { get; } = new("Policy");

    public IReadOnlyList<JsonObject> Scopes { get; } = scopes;
}
