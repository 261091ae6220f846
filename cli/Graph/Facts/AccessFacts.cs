using System.Text.Json.Nodes;

namespace OktaSpa.Cli.Graph.Facts;

/// <summary>Who may use an application.</summary>
internal static class AccessFacts
{
    public static IReadOnlyList<Fact<ApplicationView>> All { get; } =
    [
        new(ResourceTypes.Access, "access", Words)
        {
            Title = "may use it",
            IsList = true,
            Reads = ["groups"],
            Changes = AccessChanged,
        },
        Silence.Of<ApplicationView>(
            ResourceTypes.Access,
            "appId",
            (application, id) => ResourceView.TextOf(id) == $"${{{application.Name}.id}}"
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
        application.Part(ResourceTypes.Access) is null ? [$"whoever is assigned elsewhere"]
        : application.Access.Count == 0 ? [$"nobody"]
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
        var (old, now) = (before.Part(ResourceTypes.Access), after.Part(ResourceTypes.Access));
        if (old is null || now is null)
        {
            if (now is not null)
                yield return TakenOver(after);
            else if (old is not null)
                yield return HandedOver(old);
            yield break;
        }
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

    private static Judgement TakenOver(ApplicationView after)
    {
        var who = Sentence.And(after.Access.Select(grantee => grantee.Words));
        return FindingBook.AccessTakenOver.Finds(
            $"access taken over: {who} may use it, and every other group that is assigned now loses it"
        );
    }

    // The engine reads from its state whether to delete: it must have been deployed so that assignments are retained.
    private static Judgement HandedOver(GraphResource assignments) =>
        assignments.RetainOnDelete == true
            ? FindingBook.AccessHandedOver.Finds(
                $"access handed over: whoever has it keeps it, and this stack assigns and removes nobody any more"
            )
            : FindingBook.AccessHandedOver.Finds(
                $"access handed over before the stack was deployed so that assignments outlive it: everyone loses access, unless it is deployed once without this change first",
                severity: Severity.Danger
            );
}
