using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OktaSpa.Components;
using OktaSpa.Settings;
using OktaSpa.Settings.Reading;
using OktaSpa.Web;
using Okta = Pulumi.Okta;
using RunException = Pulumi.RunException;

namespace OktaSpa.Lookups;

/// <summary>
/// What must be asked of the organization before anything is declared: the ids of groups, and origins that another
/// stack declares.
/// </summary>
internal static partial class OrganizationLookup
{
    // Okta takes no endless query; a question that is longer is asked in parts.
    private const int MaximumQuery = 1500;

    /// <summary>
    /// Asks for all at once. Asked before the first resource is registered: an answer that is missing must stop a stack
    /// before half of it is there.
    /// </summary>
    /// <returns>The id of each group that the settings name, and all problems; the ids count only where there is
    /// none.</returns>
    /// <exception cref="RunException">The organization did not answer, or refused to.</exception>
    public static async Task<(
        IReadOnlyDictionary<GroupReference, string> GroupIds,
        IReadOnlyList<Problem> Problems
    )> AskAsync(StackSettings settings)
    {
        var users = settings
            .Applications.SelectMany(application =>
                (application.Groups ?? [GroupReference.Everyone]).Select((group, index) => (group, application, index))
            )
            .ToLookup(pair => pair.group, pair => new Place(pair.application, pair.index));
        var groups = users.Select(pair => pair.Key).OrderBy(group => group.NameOrId, StringComparer.Ordinal).ToList();
        var origins = settings.TrustedOriginsManagedElsewhere;

        var groupsFound = AnswerAsync(GroupsAsync(groups), settings, "groups", "okta.groups.read");
        var originsFound = AnswerAsync(OriginsAsync(origins), settings, "trusted origins", "okta.trustedOrigins.read");
        var problems = new List<Problem>();
        var ids = Match(users, await groupsFound, problems);
        var found = await originsFound;
        for (var index = 0; index < origins.Length; index++)
        {
            if (Check(origins[index], found) is { } fault)
            {
                var names = settings
                    .Applications.Where(application => application.TrustedOrigins.Contains(origins[index]))
                    .Select(application => application.Name);
                problems.Add(
                    new(
                        SettingsBinder.Join("trustedOriginsManagedElsewhere", index),
                        $"{fault.Message} (applications: {string.Join(", ", names)})",
                        fault.Remedy
                    )
                );
            }
        }
        return (ids, problems);
    }

    // What goes wrong on the way reaches a program as an exception of the engine's protocol, which Pulumi would print
    // with its stack.
    private static async Task<T> AnswerAsync<T>(Task<T> question, StackSettings settings, string what, string scope)
    {
        try
        {
            return await question;
        }
        catch (Exception exception)
        {
            throw new RunException(
                $"{settings.Organization.Host} could not be asked for its {what}; nothing was declared.\n  {Reason(exception.Message)}\n  Check the credentials, which need {scope}, okta:orgName and okta:baseUrl, and the network."
            );
        }
    }

    /// <summary>
    /// The provider's own words on one line, without the protocol's and the engine's: <c>Status(StatusCode="Unknown",
    /// Detail="invocation of … returned an error: …")</c>.
    /// </summary>
    private static string Reason(string message)
    {
        var status = ProtocolStatus().Match(message);
        return Text.OneLine(Invocation().Replace(status.Success ? status.Groups[1].Value : message, ""));
    }

    [GeneratedRegex(
        """^Status\(StatusCode="\w+", Detail="(.*?)"(?:, DebugException=".*")?\)$""",
        RegexOptions.Singleline
    )]
    private static partial Regex ProtocolStatus();

    [GeneratedRegex(@"^invocation of \S+ returned an error: ")]
    private static partial Regex Invocation();

    private static async Task<ImmutableArray<Okta.Outputs.GetGroupsGroupResult>> GroupsAsync(
        IEnumerable<GroupReference> groups
    )
    {
        var answers = await Task.WhenAll(
            Queries(groups.Select(group => $"{(group.IsId ? "id" : "profile.name")} eq {Quote(group.NameOrId)}"))
                .Select(query => Okta.GetGroups.InvokeAsync(new() { Search = query }))
        );
        return [.. answers.SelectMany(answer => answer.Groups)];
    }

    private static async Task<ImmutableArray<Okta.Outputs.GetTrustedOriginsTrustedOriginResult>> OriginsAsync(
        IEnumerable<WebOrigin> origins
    )
    {
        var answers = await Task.WhenAll(
            Queries(origins.Select(origin => $"origin eq {Quote(origin.ToString())}"))
                .Select(query => Okta.GetTrustedOrigins.InvokeAsync(new() { Filter = query }))
        );
        return [.. answers.SelectMany(answer => answer.TrustedOrigins)];
    }

