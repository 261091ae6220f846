using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OktaSpa.Cli.Rendering;

/// <summary>
/// What a front end signs in with: an application's output <c>authJs</c> in the forms that front ends read.
/// </summary>
internal static partial class FrontEndSettings
{
    // Variables that do not begin so stay on the server. Both expand $NAME, in single quotes too:
    // https://vite.dev/guide/env-and-mode, https://nextjs.org/docs/pages/guides/environment-variables. Plain dotenv and
    // shells do not.
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["plain"] = "",
        ["vite"] = "VITE_",
        ["next"] = "NEXT_PUBLIC_",
    };

    private static readonly (string Variable, string Key)[] Variables =
    [
        ("OKTA_ISSUER", "issuer"),
        ("OKTA_CLIENT_ID", "clientId"),
        ("OKTA_REDIRECT_URI", "redirectUri"),
        ("OKTA_POST_LOGOUT_REDIRECT_URI", "postLogoutRedirectUri"),
        ("OKTA_SCOPES", "scopes"),
    ];

    /// <summary>Tools whose <c>.env</c> can be written.</summary>
    public static string[] Tools => [.. Prefixes.Keys];

    /// <summary>The object as it is.</summary>
    public static string Json(JsonObject authJs) => JsonSerializer.Serialize(authJs, JsonFormat.Options) + "\n";

    /// <summary>A module of JavaScript; all JSON is JavaScript since ECMAScript 2019.</summary>
    public static string JavaScript(JsonObject authJs) =>
        $"export default {JsonSerializer.Serialize(authJs, JsonFormat.Options)};\n";

    /// <summary>Lines for a <c>.env</c> file; scopes are separated by spaces.</summary>
    /// <param name="authJs">The application's output.</param>
    /// <param name="tool">One of <see cref="Tools"/>.</param>
    /// <exception cref="UsageException">A value cannot be written in such a file.</exception>
    public static string Env(JsonObject authJs, string tool) =>
        string.Concat(
            from variable in Variables
            let value = authJs[variable.Key]
            where value is not null
            let text = value is JsonArray list ? string.Join(' ', list.Select(item => (string)item!)) : (string)value!
            select $"{Prefixes[tool]}{variable.Variable}={Quote(tool == "plain" ? text : text.Replace("$", "\\$", StringComparison.Ordinal))}\n"
        );

    // dotenv knows three quotation marks and no escape for any of them. In the double ones it would make a line break
    // of \n.
    private static string Quote(string value)
    {
        if (Plain().IsMatch(value))
            return value;
        foreach (var mark in value.Contains('\\', StringComparison.Ordinal) ? "'`" : "'`\"")
        {
            if (!value.Contains(mark, StringComparison.Ordinal))
                return $"{mark}{value}{mark}";
        }
        throw new UsageException(
            $"{Text.Quote(value)} holds every kind of quotation mark, which a .env file cannot. Use --format json."
        );
    }

    [GeneratedRegex(@"^[A-Za-z0-9_./:@%+,-]+\z")]
    private static partial Regex Plain();
}
