using OktaSpa.Components;

namespace OktaSpa.Cli.Graph.Facts;

/// <summary>What a trusted origin is trusted for.</summary>
internal static class OriginFacts
{
    // What an origin is trusted for unless a stack file says otherwise.
    private static readonly string[] UsualScopes = ["CORS", "REDIRECT"];

    public static IReadOnlyList<Fact<OriginView>> All { get; } =
    [
        new(ResourceTypes.Origin, "trust", Words)
        {
            Reads = [nameof(OriginView.Origin), nameof(OriginView.Scopes), nameof(OriginView.Active)],
            Changes = (before, after) =>
                before is null || Trust(before).Equals(Trust(after))
                    ? []
                    :
                    [
                        FindingBook.OriginChanged.Finds(
                            $"{after.Resource.Name} is {Trust(after)}",
                            after.Resource.Name
                        ),
                    ],
        },
        Silence.Of<OriginView>(
            ResourceTypes.Origin,
            "name",
            (origin, name) =>
                origin.Graph.Project is { } project
                && ResourceView.TextOf(name) == TrustedOrigins.NameOf(origin.Resource.Name, project, origin.Graph.Stack)
        ),
    ];

    private static IEnumerable<Sentence> Words(OriginView origin) =>
        origin.Active == true
        && origin.Origin == origin.Resource.Name
        && origin.Scopes.ToHashSet().SetEquals(UsualScopes)
            ? []
            : [Trust(origin)];

    private static Sentence Trust(OriginView origin)
    {
        Sentence inactive = origin.Active == true ? Sentence.Of($"") : Sentence.Of($", but not active");
        Sentence other =
            origin.Origin == origin.Resource.Name
                ? Sentence.Of($"")
                : Sentence.Of($", as {origin.Origin ?? "(not set)"}");
        return $"trusted for {origin.Scopes.DefaultIfEmpty("nothing")}{other}{inactive}";
    }
}
