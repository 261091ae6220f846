using OktaSpa.Components;

namespace OktaSpa.Cli.Graph.Facts;

/// <summary>What a group is for, and who becomes a member.</summary>
internal static class GroupFacts
{
    public static IReadOnlyList<Fact<GroupView>> All { get; } =
    [
        new(ResourceTypes.Group, "protection", group => group.Protect ? [$"protected from deletion"] : [])
        {
            Reads = [nameof(GroupView.Protect)],
            IsHeading = true,
        },
        new(
            ResourceTypes.Group,
            "former-names",
            group => group.Aliases.Count == 0 ? [] : [$"formerly {group.Aliases}, keeps its members"]
        ),
        new(ResourceTypes.Group, "description", Description) { Reads = [nameof(GroupView.Description)] },
        new(ResourceTypes.GroupRule, "members", group => [Members(group)])
        {
            Reads = ["expressionValue"],
            Changes = MembersChanged,
        },
        Silence.Of<GroupView>(ResourceTypes.Group, "name", (group, name) => ResourceView.TextOf(name) == group.Name),
        Silence.Of<GroupView>(
            ResourceTypes.GroupRule,
            "name",
            (group, name) =>
                group.Graph.Project is { } project
                && ResourceView.TextOf(name) == Groups.RuleTitleOf(group.Name, project, group.Graph.Stack)
        ),
        Silence.Of<GroupView>(ResourceTypes.GroupRule, "expressionType", "urn:okta:expression:1.0"),
        Silence.Of<GroupView>(
            ResourceTypes.GroupRule,
            "groupAssignments",
            (group, groups) => ResourceView.ListOf(groups) is [var id] && id == $"${{{group.Name}.id}}"
        ),
        // Whoever is a member by the rule goes with it.
        Silence.Of<GroupView>(ResourceTypes.GroupRule, "removeAssignedUsers", true),
        Silence.Of<GroupView>(ResourceTypes.GroupRule, "status", "ACTIVE"),
    ];

    // The end of a description says where the group is declared.
    private static IEnumerable<Sentence> Description(GroupView group)
    {
        var mark = group.Graph.Project is { } project ? Groups.MarkOf(project, group.Graph.Stack) : "";
        var text = group.Description ?? "";
        if (text == mark)
            yield break;
        yield return text.EndsWith($". {mark}", StringComparison.Ordinal)
            ? Sentence.Of($"{text[..^(mark.Length + 1)]}")
            : ResourceFacts.Other("description", group.Description);
    }

    private static Sentence Members(GroupView group) =>
        group.Rule is null
            ? Sentence.Of($"members are managed elsewhere")
            : Sentence.Of($"members by the rule {group.Expression ?? "(not set)"}");

    private static IEnumerable<Judgement> MembersChanged(GroupView? before, GroupView after)
    {
        if (before is null || before.Expression == after.Expression)
            yield break;
        yield return (before.Expression, after.Expression) switch
        {
            (null, { } rule) => FindingBook.GroupRuleChanged.Finds(
                $"group {after.Name}: people become members by the rule {rule}",
                after.Name
            ),
            ({ } rule, null) => FindingBook.GroupRuleChanged.Finds(
                $"group {after.Name}: no rule any more, and whoever was a member by {rule} is removed",
                after.Name
            ),
            var (old, rule) => FindingBook.GroupRuleChanged.Finds(
                $"group {after.Name}: other people become members, by {rule} instead of {old}",
                after.Name
            ),
        };
    }
}
