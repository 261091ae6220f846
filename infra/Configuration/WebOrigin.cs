using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace OktaSpa.Configuration;

/// <summary>
/// Where a page comes from: scheme, host and port, as a browser serialises it (lower-case ASCII host, no default port).
/// Only <c>https</c>, or <c>http</c> on a loopback host, can be held.
/// </summary>
/// <param name="Scheme"><c>https</c> or <c>http</c>.</param>
/// <param name="Host">A name, a dotted IPv4 address, or an IPv6 address in brackets.</param>
/// <param name="Port">Null where it is the scheme's own.</param>
internal sealed record WebOrigin(string Scheme, string Host, int? Port)
{
    // The longest that Okta takes for a trusted origin (Trusted Origins API).
    private const int MaximumLength = 255;

    /// <summary>Whether it is this machine: localhost and below it, 127.0.0.0/8, [::1].</summary>
    public bool IsLoopback => WebHost.IsLoopback(Host);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{Host}{(Port is null ? "" : ":")}{Port}");

    /// <summary>Reads an origin: nothing may follow host and port, not even a slash.</summary>
    public static Fault? Parse(string text, out WebOrigin? origin)
    {
        origin = null;
        if (UriText.Split(text, out var parts) is { } fault)
            return fault;
        if (parts.Rest.Length > 0)
        {
            return new(
                $"{Text.Quote(text)} has a {UriText.NameOf(parts.Rest)}, but an origin is scheme, host and port only",
                $"write {text[..^parts.Rest.Length]}"
            );
        }
        if (Parse(parts, text, out var parsed) is { } wrong)
            return wrong;
        if (parsed!.ToString().Length > MaximumLength)
            return new(
                $"{Text.Quote(text)} is longer than the {MaximumLength} characters that Okta takes",
                "use a shorter host"
            );
        origin = parsed;
        return null;
    }

    /// <summary>Reads the origin of a URI that was taken apart.</summary>
    internal static Fault? Parse(UriText parts, string text, out WebOrigin? origin)
    {
        origin = null;
        if (WebHost.Parse(parts.Host, text, out var host) is { } fault)
            return fault;
        int? port = null;
        if (parts.Port is { } digits)
        {
            if (
                !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 1 or > 65535
            )
                return new(
                    $"{Text.Quote(text)} has no valid port",
                    "write a port from 1 to 65535, or leave it and the colon away"
                );
            port = number == (parts.Scheme == "https" ? 443 : 80) ? null : number;
        }
        var parsed = new WebOrigin(parts.Scheme, host!, port);
        if (parsed is { Scheme: "http", IsLoopback: false })
            return new(
                $"{Text.Quote(text)} is reached by plain http, where anyone on the way can read codes and tokens",
                "use https; http is for localhost only"
            );
        origin = parsed;
        return null;
    }
}

/// <summary>Hosts as browsers serialise them.</summary>
internal static partial class WebHost
{
    /// <summary>
    /// Reads a host: a name (made lower-case ASCII), a canonical IPv4 address, or an IPv6 address in brackets.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="text">The whole value, for the message.</param>
    /// <param name="canonical">The host as a browser writes it.</param>
    public static Fault? Parse(string host, string text, out string? canonical)
    {
        canonical = null;
        if (host.Contains('*', StringComparison.Ordinal))
            return new(
                $"{Text.Quote(text)} has a wildcard, which is possible in sign-in redirect URIs only",
                "write each host out"
            );
        if (host.StartsWith('['))
        {
            if (
                !IPAddress.TryParse(host[1..^1], out var address)
                || address.AddressFamily != AddressFamily.InterNetworkV6
                || host.Contains('%', StringComparison.Ordinal)
                || address.ToString().Contains('.', StringComparison.Ordinal)
            )
                return new(
                    $"{Text.Quote(text)} has no valid IPv6 address",
                    "write it as in [::1], in hexadecimal groups"
                );
            if (address.Equals(IPAddress.IPv6Any))
                return NoHost(text);
            canonical = $"[{address}]";
            return null;
        }
        var invalid = new Fault(
            $"{Text.Quote(text)} has no valid host name",
            "write a host of letters, digits, hyphens and dots, such as app.example.com"
        );
        if (host.EndsWith('.'))
            return new(
                $"{Text.Quote(text)} has a host that ends in a dot, which browsers take for another host",
                "leave the last dot away"
            );
        string ascii;
        try
        {
            ascii =
                Ascii.IsValid(host) && !host.Contains("xn--", StringComparison.OrdinalIgnoreCase)
                    ? host.ToLowerInvariant()
                    : new IdnMapping().GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return invalid;
        }
        if (!Name().IsMatch(ascii) || ascii.Length > 253)
            return invalid;
        // Browsers read a name whose last label is a number as an IPv4 address, and write that in its canonical form.
        if (EndsInNumber().IsMatch(ascii) && !(IPAddress.TryParse(ascii, out var ip) && ip.ToString() == ascii))
            return new(
                $"{Text.Quote(text)} has no canonical IPv4 address",
                "write four numbers from 0 to 255, such as 127.0.0.1"
            );
        if (ascii == "0.0.0.0")
            return NoHost(text);
        canonical = ascii;
        return null;
    }

    private static Fault NoHost(string text) =>
        new($"{Text.Quote(text)} has an address that stands for every host", "write the host that browsers open");

    /// <summary>Whether a canonical host is this machine: localhost and below it, 127.0.0.0/8, [::1].</summary>
    public static bool IsLoopback(string host) =>
        host == "localhost"
        || host.EndsWith(".localhost", StringComparison.Ordinal)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    [GeneratedRegex(@"^(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"(^|\.)([0-9]+|0x[0-9a-f]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInNumber();
}

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
                $"{Text.Quote(text)} has white space or a control character",
                "leave it away, or write a space in a path as %20"
            );
        if (text.Contains('\\', StringComparison.Ordinal))
            return new($"{Text.Quote(text)} has a back slash, which browsers read as a slash", "write /");
        var match = Absolute().Match(text);
        if (!match.Success)
            return new(
                $"{Text.Quote(text)} is not an absolute URI",
                "write it with scheme and host, such as https://app.example.com"
            );
        if (match.Groups["user"].Success)
            return new(
                "the URI has user information before its host, which does not belong here",
                "leave away all from // to @"
            );
        var scheme = match.Groups["scheme"].Value.ToLowerInvariant();
        if (scheme is not ("https" or "http"))
            return new(
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
            ? new($"{Text.Quote(text)} has no host", "write one, such as https://app.example.com")
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
