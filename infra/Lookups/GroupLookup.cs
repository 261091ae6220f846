using OktaSpa.Components;
using OktaSpa.Settings;
using OktaSpa.Settings.Reading;
using OktaSpa.Settings.Rules;
using Found = Pulumi.Okta.Outputs.GetGroupsGroupResult;
using Okta = Pulumi.Okta;

namespace OktaSpa.Lookups;

/// <summary>The ids of the groups that the settings name.</summary>
internal static class GroupLookup
{
    private const string BuiltIn = "BUILT_IN";

    /// <summary>Asks for all groups at once that the stack does not declare itself.</summary>
    public static async Task<IReadOnlyList<Found>> AskAsync(StackSettings settings)
    {
        var terms = Uses(settings)
            .Select(use => use.Group.Value)
            .Distinct()
            .OrderBy(group => group.NameOrId, StringComparer.Ordinal)
            .Select(group => SearchQuery.Equal(group.IsId ? "id" : "profile.name", group.NameOrId));
        var answers = await Task.WhenAll(
            SearchQuery.AnyOf(terms).Select(query => Okta.GetGroups.InvokeAsync(new() { Search = query }))
        );
        return [.. answers.SelectMany(answer => answer.Groups)];
    }

    /// <summary>Finds each group among those that the organization has.</summary>
    /// <param name="settings">Name the groups.</param>
    /// <param name="found">What the organization has answered.</param>
    /// <param name="problems">Takes groups that are not there, or not only once.</param>
    /// <returns>The ids of those that are.</returns>
    public static Dictionary<GroupReference, string> Match(
        StackSettings settings,
        IReadOnlyList<Found> found,
        ProblemList problems
    )
    {
        var ids = new Dictionary<GroupReference, string>();
        var uses = Uses(settings).ToList();
        foreach (var places in uses.GroupBy(use => use.Group.Value, use => use.Group.Place))
        {
            var matches = Matches(places.Key, found);
            if (Check(places.Key, matches, found) is not { } fault)
                ids[places.Key] = matches[0].Id;
            else
                foreach (var place in places)
                    problems.Add(fault.At(place));
        }
        foreach (var application in uses.Where(use => ids.ContainsKey(use.Group.Value)).GroupBy(use => use.Application))
        {
            foreach (var same in application.GroupBy(use => ids[use.Group.Value], use => use.Group))
            {
                foreach (var group in same.Skip(1))
                    problems.Add(
                        RuleBook.GroupTwice,
                        group.Place,
                        $"{Text.Quote(group.Value.NameOrId)} is a group that is named before, by name or by id",
                        "keep one of them"
                    );
            }
        }
        return ids;
    }

    private static IEnumerable<(string Application, Written<GroupReference> Group)> Uses(StackSettings settings) =>
        from application in settings.Applications
        from reference in application.Access.Groups
        where settings.Groups.All(declared => declared.Name != reference.Value.NameOrId)
        select (application.Name, reference);

    // Okta compares names without case; here a name is what it says.
    private static List<Found> Matches(GroupReference group, IReadOnlyList<Found> found) =>
        [
            .. found
                .Where(candidate => (group.IsId ? candidate.Id : candidate.Name) == group.NameOrId)
                .Where(candidate => group != GroupReference.Everyone || candidate.Type == BuiltIn)
                .DistinctBy(candidate => candidate.Id),
        ];

    private static Fault? Check(GroupReference group, List<Found> matches, IReadOnlyList<Found> found)
    {
        var name = Text.Quote(group.NameOrId);
        if (matches.Count == 0 && group == GroupReference.Everyone)
            return new(
                RuleBook.EveryoneNotFound,
                "the organization shows no built-in group Everyone, which group administrators may not see",
                "give the credentials okta.groups.read with a role that sees all groups, or name groups of your own"
            );
        if (matches.Count == 0)
        {
            var alike = found
                .Select(candidate => candidate.Name)
                .FirstOrDefault(other => string.Equals(other, group.NameOrId, StringComparison.OrdinalIgnoreCase));
            return new(
                RuleBook.GroupNotFound,
                $"there is no group {name} in the organization, or the credentials may not see it",
                alike is null
                    ? "write the name or the id of a group that is there"
                    : $"did you mean {Text.Quote(alike)}?"
            );
        }
        if (matches.Count > 1)
        {
            var candidates = matches.Select(match => match.Id).Order(StringComparer.Ordinal);
            return new(
                RuleBook.GroupAmbiguous,
                $"{matches.Count} groups have the name {name}",
                $"write the id of the one that is meant: {Text.Or([.. candidates])}"
            );
        }
        if (matches[0].Description.EndsWith(Groups.Mark, StringComparison.Ordinal))
            return new(
                RuleBook.GroupNoLongerDeclared,
                $"{name} is a group that this stack has declared, and would delete",
                "declare it again under groups, or name another one"
            );
        if (matches[0].Type == BuiltIn && group != GroupReference.Everyone)
            return AccessRules.BuiltIn(matches[0].Name);
        return null;
    }
}
