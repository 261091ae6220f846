using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Rendering;

/// <summary>A risk, once for all applications that take it.</summary>
/// <param name="Severity">How much to mind.</param>
/// <param name="Rule">The stable id of its rule; null where none is known.</param>
/// <param name="Message">What may happen.</param>
/// <param name="Accepted">Why somebody has decided to take it; null where nobody has.</param>
/// <param name="Applications">By name.</param>
internal sealed record RiskEntry(
    Severity Severity,
    string? Rule,
    Sentence Message,
    string? Accepted,
    IReadOnlyList<string> Applications
)
{
    /// <summary>The risks of a stack, accepted ones last, dangers first.</summary>
    public static IEnumerable<RiskEntry> Of(IEnumerable<GraphRisk> risks) =>
        risks
            .GroupBy(
                risk => (risk.Severity, risk.Rule, risk.Message, risk.Accepted),
                risk => risk.Application ?? GraphResource.Split(risk.Resource).Name
            )
            .Select(same => new RiskEntry(
                same.Key.Severity,
                same.Key.Rule,
                Sentence.Read(same.Key.Message),
                same.Key.Accepted,
                [.. same.Distinct()]
            ))
            .OrderBy(entry => entry.Accepted is not null)
            .ThenByDescending(entry => entry.Severity);
}
