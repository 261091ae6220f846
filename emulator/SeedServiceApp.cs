using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>An OAuth service app: signs in with an assertion that a public key verifies.</summary>
/// <param name="ClientId">Its client id.</param>
/// <param name="PublicKey">A JSON Web Key.</param>
/// <param name="Scopes">What it may ask for, such as <c>okta.apps.manage</c>.</param>
/// <param name="Roles">Its administrator roles, such as <c>APP_ADMIN</c>, to be read only; null: none.</param>
internal sealed record SeedServiceApp(
    string ClientId,
    JsonObject PublicKey,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string>? Roles = null
);
