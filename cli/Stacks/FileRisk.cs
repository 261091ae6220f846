using OktaSpa.Settings;

namespace OktaSpa.Cli.Stacks;

/// <summary>A risk with the place of what it comes from.</summary>
internal sealed record FileRisk(Position Position, Risk Risk);
