using System.Globalization;

namespace OktaSpa.Web;

/// <summary>
/// Where a page comes from: scheme, host and port, as a browser serializes it (lower-case ASCII host, no default port).
/// Only <c>https</c> can be held, or <c>http</c> on a loopback host or on one without a public name.
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

    /// <summary>Whether it is reached by plain http over a network.</summary>
    public bool IsPlainHttp => Scheme == "http" && !IsLoopback;

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
                RuleBook.OriginHasPath,
                $"{Text.Quote(text)} has a {UriText.NameOf(parts.Rest)}, but an origin is scheme, host and port only",
                $"write {text[..^parts.Rest.Length]}"
            );
        }
        if (Parse(parts, text, out var parsed) is { } wrong)
            return wrong;
        if (parsed!.ToString().Length > MaximumLength)
            return new(
                RuleBook.TooLong,
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
                    RuleBook.InvalidPort,
                    $"{Text.Quote(text)} has no valid port",
                    "write a port from 1 to 65535, or remove it and the colon"
                );
            port = number == (parts.Scheme == "https" ? 443 : 80) ? null : number;
        }
        var parsed = new WebOrigin(parts.Scheme, host!, port);
        if (parsed.IsPlainHttp && WebHost.HasPublicName(parsed.Host))
            return new(
                RuleBook.PlainHttp,
                $"{Text.Quote(text)} is reached by plain http, where anyone on the way can read codes and tokens",
                "use https; http is for localhost only"
            );
        origin = parsed;
        return null;
    }
}
