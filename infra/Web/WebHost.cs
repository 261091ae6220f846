using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace OktaSpa.Web;

/// <summary>Hosts as browsers serialize them.</summary>
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
                RuleBook.WildcardOff,
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
                    RuleBook.InvalidHost,
                    $"{Text.Quote(text)} has no valid IPv6 address",
                    "write it as in [::1], in hexadecimal groups"
                );
            if (address.Equals(IPAddress.IPv6Any))
                return NoHost(text);
            canonical = $"[{address}]";
            return null;
        }
        var invalid = new Fault(
            RuleBook.InvalidHost,
            $"{Text.Quote(text)} has no valid host name",
            "write a host of letters, digits, hyphens and dots, such as app.example.com"
        );
        if (host.EndsWith('.'))
            return new(
                RuleBook.InvalidHost,
                $"{Text.Quote(text)} has a host that ends in a dot, which browsers take for another host",
                "remove the last dot"
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
                RuleBook.InvalidHost,
                $"{Text.Quote(text)} has no canonical IPv4 address",
                "write four numbers from 0 to 255, such as 127.0.0.1"
            );
        if (ascii == "0.0.0.0")
            return NoHost(text);
        canonical = ascii;
        return null;
    }

    private static Fault NoHost(string text) =>
        new(
            RuleBook.InvalidHost,
            $"{Text.Quote(text)} has an address that stands for every host",
            "write the host that browsers open"
        );

    /// <summary>Whether a canonical host is this machine: localhost and below it, 127.0.0.0/8, [::1].</summary>
    public static bool IsLoopback(string host) =>
        host == "localhost"
        || host.EndsWith(".localhost", StringComparison.Ordinal)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>
    /// Whether the internet may know a canonical host, so that anyone may be on the way to it: not a private address
    /// (RFC 1918, RFC 4193, link-local ones), a name of one label, or a name that is set apart for private use (RFC
    /// 6761, RFC 6762, ICANN's <c>.internal</c>).
    /// </summary>
    public static bool HasPublicName(string host)
    {
        if (IPAddress.TryParse(host, out var address))
            return !IsPrivate(address);
        return host.Contains('.', StringComparison.Ordinal) && !PrivateSuffixes.Any(host.EndsWith);
    }

    private static readonly string[] PrivateSuffixes = [".test", ".local", ".internal"];

    private static bool IsPrivate(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
        var bytes = address.GetAddressBytes();
        return bytes[0] == 10
            || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
            || (bytes[0] == 192 && bytes[1] == 168)
            || (bytes[0] == 169 && bytes[1] == 254);
    }

    [GeneratedRegex(@"^(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"(^|\.)([0-9]+|0x[0-9a-f]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInNumber();
}
