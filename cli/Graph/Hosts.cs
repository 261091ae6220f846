using System.Net;
using OktaSpa.Web;

namespace OktaSpa.Cli.Graph;

/// <summary>The hosts that something is served on, and how much to mind another one.</summary>
internal sealed class Hosts(IEnumerable<string> uris)
{
    private readonly HashSet<string> known = uris.Select(Of).ToHashSet(StringComparer.Ordinal);
    private HashSet<string>? domains;

    public bool Contains(string host) => known.Contains(host);

    /// <summary>
    /// Somewhere under a domain that is in use already is worth a question; a domain that is not may be anybody's.
    /// </summary>
    public Severity SeverityOf(string host)
    {
        domains ??= [.. known.Select(RegistrableDomain)];
        return domains.Contains(RegistrableDomain(host)) || WebHost.IsLoopback(host)
            ? Severity.Caution
            : Severity.Danger;
    }

    /// <summary>The host of a URI; the text itself where it is none.</summary>
    public static string Of(string uri) => UriText.Split(uri, out var parts) is null ? parts.Host : uri;

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
}
