using OktaSpa.Components;

namespace OktaSpa.Cli.Graph;

/// <summary>A group as a graph declares it, with the rule that fills it.</summary>
internal sealed class GroupView : ResourceView
{
    private GroupView(StackGraph graph, GraphResource resource, GraphResource? rule)
        : base(graph, resource) => Rule = rule;

    /// <summary>Its name, which is its logical name too.</summary>
    public string Name => Resource.Name;

    /// <summary>The rule by which people become members; null where they are managed elsewhere.</summary>
    public GraphResource? Rule { get; }

    /// <summary>The expression of the rule.</summary>
    public string? Expression => TextOf(Rule?.Inputs["expressionValue"]);

    public string? Description => ReadText();

    /// <summary>The names that it had before; it keeps its members.</summary>
    public IReadOnlyList<string> Aliases => Resource.Aliases ?? [];

    public bool Protect => Resource.Protect;

    public override GraphResource? Part(string type) => type == ResourceTypes.GroupRule ? Rule : base.Part(type);

    /// <summary>The groups that a stack declares, by name.</summary>
    public static Dictionary<string, GroupView> Of(StackGraph? graph)
    {
        if (graph is null)
            return [];
        var rules = graph
            .Resources.Where(resource => resource.Type == ResourceTypes.GroupRule)
            .ToDictionary(resource => resource.Name, StringComparer.Ordinal);
        return graph
            .Resources.Where(resource => resource.Type == ResourceTypes.Group)
            .ToDictionary(
                resource => resource.Name,
                resource => new GroupView(graph, resource, rules.GetValueOrDefault(Groups.RuleNameOf(resource.Name))),
                StringComparer.Ordinal
            );
    }
}
