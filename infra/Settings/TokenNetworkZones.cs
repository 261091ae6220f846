using System.Collections.Immutable;

namespace OktaSpa.Settings;

/// <summary>From where tokens may be asked for and used.</summary>
/// <param name="Ids">Ids of network zones.</param>
/// <param name="Allow">Whether only these zones may; otherwise these may not.</param>
internal sealed record TokenNetworkZones(ImmutableArray<string> Ids, bool Allow);
