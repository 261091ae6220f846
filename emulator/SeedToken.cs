namespace OktaSpa.Emulator;

/// <summary>An OAuth access token that is let in, with its scopes, such as <c>okta.apps.manage</c>.</summary>
internal sealed record SeedToken(string Token, IReadOnlyList<string> Scopes);
