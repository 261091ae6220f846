using System.Text.Json.Nodes;

namespace OktaSpa.Cli.Review;

/// <summary>
/// What changes in a property. Lists are compared as sets, since their order means nothing to Okta: <paramref
/// name="Before"/> is then what goes, <paramref name="After"/> what comes.
/// </summary>
/// <param name="Property">Its wire name.</param>
/// <param name="Before">Null where it was not set.</param>
/// <param name="After">Null where it is not set any more.</param>
internal sealed record PropertyChange(string Property, JsonNode? Before, JsonNode? After);
