using System.Text.Json.Nodes;
using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Review;

/// <summary>A comparison for people: what is equal in several applications and stacks is told once.</summary>
internal static class Digest
{
    /// <summary>The findings, dangers first.</summary>
    public static IReadOnlyList<FindingEntry> Findings(IReadOnlyList<StackComparison> stacks) =>
        [
            .. Same(
                    from stack in stacks
                    from finding in stack.Findings
                    select ((finding.Severity, finding.Rule, finding.Message), stack.Stack, finding.Application)
                )
                .Select(merged => new FindingEntry(
                    merged.Key.Severity,
                    merged.Key.Rule,
                    merged.Key.Message,
                    merged.Stacks,
                    merged.Names
                ))
                .OrderByDescending(entry => entry.Severity),
        ];

    /// <summary>
    /// What changes beside what the findings tell: resources by type, properties by what becomes of them.
    /// </summary>
    public static IReadOnlyList<ChangeEntry> Changes(IReadOnlyList<StackComparison> stacks) =>
        Merge(
            from stack in stacks
            let told = Told(stack)
            from change in Each(stack)
            where !told.Contains(change.Path)
            select ((change.Mark, change.Kind, change.What), stack.Stack, change.Name)
        );

    /// <summary>How many changes of properties the findings tell.</summary>
    public static int ToldCount(IReadOnlyList<StackComparison> stacks) =>
        stacks.Sum(stack =>
        {
            var told = Told(stack);
            return Each(stack).Count(change => told.Contains(change.Path));
        });

    /// <summary>Every change by itself.</summary>
    public static IReadOnlyList<ChangeEntry> Details(IReadOnlyList<StackComparison> stacks) =>
        [
            .. from stack in stacks
            from change in Each(stack)
            select new ChangeEntry(change.Mark, change.Kind, change.What, [stack.Stack], [change.Name]),
        ];

    /// <summary>Which properties of which resources change, without their values.</summary>
    public static IReadOnlyList<ChangeEntry> Overview(IReadOnlyList<StackComparison> stacks) =>
        Merge(
            from stack in stacks
            from changes in Each(stack).GroupBy(change => (change.Mark, change.Kind, change.Name))
            let properties = changes.Select(change => change.Property).OfType<string>().ToList()
            select (
                (changes.Key.Mark, changes.Key.Kind, properties.Count == 0 ? null : Sentence.Few(properties)),
                stack.Stack,
                changes.Key.Name
            )
        );

    private static HashSet<string?> Told(StackComparison stack) =>
        [.. stack.Findings.SelectMany(finding => finding.Tells)];

    private static IEnumerable<Change> Each(StackComparison stack)
    {
        foreach (var resource in stack.Changed)
        {
            var (type, name) = GraphResource.Split(resource.Resource);
            foreach (var property in resource.Properties)
                yield return new(
                    "~",
                    type,
                    name,
                    property.Property,
                    Describe(property),
                    $"{resource.Resource}.{property.Property}"
                );
        }
        foreach (var key in stack.Added)
            yield return Whole("+", key);
        foreach (var key in stack.Removed)
            yield return Whole("-", key);
        foreach (var output in stack.Outputs)
        {
            var dot = output.Property.IndexOf('.', StringComparison.Ordinal);
            var (application, property) = (output.Property[..dot], output.Property[(dot + 1)..]);
            yield return new(
                "~",
                "output",
                application,
                property,
                Describe(output with { Property = property }),
                output.Property
            );
        }

        static Change Whole(string mark, string key)
        {
            var (type, name) = GraphResource.Split(key);
            return new(mark, type, name, null, null, null);
        }
    }

    private static Sentence Describe(PropertyChange change)
    {
        if (change is not { Before: JsonArray gone, After: JsonArray come })
            return $"{change.Property}: {Value(change.Before)} → {Value(change.After)}";
        Sentence sentence = $"{change.Property}:";
        foreach (var item in gone)
            sentence.AppendFormatted(Sentence.Of($" −{Show(item)}"));
        foreach (var item in come)
            sentence.AppendFormatted(Sentence.Of($" +{Show(item)}"));
        return sentence;
    }

    private static Sentence Value(JsonNode? value) =>
        value is null ? Sentence.Of($"(not set)") : Sentence.Of($"{Show(value)}");

    // An assignment is as good as the group's id, while it says nothing else.
    private static string? Show(JsonNode? value) =>
        value switch
        {
            JsonObject map
                when map["id"] is { } id && map.All(pair => pair.Key is "id" || pair.Value?.ToString() == "{}") =>
                ResourceView.TextOf(id),
            JsonArray list => string.Join(' ', list.Select(Show)),
            _ => ResourceView.TextOf(value),
        };

    // Stacks where the same applications are meant come together.
    private static List<(TKey Key, IReadOnlyList<string> Stacks, IReadOnlyList<string> Names)> Same<TKey>(
        IEnumerable<(TKey Key, string Stack, string? Name)> items
    ) =>
        [
            .. from same in items.GroupBy(item => item.Key)
            from stacks in same.GroupBy(item => item.Stack, item => item.Name, StringComparer.Ordinal)
                .Select(stack => (Stack: stack.Key, Names: stack.OfType<string>().Distinct().ToList()))
                .GroupBy(stack => string.Join('\n', stack.Names))
            select (
                same.Key,
                (IReadOnlyList<string>)[.. stacks.Select(stack => stack.Stack)],
                (IReadOnlyList<string>)stacks.First().Names
            ),
        ];

    private static IReadOnlyList<ChangeEntry> Merge(
        IEnumerable<((string Mark, string Kind, Sentence? What) Key, string Stack, string? Name)> items
    ) =>
        [
            .. Same(items)
                .Select(merged => new ChangeEntry(
                    merged.Key.Mark,
                    merged.Key.Kind,
                    merged.Key.What,
                    merged.Stacks,
                    merged.Names
                )),
        ];

    // A change of a property, or of a resource as a whole; its path is as Finding.Tells has it.
    private sealed record Change(string Mark, string Kind, string Name, string? Property, Sentence? What, string? Path);
}
