namespace OktaSpa.Cli.Graph;

/// <summary>A trusted origin as a graph declares it.</summary>
internal sealed class OriginView(StackGraph graph, GraphResource resource) : ResourceView(graph, resource)
{
    public string? Name => ReadText();

    public string? Origin => ReadText();

    /// <summary>What it is trusted for.</summary>
    public IReadOnlyList<string> Scopes => ReadList();

    public bool? Active => ReadFlag();

    /// <summary>The trusted origins of a stack, by origin.</summary>
    public static Dictionary<string, OriginView> Of(StackGraph? graph) =>
        graph
            ?.Resources.Where(resource => resource.Type == ResourceTypes.Origin)
            .ToDictionary(
                resource => resource.Name,
                resource => new OriginView(graph, resource),
                StringComparer.Ordinal
            )
        ?? [];
}
