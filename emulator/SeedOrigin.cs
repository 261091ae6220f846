namespace OktaSpa.Emulator;

/// <summary>A trusted origin; its scopes are those of Okta, such as <c>CORS</c>.</summary>
internal sealed record SeedOrigin(string Name, string Origin, IReadOnlyList<string> Scopes);
