namespace OktaSpa.Emulator;

/// <summary>A group; without an id it gets one.</summary>
internal sealed record SeedGroup(string Name, string? Description = null, string? Id = null);
