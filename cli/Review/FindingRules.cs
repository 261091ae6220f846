using System.Net;
using OktaSpa.Cli.Graph;
using OktaSpa.Web;

namespace OktaSpa.Cli.Review;

/// <summary>
/// The rules by which a change is judged. They read the graph alone, so that a change of the program counts like one of
/// a stack file.
/// </summary>
internal static class FindingRules
{
    private static readonly string[] SafeGrants = ["authorization_code", "refresh_token"];

    /// <summary>Judges the change of one stack.</summary>
    /// <param name="before">Null for a stack that is new, or had problems.</param>
    /// <param name="after">Null for a stack whose file is gone.</param>
    /// <param name="wasWrong">Whether it had problems.</param>
    public static IReadOnlyList<Finding> Find(StackGraph? before, StackGraph? after, bool wasWrong)
    {
        var stack = (after ?? before)!.Stack;
        if (after is null)
        {
            return
            [
                new(
                    Severity.Caution,
                    stack,
                    null,
                    "the stack file is gone: what it declared stays in Okta, managed by nobody, unless the stack is destroyed first"
                ),
            ];
        }
        var (old, now) = (ApplicationView.Of(before), ApplicationView.Of(after));
        var findings = new List<Finding>();
        if (wasWrong)
            findings.Add(
                new(
                    Severity.Caution,
                    stack,
                    null,
                    "had problems in the base: what changes is not known, review all of it"
                )
            );
        if (
            before?.Organization is { } previously
            && after.Organization is { } organization
            && previously != organization
        )
            findings.Add(
                new(
                    Severity.Danger,
                    stack,
                    null,
                    $"organization changed from {previously} to {organization}: Pulumi goes on with the ids of the old one; destroy the stack there first"
                )
            );
        var renamed = Renamed(old, now);
        foreach (var (name, application) in now)
        {
            var previous =
                old.GetValueOrDefault(name) ?? (renamed.TryGetValue(name, out var former) ? old[former.Name] : null);
            if (renamed.TryGetValue(name, out former))
            {
                findings.Add(
                    former.KeepsClientId
                        ? new(Severity.Note, stack, name, $"renamed from {former.Name}, keeps its client id")
                        : new(
                            Severity.Danger,
                            stack,
                            name,
                            $"renamed from {former.Name} without formerly: a new client id, and the front end that has the old one cannot sign anyone in"
                        )
                );
            }
            if (previous is null)
                findings.AddRange([New(stack, application), .. Risks(after, application)]);
            findings.AddRange(
                Changed(previous, application)
                    .Select(finding => new Finding(finding.Severity, stack, name, finding.Message))
            );
        }
        foreach (var gone in old.Keys.Except(now.Keys).Except(renamed.Values.Select(former => former.Name)))
            findings.Add(
                new(
                    Severity.Danger,
                    stack,
                    gone,
                    "removed: its client id is gone for good, and nobody can sign in to it; declared again it is a new client id"
                )
            );
        findings.AddRange(
            Origins(before, after)
                .Select(finding => new Finding(finding.Severity, stack, finding.Application, finding.Message))
        );
        return
        [
            .. findings
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Application, StringComparer.Ordinal)
                .ThenBy(finding => finding.Message, StringComparer.Ordinal),
        ];
    }

    private static Finding New(string stack, ApplicationView application) =>
        new(
            Severity.Note,
            stack,
            application.Name,
            $"new application for {Text.And(application.Access)}; codes are sent to {Text.And(application.RedirectUris)}"
        );

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

    // Of a new application only what is dangerous in itself; the finding that it is new tells the rest.
    private static IEnumerable<(Severity Severity, string Message)> Changed(
        ApplicationView? before,
        ApplicationView after
    )
    {
        if (after["pkceRequired"] != "true" && (before is null || before["pkceRequired"] == "true"))
            yield return (
                Severity.Danger,
                "PKCE is no longer required: a code that is intercepted can be redeemed by whoever has it"
            );
        if (
            after["tokenEndpointAuthMethod"] != "none"
            && (before is null || before["tokenEndpointAuthMethod"] == "none")
        )
            yield return (Severity.Danger, "it gets a client secret, which a browser cannot keep");
        if (after["implicitAssignment"] == "true" && before?["implicitAssignment"] != "true")
            yield return (
                Severity.Danger,
                "assignments are bypassed: everyone in the organization may use it, whatever groups are named"
            );
        foreach (
            var grant in after.Strings("grantTypes").Except(SafeGrants).Except(before?.Strings("grantTypes") ?? [])
        )
            yield return (Severity.Danger, $"the grant {grant} is switched on");
        foreach (var uri in after.Wildcards.Except(before?.Wildcards ?? []))
            yield return (Severity.Danger, $"wildcard on: codes may go to any host that matches {uri}");
        if (before is null)
            yield break;

        foreach (
            var finding in AccessChanged(before, after)
                .Concat(UrisChanged(before, after))
                .Concat(TokensChanged(before, after))
        )
            yield return finding;

        if (before.Protect && !after.Protect)
            yield return (
                Severity.Danger,
                "protection off, production is switched off: the application can be deleted, and localhost and http are allowed"
            );
        if (!before.Protect && after.Protect)
            yield return (Severity.Note, "protected from deletion now, production is switched on");
    }

    private static IEnumerable<(Severity, string)> AccessChanged(ApplicationView before, ApplicationView after)
    {
        foreach (var who in after.Access.Except(before.Access))
        {
            yield return who == ApplicationView.Everyone
                ? (Severity.Danger, "access widened to everyone in the organization")
                : (Severity.Caution, $"access widened: {who} may use it");
        }
        foreach (var who in before.Access.Except(after.Access))
            yield return (Severity.Note, $"access narrowed: {who} may no longer use it");
    }

    private static IEnumerable<(Severity, string)> UrisChanged(ApplicationView before, ApplicationView after)
    {
        var hosts = before.RedirectUris.Select(HostOf).ToHashSet(StringComparer.Ordinal);
        var domains = Domains(hosts);
        foreach (
            var host in after
                .RedirectUris.Except(after.Wildcards)
                .Select(HostOf)
                .Distinct()
                .Where(host => !hosts.Contains(host))
        )
            yield return (SeverityOf(host, domains), $"a new host may receive codes and tokens: {host}");
        foreach (
            var uri in after
                .RedirectUris.Except(before.RedirectUris)
                .Except(after.Wildcards)
                .Where(uri => hosts.Contains(HostOf(uri)))
        )
            yield return (Severity.Note, $"codes may be sent to another page of a known host: {uri}");
        foreach (var uri in before.RedirectUris.Except(after.RedirectUris))
            yield return (
                Severity.Note,
                $"codes are no longer sent to {uri}: a front end that still asks for it gets an error"
            );

        var known = before
            .Strings("postLogoutRedirectUris")
            .Select(HostOf)
            .Concat(hosts)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var host in after
                .Strings("postLogoutRedirectUris")
                .Select(HostOf)
                .Distinct()
                .Except(known)
                .Except(after.RedirectUris.Select(HostOf))
        )
            yield return (Severity.Caution, $"people may land on a new host after sign-out: {host}");
        if (before["loginUri"] != after["loginUri"])
        {
            yield return after["loginUri"] is { } uri
                ? (
                    known.Contains(HostOf(uri)) ? Severity.Note : Severity.Caution,
                    $"Okta sends people to {uri} to start to sign in"
                )
                : (
                    Severity.Caution,
                    "no initiate login URI any more: Okta cannot send people back to the application, for example after a password was reset"
                );
        }
    }

    private static IEnumerable<(Severity, string)> TokensChanged(ApplicationView before, ApplicationView after)
    {
        var (rotates, rotated) = (
            after["refreshTokenRotation"] == "ROTATE",
            before["refreshTokenRotation"] == "ROTATE"
        );
        var (refreshes, refreshed) = (
            after.Strings("grantTypes").Contains("refresh_token"),
            before.Strings("grantTypes").Contains("refresh_token")
        );
        if (rotated && refreshes && !rotates)
            yield return (
                Severity.Danger,
                "refresh token rotation off: a refresh token that is stolen from a browser works until it expires"
            );
        if (refreshes && !refreshed)
            yield return (
                rotates ? Severity.Note : Severity.Danger,
                $"refresh tokens on, {(rotates ? "rotated" : "persistent")}"
            );
        if (refreshed && !refreshes)
            yield return (
                Severity.Caution,
                "refresh tokens off: a front end that still asks for offline_access gets an error"
            );
        if (rotates && rotated && after.Number("refreshTokenLeeway") != before.Number("refreshTokenLeeway"))
        {
            var raised = after.Number("refreshTokenLeeway") > before.Number("refreshTokenLeeway");
            yield return (
                raised ? Severity.Caution : Severity.Note,
                $"grace period {(raised ? "raised" : "lowered")} from {before["refreshTokenLeeway"]} to {after["refreshTokenLeeway"]} s: that long a used refresh token still works"
            );
        }
        if (before["authenticationPolicy"] != after["authenticationPolicy"])
        {
            yield return after["authenticationPolicy"] is { } policy
                ? (
                    Severity.Caution,
                    $"authentication policy {(before["authenticationPolicy"] is { } old ? $"changed from {old} to" : "given:")} {policy}"
                )
                : (
                    Severity.Caution,
                    $"authentication policy no longer given: Okta keeps {before["authenticationPolicy"]}"
                );
        }
        if (before.Issuer != after.Issuer)
            yield return (
                Severity.Caution,
                $"issuer changed from {before.Issuer} to {after.Issuer}: the front end must be told, and tokens of the old one are refused"
            );
        foreach (var scope in after.Scopes.Except(before.Scopes))
            yield return (Severity.Note, $"the front end asks for the scope {scope} too");
        foreach (var scope in before.Scopes.Except(after.Scopes))
            yield return (Severity.Note, $"the front end no longer asks for the scope {scope}");
    }

    private static IEnumerable<(Severity Severity, string? Application, string Message)> Origins(
        StackGraph? before,
        StackGraph after
    )
    {
        var (old, now) = (OriginsOf(before), OriginsOf(after));
        var domains = Domains(
            old.Keys.Concat(ApplicationView.Of(before).Values.SelectMany(application => application.RedirectUris))
                .Select(HostOf)
        );
        foreach (var (origin, applications) in now.Where(pair => !old.ContainsKey(pair.Key)))
        {
            yield return (
                before is null ? Severity.Note : SeverityOf(HostOf(origin), domains),
                string.Join(", ", applications),
                $"origin trusted: code served at {origin} may call Okta with a visitor's session"
            );
        }
        foreach (var (origin, applications) in old.Where(pair => !now.ContainsKey(pair.Key)))
        {
            yield return after.Lookups.TrustedOrigins.Contains(origin)
                ? (
                    Severity.Caution,
                    string.Join(", ", applications),
                    $"origin handed over to another stack: {origin} is deleted here, and not trusted until that stack declares it again"
                )
                : (Severity.Note, string.Join(", ", applications), $"origin no longer trusted: {origin}");
        }

        static Dictionary<string, IReadOnlyList<string>> OriginsOf(StackGraph? graph) =>
            graph
                ?.Resources.Where(resource => resource.Type == ResourceTypes.Origin)
                .ToDictionary(resource => resource.Name, resource => resource.Applications, StringComparer.Ordinal)
            ?? [];
    }

    // What is known of an application from before is judged by what changes; a new one brings the risks that it has.
    private static IEnumerable<Finding> Risks(StackGraph after, ApplicationView application) =>
        after
            .Risks.Where(risk =>
                risk.Resource == application.Key
                && !application.Wildcards.Any(uri => risk.Message.StartsWith(uri, StringComparison.Ordinal))
            )
            .Select(risk => new Finding(risk.Severity, after.Stack, application.Name, risk.Message));

    // Somewhere under a domain that is in use already is worth a question; a domain that is not may be anybody's.
    private static Severity SeverityOf(string host, HashSet<string> domains) =>
        domains.Contains(RegistrableDomain(host)) || WebHost.IsLoopback(host) ? Severity.Caution : Severity.Danger;

    private static HashSet<string> Domains(IEnumerable<string> hosts) => [.. hosts.Select(RegistrableDomain)];

    /// <summary>
    /// The part of a host that was registered, one label more than a public suffix; all of an address.
    /// </summary>
    private static string RegistrableDomain(string host)
    {
        if (IPAddress.TryParse(host, out _))
            return host;
        var at = host;
        while (
            at.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && !PublicSuffixes.Contains(at[(dot + 1)..])
        )
            at = at[(dot + 1)..];
        return at;
    }

    private static string HostOf(string uri) => UriText.Split(uri, out var parts) is null ? parts.Host : uri;
}
