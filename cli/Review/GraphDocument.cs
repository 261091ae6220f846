using System.Text.Json;
using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Review;

/// <summary>What <c>okta-spa preview --format json</c> has printed.</summary>
/// <param name="Stacks">The stacks that are right.</param>
/// <param name="Problems">What is wrong with the others; null for nothing.</param>
/// <param name="Version">The version of the document; the first one did not say it.</param>
/// <param name="Unseen">The stacks that cannot be shown, since required settings come from elsewhere; null for
/// none.</param>
internal sealed record GraphDocument(
    IReadOnlyList<StackGraph> Stacks,
    IReadOnlyList<DocumentProblem>? Problems = null,
    int Version = 1,
    IReadOnlyList<string>? Unseen = null
)
{
    private static readonly JsonSerializerOptions Strict = new(JsonFormat.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Nothing declared.</summary>
    public static GraphDocument Empty { get; } = new([], Version: JsonFormat.Version);

    /// <summary>
    /// Whether a stack was asked for, but has problems or cannot be shown, so that it is not among
    /// <see cref="Stacks"/>.
    /// </summary>
    public bool IsWrong(string stack) =>
        Stacks.All(graph => graph.Stack != stack)
        && (
            Unseen?.Contains(stack) == true
            || Problems?.Any(problem => problem.Stack is null || problem.Stack == stack) == true
        );

    /// <summary>Reads a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">How to call it in a message.</param>
    /// <exception cref="UsageException">It is something else.</exception>
    public static GraphDocument Parse(string json, string name)
    {
        try
        {
            // What a later version holds, this one cannot know.
            var version = JsonSerializer.Deserialize<Versioned>(json, JsonFormat.Options)?.Version;
            if (version is { } other && !IsKnown(other))
                throw new UsageException(
                    $"{name} is a document of version {Text.Quote(other.GetRawText())}, and this okta-spa knows versions 1 to {JsonFormat.Version}: print it with this okta-spa, or compare with a newer one."
                );
            var document = JsonSerializer.Deserialize<GraphDocument>(json, Strict) ?? throw new JsonException();
            return IsWhole(document) ? document : throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new UsageException(
                $"{name} is not the output of okta-spa preview --format json{(exception.Path is null ? "" : $" (at {exception.Path})")}."
            );
        }
    }

    private static bool IsKnown(JsonElement version) =>
        version.ValueKind == JsonValueKind.Number
        && version.TryGetInt32(out var number)
        && number is >= 1 and <= JsonFormat.Version;

    // What the serializer lets through: null in a list, and names that stand there twice.
    private static bool IsWhole(GraphDocument document)
    {
        if (
            document.Stacks.Contains(null!)
            || document.Problems?.Contains(null!) == true
            || document.Stacks.Any(graph =>
                graph.Resources.Contains(null!)
                || graph.Risks.Contains(null!)
                || graph.Lookups.Groups.Contains(null!)
                || graph.Lookups.TrustedOrigins.Contains(null!)
                || graph.Resources.Any(resource =>
                    resource.Applications.Contains(null!) || resource.Aliases?.Contains(null!) == true
                )
            )
        )
            return false;
        return IsDistinct(document.Stacks.Select(graph => graph.Stack))
            && document.Stacks.All(graph => IsDistinct(graph.Resources.Select(resource => resource.Key)));
    }

    private static bool IsDistinct(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).All(same => same.Count() == 1);

    private sealed record Versioned(JsonElement? Version);
}
