using System.Text.Json.Nodes;

namespace OktaSpa.Cli.Graph.Facts;

/// <summary>Who may use an application.</summary>
internal static class AccessFacts
{
    private const string Groups = "groups";
    private const string AppId = "appId";

    public static IReadOnlyList<Fact<ApplicationView>> All { get; } =
    [
        new(ResourceTypes.Access, "access", Words)
        {
            Title = "may use it",
            IsList = true,
            Reads = [Groups],
            Changes = AccessChanged,
        },
        Silence.Of<ApplicationView>(
            ResourceTypes.Access,
            AppId,
            application =>
                ResourceView.TextOf(application.Part(ResourceTypes.Access)!.Inputs[AppId])
                == $"${{{application.Name}.id}}"
        ),
        new(
            ResourceTypes.OAuth,
            "assignments-bypassed",
            application => application.ImplicitAssignment ? [$"assignments are bypassed: everyone may use it"] : []
        )
        {
            Reads = [nameof(ApplicationView.ImplicitAssignment)],
            Alarms = application =>
                application.ImplicitAssignment
                    ?
                    [
                        FindingBook.AssignmentsBypassed.Finds(
                            $"assignments are bypassed: everyone in the organization may use it, whatever groups are named"
                        ),
                    ]
                    : [],
        },
    ];

    private static IEnumerable<Sentence> Words(ApplicationView application) =>
        application.Access.Count == 0
            ? [$"nobody that this stack assigns"]
            : application.Access.Zip(application.Assignments, Words);

    // All that the program says of a group is its id; an assignment's own profile would be something else.
    private static Sentence Words(Grantee who, JsonNode? assignment)
    {
        if (assignment is not JsonObject map)
            return who.Words;
        var others = map.Where(pair =>
                pair.Key != "id" && !(pair.Key == "profile" && ResourceView.TextOf(pair.Value) == "{}")
            )
            .Select(pair => Sentence.Of($"{pair.Key} {ResourceView.TextOf(pair.Value)}"))
            .ToList();
        return others.Count == 0 ? who.Words : Sentence.Of($"{who.Words} with {Sentence.And(others)}");
    }

    private static IEnumerable<Judgement> AccessChanged(ApplicationView? before, ApplicationView after)
    {
        if (before is null)
            yield break;
        foreach (var who in after.Access.Except(before.Access))
        {
            yield return who.IsEveryone
                ? FindingBook.AccessWidened.Finds($"access widened to {who.Words}", "everyone", Severity.Danger)
                : FindingBook.AccessWidened.Finds($"access widened: {who.Words} may use it", who.Group);
        }
        foreach (var who in before.Access.Except(after.Access))
            yield return FindingBook.AccessNarrowed.Finds(
                $"access narrowed: {who.Words} may no longer use it",
                who.Group ?? "everyone"
            );
    }
}
