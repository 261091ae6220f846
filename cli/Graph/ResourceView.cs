using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OktaSpa.Cli.Graph;

/// <summary>
/// A resource with its inputs as named properties. A document may hold any value: one of another kind than is meant
/// reads as not set.
/// </summary>
internal abstract class ResourceView(StackGraph graph, GraphResource resource)
{
    private static readonly JsonSerializerOptions OneLine = new(JsonFormat.Options) { WriteIndented = false };

    /// <summary>What the resource is part of.</summary>
    public StackGraph Graph { get; } = graph;

    public GraphResource Resource { get; } = resource;

    /// <summary>The resource of a type that the view is made of; null where there is none.</summary>
    public virtual GraphResource? Part(string type) => type == Resource.Type ? Resource : null;

    /// <summary>The wire name of an input, which properties here are called by.</summary>
    public static string WireName(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>A value as text: as it is, or as JSON on one line; null where there is none.</summary>
    public static string? TextOf(JsonNode? value) =>
        value is null or JsonValue ? value?.ToString() : value.ToJsonString(OneLine);

    /// <summary>A list of texts; one value counts as a list of it.</summary>
    public static IReadOnlyList<string> ListOf(JsonNode? value) =>
        value switch
        {
            null => [],
            JsonArray list => [.. list.Select(item => TextOf(item) ?? "")],
            _ => [TextOf(value)!],
        };

    protected string? ReadText([CallerMemberName] string property = "") => TextOf(Resource.Inputs[WireName(property)]);

    protected IReadOnlyList<string> ReadList([CallerMemberName] string property = "") =>
        ListOf(Resource.Inputs[WireName(property)]);

    protected bool? ReadFlag([CallerMemberName] string property = "") =>
        Resource.Inputs[WireName(property)] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    protected double? ReadNumber([CallerMemberName] string property = "") =>
        Resource.Inputs[WireName(property)] is JsonValue value && value.TryGetValue(out double number) ? number : null;
}
