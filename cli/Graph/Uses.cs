using OktaSpa.Components;
using OktaSpa.Settings;

namespace OktaSpa.Cli.Graph;

/// <summary>Which applications a resource serves.</summary>
internal sealed class Uses(StackSettings settings)
{
    private readonly Dictionary<string, IReadOnlyList<string>> origins = settings.TrustedOrigins.ToDictionary(
        pair => pair.Origin.ToString(),
        pair => (IReadOnlyList<string>)pair.Applications,
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, IReadOnlyList<string>> groups = settings.Groups.ToDictionary(
        group => group.Name,
        group =>
            (IReadOnlyList<string>)
                [
                    .. settings
                        .Applications.Where(application =>
                            application.Access.Groups.Any(named => named.Value.NameOrId == group.Name)
                        )
                        .Select(application => application.Name),
                ],
        StringComparer.Ordinal
    );

    /// <summary>The applications that a resource serves, by name.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">Its logical name.</param>
    /// <param name="parent">The key of its parent; null where it has none.</param>
    public IReadOnlyList<string> Of(string type, string name, string? parent) =>
        type switch
        {
            TrustedOrigins.ResourceType => All(origins.Values),
            Groups.ResourceType => All(groups.Values),
            ResourceTypes.Origin => origins[name],
            ResourceTypes.Group => groups[name],
            ResourceTypes.GroupRule => groups.First(pair => Groups.RuleNameOf(pair.Key) == name).Value,
            _ => [parent is null ? name : GraphResource.Split(parent).Name],
        };

    private static List<string> All(IEnumerable<IReadOnlyList<string>> lists) =>
        [.. lists.SelectMany(names => names).Distinct().Order(StringComparer.Ordinal)];
}
