using System.Text.RegularExpressions;

namespace OktaSpa.Web;

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
                RuleBook.WildcardOff,
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
            return new(
                RuleBook.Fragment,
                $"{Text.Quote(text)} has a fragment, which Okta does not take",
                "remove # and what follows"
            );
        if (!UriCharacters().IsMatch(rest))
            return new(
                RuleBook.InvalidUri,
                $"{Text.Quote(text)} has a character that a URI cannot hold",
                "write it percent-encoded, such as %C3%A9 for é"
            );
        if (DotSegment().IsMatch(rest.Split('?')[0]))
            return new(
                RuleBook.DotSegment,
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
