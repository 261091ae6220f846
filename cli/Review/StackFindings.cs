using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Review;

/// <summary>
/// What the change of a stack means. Judged by the graph alone, so that a change of the program counts like one of a
/// stack file.
/// </summary>
internal static class StackFindings
{
    /// <summary>Judges the change of one stack.</summary>
    /// <param name="before">Null for a stack that is new, or had problems.</param>
    /// <param name="after">Null for a stack whose file is gone.</param>
    /// <param name="wasWrong">Whether it had problems.</param>
    public static IReadOnlyList<Finding> Find(StackGraph? before, StackGraph? after, bool wasWrong)
    {
        if (after is null)
        {
            var gone = FindingBook.StackRemoved.Finds(
                $"the stack file is gone: what it declared stays in Okta, managed by nobody, unless the stack is destroyed first"
            );
            return [New(before!.Stack, null, gone)];
        }
        return
        [
            .. Stack(before, after, wasWrong)
                .Concat(Applications(before, after))
                .Concat(Groups(before, after))
                .Concat(Origins(before, after))
                .Concat(Acceptances(before, after))
                .Concat(Rest(before, after))
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Application, StringComparer.Ordinal)
                .ThenBy(finding => finding.Message.ToString(), StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Finding> Stack(StackGraph? before, StackGraph after, bool wasWrong)
    {
        if (wasWrong)
            yield return New(
                after.Stack,
                null,
                FindingBook.BaseHadProblems.Finds(
                    $"had problems in the base: what changes is not known, review all of it"
                )
            );
        var (old, now) = (before?.Organization, after.Organization);
        if (old is not null && now is not null && old != now)
            yield return New(
                after.Stack,
                null,
                FindingBook.OrganizationChanged.Finds(
                    $"organization changed from {old} to {now}: Pulumi goes on with the ids of the old one; destroy the stack there first",
                    now
                )
            );
    }

    private static IEnumerable<Finding> Applications(StackGraph? before, StackGraph after)
    {
        var (old, now) = (ApplicationView.Of(before), ApplicationView.Of(after));
        var renamed = Renamed(old, now);
        foreach (var (name, application) in now)
        {
            var previous = old.GetValueOrDefault(name);
            if (renamed.TryGetValue(name, out var former))
            {
                previous = old[former.Name];
                yield return New(
                    after.Stack,
                    name,
                    former.KeepsClientId
                        ? FindingBook.ApplicationRenamed.Finds(
                            $"renamed from {former.Name}, keeps its client id",
                            former.Name
                        )
                        : FindingBook.ClientIdLost.Finds(
                            $"renamed from {former.Name} without formerly: a new client id, and the front end that has the old one cannot sign anyone in",
                            former.Name
                        )
                );
            }
            if (previous is null)
            {
                yield return New(after.Stack, name, Added(application));
                foreach (var risk in Risks(after, application))
                    yield return risk;
            }
            foreach (var finding in Judged(after.Stack, name, ResourceFacts.Applications, previous, application))
                yield return finding;
            foreach (var part in application.Parts.Append(application.Component).OfType<GraphResource>())
            {
                foreach (var (judgement, tells) in ResourceFacts.JudgeOthers(previous?.Part(part.Type), part))
                    yield return New(after.Stack, name, judgement, tells);
            }
        }
        foreach (var gone in old.Keys.Except(now.Keys).Except(renamed.Values.Select(former => former.Name)))
            yield return New(
                after.Stack,
                gone,
                FindingBook.ApplicationRemoved.Finds(
                    $"removed: its client id is gone for good, and nobody can sign in to it; declared again it is a new client id"
                )
            );
    }

    private static Judgement Added(ApplicationView application)
    {
        var who = Sentence.And(application.Access.Select(grantee => grantee.Words));
        return FindingBook.ApplicationAdded.Finds(
            $"new application for {who}; codes are sent to {application.RedirectUris}"
        );
    }

    /// <summary>
    /// New names of applications that went under another one: given as alias, or told by the same label or a redirect
    /// URI.
    /// </summary>
    private static Dictionary<string, (string Name, bool KeepsClientId)> Renamed(
        Dictionary<string, ApplicationView> old,
        Dictionary<string, ApplicationView> now
    )
    {
        var renamed = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        var gone = old.Values.Where(application => !now.ContainsKey(application.Name)).ToList();
        foreach (var application in now.Values.Where(application => !old.ContainsKey(application.Name)))
        {
            var alias = gone.Find(former => application.Aliases.Contains(former.Name));
            var former =
                alias
                ?? gone.Find(former =>
                    former.Label == application.Label || former.RedirectUris.Intersect(application.RedirectUris).Any()
                );
            if (former is null)
                continue;
            renamed[application.Name] = (former.Name, alias is not null);
            gone.Remove(former);
        }
        return renamed;
    }

    private static IEnumerable<Finding> Groups(StackGraph? before, StackGraph after)
    {
        var (old, now) = (GroupView.Of(before), GroupView.Of(after));
        var renamed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, group) in now)
        {
            var previous = old.GetValueOrDefault(name);
            if (previous is null && group.Aliases.FirstOrDefault(alias => !now.ContainsKey(alias)) is { } alias)
            {
                previous = old.GetValueOrDefault(alias);
                renamed.Add(alias);
                if (previous is not null)
                    yield return New(
                        after.Stack,
                        null,
                        FindingBook.GroupRenamed.Finds(
                            $"group {alias} is called {name} now, and keeps its members",
                            name
                        )
                    );
            }
            if (previous is null)
                yield return New(after.Stack, null, Added(group));
            foreach (var finding in Judged(after.Stack, null, ResourceFacts.Groups, previous, group))
                yield return finding;
            foreach (var part in new[] { group.Resource, group.Rule }.OfType<GraphResource>())
            {
                foreach (var (judgement, tells) in ResourceFacts.JudgeOthers(previous?.Part(part.Type), part))
                    yield return New(after.Stack, null, judgement, tells);
            }
        }
        foreach (var gone in old.Keys.Except(now.Keys).Except(renamed))
            yield return New(
                after.Stack,
                null,
                FindingBook.GroupRemoved.Finds(
                    $"group {gone} is deleted: whoever has access by it, here or anywhere, loses it",
                    gone
                )
            );
    }