    private static Dictionary<GroupReference, string> Match(
        ILookup<GroupReference, Place> users,
        ImmutableArray<Okta.Outputs.GetGroupsGroupResult> found,
        List<Problem> problems
    )
    {
        var ids = new Dictionary<GroupReference, string>();
        foreach (var group in users.Select(pair => pair.Key))
        {
            // Okta compares names without case; here a name is what it says.
            var matches = found
                .Where(candidate => (group.IsId ? candidate.Id : candidate.Name) == group.NameOrId)
                .DistinctBy(candidate => candidate.Id)
                .ToList();
            if (group == GroupReference.Everyone)
                matches.RemoveAll(candidate => candidate.Type != "BUILT_IN");
            if (Check(group, matches, found) is { } fault)
            {
                foreach (var place in users[group])
                    problems.Add(new(place.Path, fault.Message, fault.Remedy));
            }
            else
            {
                ids[group] = matches[0].Id;
            }
        }
        foreach (
            var twice in users
                .SelectMany(pair => pair.Select(place => (Group: pair.Key, Place: place)))
                .Where(use => ids.ContainsKey(use.Group))
                .GroupBy(use => (use.Place.Application.Name, ids[use.Group]))
                .SelectMany(uses => uses.OrderBy(use => use.Place.Index).Skip(1))
        )
        {
            problems.Add(
                new(
                    twice.Place.Path,
                    $"{Text.Quote(twice.Group.NameOrId)} is a group that is named before, by name or by id",
                    "keep one of them"
                )
            );
        }
        return ids;
    }

    private static Fault? Check(
        GroupReference group,
        List<Okta.Outputs.GetGroupsGroupResult> matches,
        ImmutableArray<Okta.Outputs.GetGroupsGroupResult> found
    )
    {
        var name = Text.Quote(group.NameOrId);
        if (matches.Count == 0 && group == GroupReference.Everyone)
            return new(
                "the organization shows no built-in group Everyone, which group administrators may not see",
                "give the credentials okta.groups.read with a role that sees all groups, or name groups of your own"
            );
        if (matches.Count == 0)
        {
            var alike = found
                .Select(candidate => candidate.Name)
                .FirstOrDefault(other => string.Equals(other, group.NameOrId, StringComparison.OrdinalIgnoreCase));
            return new(
                $"there is no group {name} in the organization, or the credentials may not see it",
                alike is null
                    ? "write the name or the id of a group that is there"
                    : $"did you mean {Text.Quote(alike)}?"
            );
        }
        if (matches.Count > 1)
            return new(
                $"{matches.Count} groups have the name {name}",
                $"write the id of the one that is meant: {Text.Or([.. matches.Select(match => match.Id).Order(StringComparer.Ordinal)])}"
            );
        if (matches[0].Type == "BUILT_IN" && group != GroupReference.Everyone)
            return new(
                $"{name} is {matches[0].Name}, a group that Okta manages itself",
                "write access: everyone, or name groups of your own"
            );
        return null;
    }

    private static Fault? Check(
        WebOrigin origin,
        ImmutableArray<Okta.Outputs.GetTrustedOriginsTrustedOriginResult> found
    )
    {
        if (found.FirstOrDefault(candidate => candidate.Origin == origin.ToString()) is not { } match)
            return new(
                $"{origin} is not a trusted origin of the organization",
                "deploy the stack that declares it first, or leave it away here so that this stack declares it"
            );
        if (!match.Active)
            return new($"{origin} is a trusted origin, but an inactive one", "activate it where it is declared");
        var missing = TrustedOrigins.Scopes.Except(match.Scopes).ToList();
        return missing.Count > 0
            ? new(
                $"{origin} is a trusted origin, but not for {string.Join(" and ", missing)}",
                $"add {string.Join(" and ", missing)} to its scopes where it is declared"
            )
            : null;
    }

    /// <summary>The terms joined by <c>or</c>, in as few questions as their length allows.</summary>
    private static IEnumerable<string> Queries(IEnumerable<string> terms)
    {
        const string or = " or ";
        var query = "";
        foreach (var term in terms)
        {
            if (query.Length > 0 && query.Length + or.Length + term.Length > MaximumQuery)
            {
                yield return query;
                query = "";
            }
            query += query.Length == 0 ? term : or + term;
        }
        if (query.Length > 0)
            yield return query;
    }

    private static string Quote(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Where an application says who may use it.</summary>
    private sealed record Place(Application Application, int Index)
    {
        public string Path =>
            Application.Groups is null
                ? $"applications.{Application.Name}.access"
                : SettingsBinder.Join($"applications.{Application.Name}.access.groups", Index);
    }
}
