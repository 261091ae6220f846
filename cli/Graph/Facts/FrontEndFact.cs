namespace OktaSpa.Cli.Graph.Facts;

/// <summary>
/// What a front end signs in with: the issuer of its tokens, its client id, and the scopes that it asks for.
/// </summary>
internal static class FrontEndFact
{
    public static Fact<ApplicationView> Fact { get; } =
        new(ResourceTypes.OAuth, "front-end", Words)
        {
            Title = "outputs",
            IsList = true,
            Reads = [nameof(ApplicationView.IssuerMode), nameof(ApplicationView.ClientId)],
            Outputs = ["clientId", "issuer", "scopes"],
            Changes = Changed,
        };

    private static IEnumerable<Sentence> Words(ApplicationView application)
    {
        Sentence assumed = application.IssuerIsAssumed ? Sentence.Of($", assumed") : Sentence.Of($"");
        yield return $"issuer {application.Issuer ?? "(not known)"}{assumed}";
        if (ExpectedMode(application) is { } mode && mode != application.IssuerMode)
            yield return $"issuer mode {application.IssuerMode ?? "(not set)"}";
        Sentence given = application.ClientId switch
        {
            null => Sentence.Of($""),
            var id when id == application.FrontEndClientId => Sentence.Of($", given"),
            var id => Sentence.Of($", given as {id}"),
        };
        yield return $"clientId {application.FrontEndClientId}{given}";
        yield return $"scopes {string.Join(' ', application.Scopes)}";
    }

    // The mode says whose host tokens name as their issuer: it shows in the issuer.
    private static string? ExpectedMode(ApplicationView application) =>
        application.Graph.Organization is not { } organization ? null
        : application.Issuer is { } issuer && Hosts.Of(issuer) == organization ? "ORG_URL"
        : "CUSTOM_URL";

    // Only the organization knows the one that Okta has made.
    private static Judgement ClientIdChanged(string? before, string? after) =>
        (before, after) switch
        {
            (_, null) => FindingBook.ClientIdChanged.Finds(
                $"client id no longer given: the application keeps {before}",
                before,
                Severity.Note
            ),
            (null, _) => FindingBook.ClientIdChanged.Finds(
                $"client id given: {after}; unless it is the one that Okta has made, this is another application, and the front end that has the old one cannot sign anyone in",
                after
            ),
            _ => FindingBook.ClientIdChanged.Finds(
                $"client id changed from {before} to {after}: another application, and the front end that has the old one cannot sign anyone in",
                after
            ),
        };

    // Another host for all authorization servers is one change.
    private static (string Old, string Now) Difference(string before, string after)
    {
        const string path = "/oauth2/";
        var (old, now) = (
            before.IndexOf(path, StringComparison.Ordinal),
            after.IndexOf(path, StringComparison.Ordinal)
        );
        return old > 0 && now > 0 && before[old..] == after[now..] ? (before[..old], after[..now]) : (before, after);
    }

    private static IEnumerable<Judgement> Changed(ApplicationView? before, ApplicationView after)
    {
        if (before is null)
            yield break;
        if (before.Issuer != after.Issuer)
        {
            var (old, now) = Difference(before.Issuer ?? "(not known)", after.Issuer ?? "(not known)");
            yield return FindingBook.IssuerChanged.Finds(
                $"issuer changed from {old} to {now}: the front end must be told, and tokens of the old one are refused",
                now
            );
        }
        else if (before.IssuerMode != after.IssuerMode)
            yield return FindingBook.IssuerModeChanged.Finds(
                $"issuer mode changed from {before.IssuerMode ?? "(not set)"} to {after.IssuerMode ?? "(not set)"}",
                after.IssuerMode
            );
        if (before.ClientId != after.ClientId)
            yield return ClientIdChanged(before.ClientId, after.ClientId);
        foreach (var scope in after.Scopes.Except(before.Scopes))
            yield return FindingBook.ScopeAdded.Finds($"the front end asks for the scope {scope} too", scope);
        foreach (var scope in before.Scopes.Except(after.Scopes))
            yield return FindingBook.ScopeRemoved.Finds($"the front end no longer asks for the scope {scope}", scope);
    }
}
