using System.Net;
using System.Text.RegularExpressions;

namespace OktaSpa.Configuration;

/// <summary>
/// A page of an application that Okta may send the browser to: absolute, no fragment, no user information, no wildcard;
/// <c>https</c>, or <c>http</c> on a loopback host.
/// </summary>
/// <param name="Origin">Where the page is served.</param>
/// <param name="PathAndQuery">To the letter as written, since Okta compares to the letter; may be empty.</param>
internal sealed partial record RedirectUri(WebOrigin Origin, string PathAndQuery)
{
    public override string ToString() => Origin + PathAndQuery;

    /// <summary>Reads a redirect URI.</summary>
    public static Fault? Parse(string text, out RedirectUri? uri)
    {
        uri = null;
        if (UriText.Split(text, out var parts) is { } fault)
            return fault;
        if (text.Contains('*', StringComparison.Ordinal))
            return new(
                $"{Text.Quote(text)} has a wildcard, which Okta takes in sign-in redirect URIs only, in place of or within the leftmost label of the host",
                "write each URI out"
            );
        if (WebOrigin.Parse(parts, text, out var origin) is { } wrongOrigin)
            return wrongOrigin;
        if (CheckRest(parts.Rest, text) is { } wrongRest)
            return wrongRest;
        uri = new(origin!, parts.Rest);
        return null;
    }

    /// <summary>The rules for what follows the host: only what arrives at Okta as it was written.</summary>
    internal static Fault? CheckRest(string rest, string text)
    {
        if (rest.Contains('#', StringComparison.Ordinal))
            return new($"{Text.Quote(text)} has a fragment, which Okta does not take", "leave away # and what follows");
        if (!UriCharacters().IsMatch(rest))
            return new(
                $"{Text.Quote(text)} has a character that a URI cannot hold",
                "write it percent-encoded, such as %C3%A9 for é"
            );
        if (DotSegment().IsMatch(rest.Split('?')[0]))
            return new(
                $"{Text.Quote(text)} has a dot segment, which browsers resolve before they ask",
                "write the path that is meant"
            );
        return null;
    }

    // RFC 3986: pchar, "/" and "?".
    [GeneratedRegex(@"^([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex UriCharacters();

    // Browsers take %2e for a dot here (WHATWG URL, "double-dot URL path segment").
    [GeneratedRegex(@"/(\.|%2e){1,2}(/|\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DotSegment();
}

/// <summary>
/// A sign-in redirect URI for any subdomain: one <c>*</c> in the leftmost label of an <c>https</c> host, standing for
/// one or more
/// characters other than a dot.
/// </summary>
/// <param name="Before">What of the leftmost label stands before the <c>*</c>.</param>
/// <param name="After">What of it stands behind.</param>
/// <param name="Parent">The rest of the host, never a public suffix; the port is the URI's.</param>
/// <param name="PathAndQuery">To the letter as written.</param>
internal sealed record WildcardUri(string Before, string After, WebOrigin Parent, string PathAndQuery)
{
    public override string ToString() =>
        $"https://{Before}*{After}.{Parent.ToString()["https://".Length..]}{PathAndQuery}";

    /// <summary>Whether a page served at <paramref name="origin"/> is one that the wildcard stands for.</summary>
    public bool Matches(WebOrigin origin)
    {
        if (
            origin.Scheme != "https"
            || origin.Port != Parent.Port
            || !origin.Host.EndsWith("." + Parent.Host, StringComparison.Ordinal)
        )
            return false;
        var label = origin.Host[..^(Parent.Host.Length + 1)];
        return !label.Contains('.', StringComparison.Ordinal)
            && label.Length > Before.Length + After.Length
            && label.StartsWith(Before, StringComparison.Ordinal)
            && label.EndsWith(After, StringComparison.Ordinal);
    }

    /// <summary>
    /// Reads a redirect URI with a wildcard, by Okta's rules for <c>wildcard_redirect</c>, and one that Okta leaves to
    /// its users: nobody else can own a match.
    /// </summary>
    public static Fault? Parse(string text, out WildcardUri? uri)
    {
        uri = null;
        if (UriText.Split(text, out var parts) is { } fault)
            return fault;
        var labels = parts.Host.Split('.');
        if (text.Count(character => character == '*') > 1 || !labels[0].Contains('*', StringComparison.Ordinal))
            return new(
                $"{Text.Quote(text)} has its wildcard in the wrong place",
                "write one *, in the leftmost label of the host, as in https://*.example.com/login/callback"
            );
        if (parts.Scheme != "https")
            return new($"{Text.Quote(text)} has a wildcard without https", "use https, or write each URI out");
        if (RedirectUri.CheckRest(parts.Rest, text) is { } wrongRest)
            return wrongRest;
        var label = labels[0].ToLowerInvariant().Split('*');
        if (
            label.Any(part =>
                part.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_'))
            )
        )
            return new(
                $"{Text.Quote(text)} has no valid label around its wildcard",
                "write letters, digits and hyphens around the *"
            );
        if (
            labels.Length < 2
            || WebOrigin.Parse(parts with { Host = string.Join('.', labels[1..]) }, text, out var parent) is not null
            || IPAddress.TryParse(parent!.Host, out _)
        )
            return new(
                $"{Text.Quote(text)} has no valid host behind its wildcard",
                "write a host such as *.example.com"
            );
        if (PublicSuffixes.Contains(parent.Host))
            return new(
                $"{Text.Quote(text)} would send codes to hosts that anyone can own: {parent.Host} is a public suffix",
                "use a wildcard below a domain of your own, or write each URI out"
            );
        uri = new(label[0], label[1], parent, parts.Rest);
        return null;
    }
}
