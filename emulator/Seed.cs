using System.Text.Json.Serialization;

namespace OktaSpa.Emulator;

/// <summary>What the organization begins with, and whom it lets in.</summary>
internal sealed record Seed
{
    /// <summary>The organization's name, shown on its page.</summary>
    [JsonPropertyName("organisation")]
    public string Organization { get; init; } = "emulator";

    /// <summary>A verified custom domain, such as <c>login.example.com</c>.</summary>
    public string? CustomDomain { get; init; }

    public IReadOnlyList<SeedGroup> Groups { get; init; } = [];

    public IReadOnlyList<SeedPolicy> Policies { get; init; } = [];

    public IReadOnlyList<SeedOrigin> TrustedOrigins { get; init; } = [];

    /// <summary>Custom authorization servers beside <c>default</c>.</summary>
    public IReadOnlyList<SeedAuthorizationServer> AuthorizationServers { get; init; } = [];

    public IReadOnlyList<SeedZone> Zones { get; init; } = [];

    /// <summary>API tokens that are let in, to everything.</summary>
    public IReadOnlyList<string> ApiTokens { get; init; } = [];

    public IReadOnlyList<SeedToken> AccessTokens { get; init; } = [];

    public IReadOnlyList<SeedServiceApp> ServiceApps { get; init; } = [];

    /// <summary>Whether only credentials that are listed are let in. Without a seed file all are.</summary>
    internal bool IsStrict { get; init; }

    /// <summary>Whether somebody is let in.</summary>
    internal bool LetsAnybodyIn => !IsStrict || ApiTokens.Count + AccessTokens.Count + ServiceApps.Count > 0;

    /// <exception cref="FormatException">It is not a seed; the message says where.</exception>
    public static Seed Parse(string json) => StrictJson.Read<Seed>(json) with { IsStrict = true };
}
