namespace OktaSpa.Cli.Graph.Facts;

/// <summary>Where codes are sent.</summary>
internal static class RedirectUriFact
{
    public static Fact<ApplicationView> Fact { get; } =
        new(ResourceTypes.OAuth, "redirect-uris", Words)
        {
            Title = "codes are sent to",
            IsList = true,
            Reads = [nameof(ApplicationView.RedirectUris), nameof(ApplicationView.WildcardRedirect)],
            Outputs = ["signInRedirectUris"],
            Changes = Changed,
        };

    private static IEnumerable<Sentence> Words(ApplicationView application)
    {
        foreach (var uri in application.RedirectUris.DefaultIfEmpty("nowhere"))
            yield return $"{uri}";
        if (application.WildcardRedirect != (application.Wildcards.Count == 0 ? "DISABLED" : "SUBDOMAIN"))
            yield return ResourceFacts.Other("wildcardRedirect", application.WildcardRedirect);
    }

    private static IEnumerable<Judgement> Changed(ApplicationView? before, ApplicationView after)
    {
        foreach (var uri in after.Wildcards.Except(before?.Wildcards ?? []))
            yield return FindingBook.WildcardAdded.Finds(
                $"wildcard on: codes may go to any host that matches {uri}",
                uri
            );
        if (before is null)
            yield break;

        var hosts = new Hosts(before.RedirectUris);
        var exact = after.RedirectUris.Except(after.Wildcards).ToList();
        foreach (var host in exact.Select(Hosts.Of).Distinct().Where(host => !hosts.Contains(host)))
            yield return FindingBook.RedirectHostAdded.Finds(
                $"a new host may receive codes and tokens: {host}",
                host,
                hosts.SeverityOf(host)
            );
        foreach (var uri in exact.Except(before.RedirectUris).Where(uri => hosts.Contains(Hosts.Of(uri))))
            yield return FindingBook.RedirectUriAdded.Finds(
                $"codes may be sent to another page of a known host: {uri}",
                uri
            );
        foreach (var uri in before.RedirectUris.Except(after.RedirectUris))
            yield return FindingBook.RedirectUriRemoved.Finds(
                $"codes are no longer sent to {uri}: a front end that still asks for it gets an error",
                uri
            );
    }
}
