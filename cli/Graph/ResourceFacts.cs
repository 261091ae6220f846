using System.Text.Json.Nodes;
using OktaSpa.Cli.Graph.Facts;
using OktaSpa.Components;

namespace OktaSpa.Cli.Graph;

/// <summary>
/// All that can be declared, once: how people say it, and how a change of it is judged. Whatever is shown or compared
/// goes through this table; an input that it does not know is told by its name.
/// </summary>
internal static class ResourceFacts
{
    /// <summary>Of an application and its parts, in the order in which they are told.</summary>
    public static IReadOnlyList<Fact<ApplicationView>> Applications { get; } =
    [
        .. HeadingFacts.All,
        ClientFact.Fact,
        RefreshTokenFact.Fact,
        .. TokenPolicyFacts.All,
        NetworkFact.Fact,
        .. AccessFacts.All,
        RedirectUriFact.Fact,
        SignOutFact.Fact,
        DashboardFact.Fact,
        AuthenticationPolicyFact.Fact,
        ConsentFact.Fact,
        OktaPropertiesFact.Fact,
        FrontEndFact.Fact,
    ];

    /// <summary>Of a group and the rule that fills it.</summary>
    public static IReadOnlyList<Fact<GroupView>> Groups { get; } = GroupFacts.All;

    /// <summary>Of a trusted origin.</summary>
    public static IReadOnlyList<Fact<OriginView>> Origins { get; } = OriginFacts.All;

    private static readonly Dictionary<string, HashSet<string>> Read = Reads();

    /// <summary>What is said of an application, and of the inputs of its parts that have no fact.</summary>
    public static IEnumerable<Told> Tell(ApplicationView application) =>
        Tell(Applications, application)
            .Concat(application.Parts.Append(application.Component).OfType<GraphResource>().SelectMany(Others));

    /// <summary>What is said of a group, and of the inputs of its rule that have no fact.</summary>
    public static IEnumerable<Told> Tell(GroupView group) =>
        Tell(Groups, group).Concat(new[] { group.Resource, group.Rule }.OfType<GraphResource>().SelectMany(Others));

    /// <summary>What is said of a trusted origin beside its name.</summary>
    public static IEnumerable<Told> Tell(OriginView origin) => Tell(Origins, origin).Concat(Others(origin.Resource));

    /// <summary>What is said of <see cref="Rest"/>.</summary>
    public static IEnumerable<Told> TellRest(StackGraph graph) => Rest(graph).SelectMany(Others);

    /// <summary>Whether there are facts of a type of resource.</summary>
    public static bool Knows(string type) => Read.ContainsKey(type);

    /// <summary>The resources that belong to no application, and are neither group nor origin.</summary>
    public static IEnumerable<GraphResource> Rest(StackGraph graph)
    {
        var told = ApplicationView
            .Of(graph)
            .Values.SelectMany(application => application.Parts.Append(application.Component))
            .Concat(GroupView.Of(graph).Values.SelectMany(group => new[] { group.Resource, group.Rule }))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return graph.Resources.Where(resource => !told.Contains(resource) && resource.Type != ResourceTypes.Origin);
    }

    /// <summary>All that is said of a stack.</summary>
    public static IEnumerable<GraphFact> Tell(StackGraph graph) =>
        ApplicationView
            .Of(graph)
            .Values.SelectMany(Tell)
            .Concat(GroupView.Of(graph).Values.SelectMany(Tell))
            .Concat(OriginView.Of(graph).Values.SelectMany(Tell))
            .Concat(TellRest(graph))
            .Select(told => new GraphFact(told.Resource, told.Fact, [.. told.Words.Select(words => words.ToString())]));

    /// <summary>What is unsafe in itself, and no stack file can say.</summary>
    public static IEnumerable<Judgement> Alarms(ApplicationView application) =>
        Applications.SelectMany(fact => fact.Alarms(application));

