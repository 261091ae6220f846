namespace OktaSpa.Emulator;

/// <summary>A network zone of addresses; without an id it gets one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its id.</param>
/// <param name="Gateways">Addresses as CIDR, such as <c>192.0.2.0/24</c>; null: none.</param>
internal sealed record SeedZone(string Name, string? Id = null, IReadOnlyList<string>? Gateways = null);
