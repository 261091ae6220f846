using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings.Rules;

/// <summary>The rules for who may use an application.</summary>
internal sealed class AccessRules(RuleContext context)
{
    // Groups that Okta makes in each organization.
    private static readonly string[] BuiltInGroups = [GroupReference.Everyone.NameOrId, "Okta Administrators"];

    /// <summary>Who may use an application; nobody where that is wrong or missing.</summary>
    public Access Resolve(AccessFile? file)
    {
        if (file is { Word: AccessFile.Everyone })
            return new([new(GroupReference.Everyone, file.Place)]);
        if (file is { Word: AccessFile.Elsewhere })
            return new([], IsElsewhere: true);
        var groups = new List<Written<GroupReference>>();
        foreach (var text in file?.Groups?.Items ?? [])
        {
            var group = new GroupReference(text.Value);
            if (IsBuiltIn(text.Value))
                context.Problems.Add(BuiltIn(text.Value).At(text.Place));
            else if (groups.Any(other => other.Value == group))
                context.ListedTwice(text, Text.Quote(text.Value));
            groups.Add(text.With(group));
        }
        return new([.. groups]);
    }

    /// <summary>Whether a name is that of a group that Okta makes in each organization.</summary>
    public static bool IsBuiltIn(string name) => BuiltInGroups.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with naming a group that Okta manages itself.</summary>
    /// <param name="name">The name of the group.</param>
    public static Fault BuiltIn(string name) =>
        new(
            RuleBook.BuiltInGroup,
            $"{name} is a group that Okta manages itself",
            string.Equals(name, GroupReference.Everyone.NameOrId, StringComparison.OrdinalIgnoreCase)
                ? "write access: everyone, which is the same people"
                : "name groups of your own"
        );
}
