namespace OktaSpa.Emulator;

/// <summary>An authentication policy; without an id it gets one.</summary>
internal sealed record SeedPolicy(string Name, string? Description = null, string? Id = null);
