namespace OktaSpa.Emulator;

/// <summary>A custom authorization server beside <c>default</c>. It has no policy yet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Null: it gets one.</param>
/// <param name="Audience">Null: <c>api://</c> and the name.</param>
/// <param name="IssuerMode"><c>ORG_URL</c>, <c>CUSTOM_URL</c> (of the seed's custom domain) or <c>DYNAMIC</c>.</param>
/// <param name="Scopes">Scopes beside those that every server has; null: none.</param>
internal sealed record SeedAuthorizationServer(
    string Name,
    string? Id = null,
    string? Audience = null,
    string IssuerMode = "ORG_URL",
    IReadOnlyList<SeedScope>? Scopes = null
);
