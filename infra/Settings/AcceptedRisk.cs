namespace OktaSpa.Settings;

/// <summary>A risk that somebody has decided to take.</summary>
/// <param name="Rule">The rule that the risk names.</param>
/// <param name="Because">Why it is taken.</param>
/// <param name="Place">Where that is written.</param>
internal sealed record AcceptedRisk(Rule Rule, string Because, string Place);
