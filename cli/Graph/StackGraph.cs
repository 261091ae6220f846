using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OktaSpa.Cli.Graph;

/// <summary>
/// What a stack declares, without a look at what is there: the output of <c>okta-spa preview --format json</c>.
/// </summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Resources">By type and name.</param>
/// <param name="Lookups">What is asked of the organization first.</param>
/// <param name="Outputs">The stack's outputs by application; what is known only after deployment reads
/// <c>${name.property}</c>.</param>
/// <param name="Risks">Dangers first.</param>
/// <param name="Organization">The host of its organization; null in what an older okta-spa has printed.</param>
/// <param name="Project">The name of the Pulumi project; null likewise.</param>
internal sealed record StackGraph(
    [property: JsonPropertyOrder(-2)] string Stack,
    IReadOnlyList<GraphResource> Resources,
    GraphLookups Lookups,
    JsonObject Outputs,
    IReadOnlyList<GraphRisk> Risks,
    [property: JsonPropertyOrder(-1)] string? Organization = null,
    [property: JsonPropertyOrder(-1)] string? Project = null
)
{
    /// <summary>What is said of all this, in words.</summary>
    [JsonPropertyOrder(1)]
    public IEnumerable<GraphFact> Facts => ResourceFacts.Tell(this);
}
