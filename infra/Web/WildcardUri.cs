using System.Net;

namespace OktaSpa.Web;

/// <summary>
/// A sign-in redirect URI for any subdomain: one <c>*</c> in the leftmost label of an <c>https</c> host, standing for
/// one or more characters other than a dot.
/// </summary>
/// <param name="Before">What of the leftmost label stands before the <c>*</c>.</param>
/// <param name="After">What of it stands behind.</param>
/// <param name="Parent">
/// The rest of the host, never one below which anyone can have a name; the port is the URI's.
/// </param>
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
                RuleBook.WildcardMisplaced,
                $"{Text.Quote(text)} has its wildcard in the wrong place",
                "write one *, in the leftmost label of the host, as in https://*.example.com/login/callback"
            );
        if (parts.Scheme != "https")
            return new(
                RuleBook.WildcardMisplaced,
                $"{Text.Quote(text)} has a wildcard without https",
                "use https, or write each URI out"
            );
        if (RedirectUri.CheckRest(parts.Rest, text) is { } wrongRest)
            return wrongRest;
        var label = labels[0].ToLowerInvariant().Split('*');
        if (
            label.Any(part =>
                part.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_'))
            )
        )
            return new(
                RuleBook.WildcardMisplaced,
                $"{Text.Quote(text)} has no valid label around its wildcard",
                "write letters, digits and hyphens around the *"
            );
        if (
            labels.Length < 2
            || WebOrigin.Parse(parts with { Host = string.Join('.', labels[1..]) }, text, out var parent) is not null
            || IPAddress.TryParse(parent!.Host, out _)
        )
            return new(
                RuleBook.WildcardMisplaced,
                $"{Text.Quote(text)} has no valid host behind its wildcard",
                "write a host such as *.example.com"
            );
        // So are Netlify's previews (deploy-preview-*--site.netlify.app): Netlify does not say that no other site can
        // be named so that it ends in --site, and its own command line takes such names.
        var open = PublicSuffixes.Contains(parent.Host)
            ? $"{parent.Host} is a public suffix"
            : SharedHosts.Above(parent.Host)?.ToString();
        if (open is not null)
            return new(
                RuleBook.WildcardOpen,
                $"{Text.Quote(text)} would send codes to hosts that anyone can own: {open}",
                "use a wildcard below a domain of your own, or write each URI out"
            );
        uri = new(label[0], label[1], parent, parts.Rest);
        return null;
    }
}