    /// <summary>How a change is judged by each fact, alarms that are new first.</summary>
    /// <returns>Each with the properties whose change it tells, as a comparison names them.</returns>
    public static IEnumerable<(Judgement Judgement, IReadOnlyList<string> Tells)> Judge<T>(
        IReadOnlyList<Fact<T>> facts,
        T? before,
        T after
    )
        where T : ResourceView
    {
        foreach (var fact in facts)
        {
            var known = before is null ? [] : fact.Alarms(before).Select(Identity).ToHashSet();
            var judgements = fact.Alarms(after)
                .Where(alarm => !known.Contains(Identity(alarm)))
                .Concat(fact.Changes(before, after))
                .ToList();
            if (judgements.Count == 0)
                continue;
            List<string> tells =
            [
                .. fact.Reads.Select(input => $"{after.Part(fact.Type)?.Key}.{input}"),
                .. fact.Outputs.Select(output => $"{after.Resource.Name}.{output}"),
            ];
            foreach (var judgement in judgements)
                yield return (judgement, tells);
        }

        static (FindingRule, string?) Identity(Judgement alarm) => (alarm.Rule, alarm.About);
    }

    /// <summary>How a change of the inputs is judged that no fact tells.</summary>
    public static IEnumerable<(Judgement Judgement, IReadOnlyList<string> Tells)> JudgeOthers(
        GraphResource? before,
        GraphResource after
    ) =>
        from input in Unknown(after).Union(before is null ? [] : Unknown(before))
        let old = before?.Inputs[input]
        let now = after.Inputs[input]
        where !JsonNode.DeepEquals(old, now)
        select (OtherChanged(input, old, now), (IReadOnlyList<string>)[$"{after.Key}.{input}"]);

    /// <summary>What is said of an input that no fact tells, or of a value that is not the usual one.</summary>
    public static Sentence Other(string input, JsonNode? value) =>
        value is null
            ? Sentence.Of($"other: {input} is not set")
            : Sentence.Of($"other: {input} = {ResourceView.TextOf(value)}");

    /// <summary>How a change of such an input is judged.</summary>
    public static Judgement OtherChanged(string input, JsonNode? before, JsonNode? after)
    {
        Sentence was = before is null ? Sentence.Of($"") : Sentence.Of($", was {ResourceView.TextOf(before)}");
        return FindingBook.OtherChanged.Finds($"{Other(input, after)}{was}", input);
    }

    private static IEnumerable<Told> Tell<T>(IReadOnlyList<Fact<T>> facts, T view)
        where T : ResourceView =>
        from fact in facts
        let words = fact.Words(view).ToList()
        where words.Count > 0
        select new Told(
            view.Part(fact.Type)?.Key ?? view.Resource.Key,
            fact.Name,
            fact.Title,
            fact.IsList,
            fact.IsHeading,
            words
        );

    private static IEnumerable<Told> Others(GraphResource resource)
    {
        List<Sentence> words = Knows(resource.Type) ? [] : [$"other: {resource.Type} {resource.Name}"];
        words.AddRange(Unknown(resource).Select(input => Other(input, resource.Inputs[input])));
        return words.Count == 0 ? [] : [new(resource.Key, "other", null, true, false, words)];
    }

    private static IEnumerable<string> Unknown(GraphResource resource)
    {
        var read = Read.GetValueOrDefault(resource.Type);
        return resource.Inputs.Select(input => input.Key).Where(input => read?.Contains(input) != true);
    }

    private static Dictionary<string, HashSet<string>> Reads()
    {
        var reads = Applications
            .Select(fact => (fact.Type, fact.Reads))
            .Concat(Groups.Select(fact => (fact.Type, fact.Reads)))
            .Concat(Origins.Select(fact => (fact.Type, fact.Reads)))
            .GroupBy(pair => pair.Type, pair => pair.Reads, StringComparer.Ordinal)
            .ToDictionary(
                lists => lists.Key,
                lists => lists.SelectMany(list => list).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        reads.Add(Components.Groups.ResourceType, []);
        reads.Add(TrustedOrigins.ResourceType, []);
        return reads;
    }
}
