using System.Collections.Immutable;
using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings.Rules;

/// <summary>The rules for groups that the stack declares.</summary>
internal sealed class GroupRules(RuleContext context)
{
    private const int MaximumName = 255; // Okta, Groups API: profile.name

    /// <summary>The groups, by name.</summary>
    public ImmutableArray<DeclaredGroup> Resolve(WrittenMap<GroupFile>? file)
    {
        var groups = new List<DeclaredGroup>();
        var former = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, group) in file?.Items ?? [])
        {
            Check(name, group);
            if (groups.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
                context.Problems.Add(
                    RuleBook.GroupTwice,
                    group.Place,
                    $"{Text.Quote(name)} is the name of another group here; Okta compares names without case",
                    "write another one"
                );
            if (group.Formerly is { } old)
                CheckFormerly(name, old, file!, former);
            groups.Add(new(name, group.Description?.Value, group.Rule?.Value, group.Formerly?.Value));
        }
        return [.. groups.OrderBy(group => group.Name, StringComparer.Ordinal)];
    }

    private void Check(string name, GroupFile group)
    {
        if (AccessRules.IsBuiltIn(name))
            context.Problems.Add(
                RuleBook.BuiltInGroup,
                group.Place,
                $"{name} is a group that Okta manages itself",
                "write another name"
            );
        if (name.Length > MaximumName)
            context.Problems.Add(
                RuleBook.TooLong,
                group.Place,
                $"this name has {name.Length} characters, but Okta takes {MaximumName}",
                "shorten it"
            );
        if (
            context.PullRequest is { } pullRequest
            && !group.Place.Contains(PullRequest.Placeholder, StringComparison.Ordinal)
        )
            context.Problems.Add(
                RuleBook.PlaceholderMissing,
                group.Place,
                $"{PullRequest.Placeholder} must be in the name of every group, so that the environments of pull requests do not collide",
                $"write {PullRequest.Placeholder} into it, as in {name} of {PullRequest.Placeholder}"
            );
    }

    private void CheckFormerly(
        string name,
        Written<string> old,
        WrittenMap<GroupFile> file,
        Dictionary<string, string> former
    )
    {
        if (file.Items.Any(other => other.Key == old.Value))
            context.Add(
                RuleBook.FormerlyIsCurrent,
                old,
                old.Value == name ? "this is the name that the group has now" : $"there is a group {old.Value}",
                "remove it, or write the name from before"
            );
        else if (!former.TryAdd(old.Value, name))
            context.Add(
                RuleBook.FormerlyTwice,
                old,
                $"{former[old.Value]} was formerly {old.Value} too",
                "keep it where the members belong"
            );
    }
}
