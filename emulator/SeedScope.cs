namespace OktaSpa.Emulator;

/// <summary>
/// A scope of an authorization server; consent is <c>IMPLICIT</c>, <c>REQUIRED</c> or <c>FLEXIBLE</c>.
/// </summary>
internal sealed record SeedScope(string Name, string Consent = "IMPLICIT");
