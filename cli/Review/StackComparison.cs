using System.Text.Json.Serialization;

namespace OktaSpa.Cli.Review;

/// <summary>How a stack's declaration changes.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Findings">What a reviewer must know, dangers first.</param>
/// <param name="Added">Resources that are new, as <c>type::name</c>.</param>
/// <param name="Removed">Resources that are gone.</param>
/// <param name="Changed">Resources that stay, with what changes.</param>
/// <param name="Outputs">What changes for the front ends, by <c>application.output</c>.</param>
/// <param name="Applications">Those that any of this is about, by name.</param>
internal sealed record StackComparison(
    string Stack,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Removed,
    IReadOnlyList<ResourceChange> Changed,
    IReadOnlyList<PropertyChange> Outputs,
    [property: JsonIgnore] IReadOnlySet<string> Applications
)
{
    [JsonIgnore]
    public bool IsEmpty => Findings.Count + Added.Count + Removed.Count + Changed.Count + Outputs.Count == 0;
}
