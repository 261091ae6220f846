using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OktaSpa.Cli.Rendering;

/// <summary>
/// What a front end signs in with: an application's output <c>authJs</c> in the forms that front ends read.
/// </summary>
internal static partial class FrontEndSettings
{
    private const string Plain = "plain";

    // Variables that do not begin so stay on the server or in the build.
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        [Plain] = "",
        ["vite"] = "VITE_", // https://vite.dev/guide/env-and-mode
        ["next"] = "NEXT_PUBLIC_", // https://nextjs.org/docs/pages/guides/environment-variables
        ["nuxt"] = "NUXT_PUBLIC_", // https://nuxt.com/docs/guide/going-further/runtime-config
        ["sveltekit"] = "PUBLIC_", // https://svelte.dev/docs/kit/$env-static-public
        ["create-react-app"] = "REACT_APP_", // https://create-react-app.dev/docs/adding-custom-environment-variables
    };

    private static readonly Dictionary<string, Func<JsonObject, string>> Files = new(StringComparer.Ordinal)
    {
        ["angular"] = Angular,
        ["blazor"] = Blazor,
    };

    private static readonly (string Variable, string Key)[] Variables =
    [
        ("OKTA_ISSUER", "issuer"),
        ("OKTA_CLIENT_ID", "clientId"),
        ("OKTA_REDIRECT_URI", "redirectUri"),
        ("OKTA_POST_LOGOUT_REDIRECT_URI", "postLogoutRedirectUri"),
        ("OKTA_SCOPES", "scopes"),
    ];

    /// <summary>Tools whose settings can be written.</summary>
    public static string[] Tools => [.. Prefixes.Keys, .. Files.Keys];

    /// <summary>The object as it is.</summary>
    public static string Json(JsonObject authJs) => JsonSerializer.Serialize(authJs, JsonFormat.Options) + "\n";

    /// <summary>A module of JavaScript; all JSON is JavaScript since ECMAScript 2019.</summary>
    public static string JavaScript(JsonObject authJs) =>
        $"export default {JsonSerializer.Serialize(authJs, JsonFormat.Options)};\n";

    /// <summary>What a tool reads: lines for a <c>.env</c> file, or a file of its own.</summary>
    /// <param name="authJs">The application's output.</param>
    /// <param name="tool">One of <see cref="Tools"/>.</param>
    /// <exception cref="UsageException">A value cannot be written in such a file.</exception>
    public static string For(JsonObject authJs, string tool) =>
        Files.TryGetValue(tool, out var write)
            ? write(authJs)
            : Env(authJs, Prefixes[tool], expandsDollars: tool != Plain);

    /// <summary>Lines for a <c>.env</c> file; scopes are separated by spaces.</summary>
    /// <param name="authJs">The application's output.</param>
    /// <param name="prefix">What each variable begins with.</param>
    /// <param name="expandsDollars">Whether <c>$NAME</c> is expanded, in single quotes too, by dotenv-expand.</param>
    /// <exception cref="UsageException">A value cannot be written in such a file.</exception>
    public static string Env(JsonObject authJs, string prefix, bool expandsDollars = false)
    {
        var lines =
            from variable in Variables
            let value = authJs[variable.Key]
            where value is not null
            let text = value is JsonArray list ? string.Join(' ', list.Select(item => (string)item!)) : (string)value!
            let escaped = expandsDollars ? text.Replace("$", "\\$", StringComparison.Ordinal) : text
            select $"{prefix}{variable.Variable}={Quote(escaped)}\n";
        return string.Concat(lines);
    }

    /// <summary>The settings for one of the places where the application is served, instead of the first.</summary>
    /// <param name="outputs">The application's outputs.</param>
    /// <param name="baseUri">The place.</param>
    /// <returns><c>authJs</c> with URIs of that place.</returns>
    /// <exception cref="UsageException">The application has no sign-in redirect URI there.</exception>
    public static JsonObject At(JsonObject outputs, string baseUri)
    {
        var origin = baseUri.TrimEnd('/');
        var authJs = (JsonObject)outputs["authJs"]!.DeepClone();
        var signIn = Texts(outputs, "signInRedirectUris");
        authJs["redirectUri"] =
            signIn.FirstOrDefault(uri => IsAt(uri, origin))
            ?? throw new UsageException(
                $"The application has no sign-in redirect URI at {origin}. It has {Text.And([.. signIn])}."
            );
        // Another place's would lead people away from where they were.
        authJs.Remove("postLogoutRedirectUri");
        if (Texts(outputs, "signOutRedirectUris").FirstOrDefault(uri => IsAt(uri, origin)) is { } signOut)
            authJs["postLogoutRedirectUri"] = signOut;
        return authJs;
    }

    private static List<string> Texts(JsonObject outputs, string key) =>
        [.. (outputs[key] as JsonArray ?? []).Select(item => item!.ToString())];

    private static bool IsAt(string uri, string origin) =>
        uri.StartsWith(origin, StringComparison.OrdinalIgnoreCase)
        && (uri.Length == origin.Length || uri[origin.Length] is '/' or '?');

    /// <summary><c>environment.ts</c>: https://angular.dev/tools/cli/environments.</summary>
    private static string Angular(JsonObject authJs)
    {
        var environment = new JsonObject { ["okta"] = authJs.DeepClone() };
        return $"export const environment = {JsonSerializer.Serialize(environment, JsonFormat.Options)};\n";
    }

    /// <summary>
    /// <c>appsettings.json</c> for <c>builder.Configuration.Bind("Okta", options.ProviderOptions)</c>:
    /// Microsoft.AspNetCore.Components.WebAssembly.Authentication, <c>OidcProviderOptions</c>.
    /// </summary>
    private static string Blazor(JsonObject authJs)
    {
        var options = new JsonObject
        {
            ["Authority"] = authJs["issuer"]?.DeepClone(),
            ["ClientId"] = authJs["clientId"]?.DeepClone(),
            ["ResponseType"] = "code",
            ["RedirectUri"] = authJs["redirectUri"]?.DeepClone(),
        };
        if (authJs["postLogoutRedirectUri"] is { } signOut)
            options["PostLogoutRedirectUri"] = signOut.DeepClone();
        options["DefaultScopes"] = authJs["scopes"]?.DeepClone();
        return JsonSerializer.Serialize(new JsonObject { ["Okta"] = options }, JsonFormat.Options) + "\n";
    }

    // dotenv knows three quotation marks and no escape for any of them. In the double ones it would make a line break
    // of \n.
    private static string Quote(string value)
    {
        if (Unquoted().IsMatch(value))
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
    private static partial Regex Unquoted();
}
