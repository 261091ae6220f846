using System.Text.Json;
using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Review;

/// <summary>What <c>okta-spa preview --format json</c> has printed.</summary>
/// <param name="Stacks">The stacks that are right.</param>
/// <param name="Problems">What is wrong with the others; null for nothing.</param>
internal sealed record GraphDocument(IReadOnlyList<StackGraph> Stacks, IReadOnlyList<DocumentProblem>? Problems = null)
{
    private static readonly JsonSerializerOptions Strict = new(JsonFormat.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Nothing declared.</summary>
    public static GraphDocument Empty { get; } = new([]);

    /// <summary>
    /// Whether a stack was asked for, but has problems, so that it is not among <see cref="Stacks"/>.
    /// </summary>
    public bool IsWrong(string stack) =>
        Stacks.All(graph => graph.Stack != stack)
        && Problems?.Any(problem => problem.Stack is null || problem.Stack == stack) == true;

    /// <summary>Reads a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">How to call it in a message.</param>
    /// <exception cref="UsageException">It is something else.</exception>
    public static GraphDocument Parse(string json, string name)
    {
        try
        {
            var document = JsonSerializer.Deserialize<GraphDocument>(json, Strict) ?? throw new JsonException();
            return IsWhole(document) ? document : throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new UsageException(
                $"{name} is not the output of okta-spa preview --format json{(exception.Path is null ? "" : $" (at {exception.Path})")}."
            );
        }

        // What the serializer lets through: null in a list, and names that stand there twice.
        static bool IsWhole(GraphDocument document)
        {
            if (
                document.Stacks.Contains(null!)
                || document.Problems?.Contains(null!) == true
                || document.Stacks.Any(graph => graph.Resources.Contains(null!) || graph.Risks.Contains(null!))
            )
                return false;
            return IsDistinct(document.Stacks.Select(graph => graph.Stack))
                && document.Stacks.All(graph => IsDistinct(graph.Resources.Select(resource => resource.Key)));
        }

        static bool IsDistinct(IEnumerable<string> names) => names.GroupBy(name => name).All(same => same.Count() == 1);
    }
}

/// <summary>A problem in a document.</summary>
/// <param name="File">The stack file, as it was named.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Path">The place in the settings.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Stack">The stack that has it; null in what an older okta-spa has printed.</param>
/// <param name="Remedy">What to write instead; null in what older versions printed.</param>
internal sealed record DocumentProblem(
    string File,
    long Line,
    long Column,
    string Path,
    string Message,
    string Remedy,
    string? Stack = null
);
