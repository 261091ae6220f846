using System.Text.RegularExpressions;

namespace OktaSpa.Web;

/// <summary>
/// A URI taken apart as it is written. <see cref="Uri"/> will not do: it adds slashes, unescapes and resolves dots,
/// while Okta compares redirect URIs to the letter.
/// </summary>
/// <param name="Scheme">In lower case, <c>https</c> or <c>http</c>.</param>
/// <param name="Host">As written; not empty.</param>
/// <param name="Port">As written, without the colon; null where there is none.</param>
/// <param name="Rest">Path, query and fragment as written; may be empty.</param>
internal readonly partial record struct UriText(string Scheme, string Host, string? Port, string Rest)
{
    /// <summary>Takes an absolute http or https URI apart; null where that worked.</summary>
    public static Fault? Split(string text, out UriText parts)
    {
        parts = default;
        if (text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
            return new(
                RuleBook.InvalidUri,
                $"{Text.Quote(text)} has white space or a control character",
                "remove it, or write a space in a path as %20"
            );
        if (text.Contains('\\', StringComparison.Ordinal))
            return new(
                RuleBook.InvalidUri,
                $"{Text.Quote(text)} has a back slash, which browsers read as a slash",
                "write /"
            );
        var match = Absolute().Match(text);
        if (!match.Success)
            return new(
                RuleBook.InvalidUri,
                $"{Text.Quote(text)} is not an absolute URI",
                "write it with scheme and host, such as https://app.example.com"
            );
        if (match.Groups["user"].Success)
            return new(
                RuleBook.UserInformation,
                "the URI has user information before its host, which does not belong here",
                "remove all from // to @"
            );
        var scheme = match.Groups["scheme"].Value.ToLowerInvariant();
        if (scheme is not ("https" or "http"))
            return new(
                RuleBook.InvalidScheme,
                $"{Text.Quote(text)} has the scheme {scheme}, which a single-page application cannot be reached by",
                "use https, or http on localhost"
            );
        parts = new(
            scheme,
            match.Groups["host"].Value,
            match.Groups["port"].Success ? match.Groups["port"].Value : null,
            match.Groups["rest"].Value
        );
        return parts.Host.Length == 0
            ? new(RuleBook.InvalidHost, $"{Text.Quote(text)} has no host", "write one, such as https://app.example.com")
            : null;
    }

    /// <summary>What the rest of a URI begins with, for messages.</summary>
    public static string NameOf(string rest) =>
        rest[0] switch
        {
            '/' when rest.Length == 1 => "slash at its end",
            '/' => "path",
            '?' => "query",
            _ => "fragment",
        };

    [GeneratedRegex(
        @"^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://((?<user>[^/?#]*)@)?(?<host>\[[^\]/?#]*\]|[^:/?#@\[\]]*)(:(?<port>[^/?#@]*))?(?<rest>([/?#].*)?)\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Absolute();
}