    private static Judgement Added(GroupView group)
    {
        Sentence members = group.Expression is { } rule
            ? Sentence.Of($"members by the rule {rule}")
            : Sentence.Of($"members are managed elsewhere");
        return FindingBook.GroupAdded.Finds($"new group {group.Name}: {members}", group.Name);
    }

    private static IEnumerable<Finding> Origins(StackGraph? before, StackGraph after)
    {
        var (old, now) = (OriginView.Of(before), OriginView.Of(after));
        var known = new Hosts([
            .. old.Keys,
            .. ApplicationView.Of(before).Values.SelectMany(application => application.RedirectUris),
        ]);
        foreach (var (origin, view) in now)
        {
            var (previous, applications) = (old.GetValueOrDefault(origin), Names(view.Resource));
            if (previous is null)
                yield return New(
                    after.Stack,
                    applications,
                    FindingBook.OriginTrusted.Finds(
                        $"origin trusted: code served at {origin} may call Okta with a visitor's session",
                        origin,
                        before is null ? Severity.Note : known.SeverityOf(Hosts.Of(origin))
                    )
                );
            foreach (var finding in Judged(after.Stack, applications, ResourceFacts.Origins, previous, view))
                yield return finding;
            foreach (var (judgement, tells) in ResourceFacts.JudgeOthers(previous?.Resource, view.Resource))
                yield return New(after.Stack, applications, judgement, tells);
        }
        foreach (var (origin, view) in old.Where(pair => !now.ContainsKey(pair.Key)))
        {
            yield return New(
                after.Stack,
                Names(view.Resource),
                after.Lookups.TrustedOrigins.Contains(origin)
                    ? FindingBook.OriginHandedOver.Finds(
                        $"origin handed over to another stack: {origin} is deleted here, and not trusted until that stack declares it again",
                        origin
                    )
                    : FindingBook.OriginNoLongerTrusted.Finds($"origin no longer trusted: {origin}", origin)
            );
        }

        static string Names(GraphResource origin) => string.Join(", ", origin.Applications);
    }

    // Resources that no fact is about.
    private static IEnumerable<Finding> Rest(StackGraph? before, StackGraph after)
    {
        var old = before?.Resources.ToDictionary(resource => resource.Key, StringComparer.Ordinal) ?? [];
        foreach (var resource in ResourceFacts.Rest(after))
        {
            var previous = old.GetValueOrDefault(resource.Key);
            if (previous is null && !ResourceFacts.Knows(resource.Type))
                yield return New(
                    after.Stack,
                    null,
                    FindingBook.OtherChanged.Finds($"other: {resource.Type} {resource.Name} is new", resource.Key)
                );
            foreach (var (judgement, tells) in ResourceFacts.JudgeOthers(previous, resource))
                yield return New(after.Stack, null, judgement, tells);
        }
        var now = after.Resources.Select(resource => resource.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in old.Values.Where(resource => !now.Contains(resource.Key)))
        {
            if (!ResourceFacts.Knows(gone.Type))
                yield return New(
                    after.Stack,
                    null,
                    FindingBook.OtherChanged.Finds($"other: {gone.Type} {gone.Name} is gone", gone.Key)
                );
        }
    }

    // An acceptance that is new is to be reviewed like the risk itself.
    private static IEnumerable<Finding> Acceptances(StackGraph? before, StackGraph after)
    {
        var known = (before?.Risks ?? []).Where(risk => risk.Accepted is not null).Select(Identity).ToHashSet();
        foreach (var risk in after.Risks.Where(risk => risk.Accepted is not null && !known.Contains(Identity(risk))))
            yield return New(
                after.Stack,
                risk.Application,
                FindingBook.RiskAccepted.Finds(
                    $"the risk {risk.Rule} is accepted: {risk.Accepted}",
                    risk.Rule,
                    risk.Severity
                )
            );

        static (string?, string?, string?, string?) Identity(GraphRisk risk) =>
            (risk.Rule, risk.Application, risk.About, risk.Accepted);
    }

    // What is known of an application from before is judged by what changes; a new one brings the risks that it has,
    // but for those that are judged by themselves.
    private static IEnumerable<Finding> Risks(StackGraph after, ApplicationView application) =>
        after
            .Risks.Where(risk =>
                risk.Resource == application.Key
                && risk.Accepted is null
                && risk.Rule != RuleBook.WildcardRedirect.Id
                && FindingBook.All.All(rule => rule.Id != risk.Rule)
            )
            .Select(risk => new Finding(
                risk.Severity,
                after.Stack,
                application.Name,
                risk.Sentence,
                risk.Rule,
                risk.About,
                []
            ));

    private static IEnumerable<Finding> Judged<T>(
        string stack,
        string? application,
        IReadOnlyList<Fact<T>> facts,
        T? before,
        T after
    )
        where T : ResourceView =>
        ResourceFacts.Judge(facts, before, after).Select(pair => New(stack, application, pair.Judgement, pair.Tells));

    private static Finding New(
        string stack,
        string? application,
        Judgement judgement,
        IReadOnlyList<string>? tells = null
    ) =>
        new(judgement.Severity, stack, application, judgement.Message, judgement.Rule.Id, judgement.About, tells ?? []);
}
