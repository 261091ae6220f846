using System.Text.Json;
using OktaSpa.Cli.Review;

namespace OktaSpa.Cli.Rendering;

/// <summary>A comparison for programs: each finding and each change by itself.</summary>
internal static class ComparisonJson
{
    /// <summary>
    /// <c>{"version":2,"summary":…,"findings":[…],"stacks":[…]}</c>, with <c>problems</c> where stacks could not be
    /// compared.
    /// </summary>
    public static string Render(Comparison comparison)
    {
        var summary = ComparisonSummary.Of(comparison);
        return (
                comparison.Problems.Count == 0
                    ? JsonSerializer.Serialize(
                        new
                        {
                            JsonFormat.Version,
                            Summary = summary,
                            comparison.Findings,
                            comparison.Stacks,
                        },
                        JsonFormat.Options
                    )
                    : JsonSerializer.Serialize(
                        new
                        {
                            JsonFormat.Version,
                            Summary = summary,
                            comparison.Findings,
                            comparison.Stacks,
                            comparison.Problems,
                        },
                        JsonFormat.Options
                    )
            ) + "\n";
    }
}
