using System.Text.Json.Nodes;
using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Review;

/// <summary>Compares what stacks declare.</summary>
internal static class GraphComparison
{
    /// <summary>Compares all stacks of two previews; those without a difference are left out.</summary>
    /// <param name="before">The base.</param>
    /// <param name="after">What is compared with it.</param>
    /// <param name="wasWrong">Whether the base has a stack by this name that could not be read.</param>
    public static IReadOnlyList<StackComparison> Compare(
        IReadOnlyCollection<StackGraph> before,
        IReadOnlyCollection<StackGraph> after,
        Predicate<string> wasWrong
    )
    {
        var (old, now) = (before.ToDictionary(graph => graph.Stack), after.ToDictionary(graph => graph.Stack));
        return
        [
            .. old
                .Keys.Union(now.Keys)
                .Order(StringComparer.Ordinal)
                .Select(stack => Compare(old.GetValueOrDefault(stack), now.GetValueOrDefault(stack), wasWrong(stack)))
                .Where(comparison => !comparison.IsEmpty),
        ];
    }

    private static StackComparison Compare(StackGraph? before, StackGraph? after, bool wasWrong)
    {
        var (old, now) = (Index(before), Index(after));
        var added = now.Keys.Except(old.Keys).Order(StringComparer.Ordinal).ToList();
        var removed = old.Keys.Except(now.Keys).Order(StringComparer.Ordinal).ToList();
        var changed = (
            from pair in now
            let previous = old.GetValueOrDefault(pair.Key)
            where previous is not null
            let properties = Changes(previous, pair.Value).ToList()
            where properties.Count > 0
            orderby pair.Key
            select new ResourceChange(pair.Key, properties)
        ).ToList();
        List<PropertyChange> outputs =
            before is null || after is null
                ? []
                : [.. Changes(Flat(before.Outputs, after.Outputs), Flat(after.Outputs, before.Outputs))];
        var applications = added
            .Concat(changed.Select(change => change.Resource))
            .Select(key => now[key])
            .Concat(removed.Select(key => old[key]))
            .SelectMany(resource => resource.Applications)
            .Concat(outputs.Select(output => output.Property.Split('.')[0]));
        return new(
            (after ?? before)!.Stack,
            StackFindings.Find(before, after, wasWrong),
            added,
            removed,
            changed,
            outputs,
            applications.ToHashSet(StringComparer.Ordinal)
        );
    }

    private static Dictionary<string, GraphResource> Index(StackGraph? graph) =>
        graph?.Resources.ToDictionary(resource => resource.Key, StringComparer.Ordinal) ?? [];

    private static IEnumerable<PropertyChange> Changes(GraphResource before, GraphResource after)
    {
        if (before.Protect != after.Protect)
            yield return new("protect", before.Protect, after.Protect);
        if (before.Parent != after.Parent)
            yield return new("parent", before.Parent, after.Parent);
        foreach (var change in Changes(before.Inputs, after.Inputs))
            yield return change;
    }

    private static IEnumerable<PropertyChange> Changes(JsonObject before, JsonObject after)
    {
        foreach (
            var property in before
                .Select(pair => pair.Key)
                .Union(after.Select(pair => pair.Key))
                .Order(StringComparer.Ordinal)
        )
        {
            var (old, now) = (before[property], after[property]);
            if (old is JsonArray left && now is JsonArray right)
            {
                var (gone, come) = (Without(left, right), Without(right, left));
                if (gone.Count + come.Count > 0)
                    yield return new(property, gone, come);
            }
            else if (!JsonNode.DeepEquals(old, now))
            {
                yield return new(property, old?.DeepClone(), now?.DeepClone());
            }
        }
    }

    private static JsonArray Without(JsonArray list, JsonArray other) =>
        [
            .. list.Where(item => !other.Any(candidate => JsonNode.DeepEquals(candidate, item)))
                .Select(item => item?.DeepClone()),
        ];

    /// <summary>
    /// The outputs of applications by <c>application.output</c>; those of applications that come or go are told as
    /// such.
    /// </summary>
    private static JsonObject Flat(JsonObject outputs, JsonObject other) =>
        new(
            from application in outputs
            where application.Value is JsonObject && other.ContainsKey(application.Key)
            from output in (JsonObject)application.Value!
            where output.Value is not JsonObject
            select KeyValuePair.Create($"{application.Key}.{output.Key}", output.Value?.DeepClone())
        );
}
