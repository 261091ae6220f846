namespace OktaSpa.Cli.Graph.Facts;

/// <summary>Where people go after sign-out.</summary>
internal static class SignOutFact
{
    public static Fact<ApplicationView> Fact { get; } =
        new(
            ResourceTypes.OAuth,
            "sign-out",
            application =>
                application.PostLogoutRedirectUris.Count == 0
                    ? [$"nowhere"]
                    : application.PostLogoutRedirectUris.Select(uri => Sentence.Of($"{uri}"))
        )
        {
            Title = "after sign-out",
            IsList = true,
            Reads = [nameof(ApplicationView.PostLogoutRedirectUris)],
            Outputs = ["signOutRedirectUris"],
            Changes = Changed,
        };

    private static IEnumerable<Judgement> Changed(ApplicationView? before, ApplicationView after)
    {
        if (before is null)
            yield break;
        var known = new Hosts([.. before.PostLogoutRedirectUris, .. before.RedirectUris, .. after.RedirectUris]);
        foreach (
            var host in after.PostLogoutRedirectUris.Select(Hosts.Of).Distinct().Where(host => !known.Contains(host))
        )
            yield return FindingBook.SignOutHostAdded.Finds(
                $"people may land on a new host after sign-out: {host}",
                host
            );
        var (old, now) = (before.PostLogoutRedirectUris, after.PostLogoutRedirectUris);
        // A host that is new is told with its redirect URIs.
        var were = new Hosts([.. old, .. before.RedirectUris]);
        foreach (var uri in now.Except(old).Where(uri => were.Contains(Hosts.Of(uri))))
            yield return FindingBook.SignOutUriAdded.Finds($"people may land on {uri} after sign-out", uri);
        foreach (var uri in old.Except(now))
            yield return FindingBook.SignOutUriRemoved.Finds(
                $"a front end that asks for {uri} after sign-out ends on an error page of Okta's",
                uri
            );
    }
}
