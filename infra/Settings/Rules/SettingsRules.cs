using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OktaSpa.Settings.Reading;
using OktaSpa.Web;

namespace OktaSpa.Settings.Rules;

/// <summary>
/// The rules that go beyond kinds and limits: makes <see cref="StackSettings"/> of what the file says, and a problem of
/// all that Okta would refuse, or that would be unsafe.
/// </summary>
internal sealed partial class SettingsRules(string? pullRequest, List<Problem> problems)
{
    private const int DefaultGracePeriod = 30; // Okta's own default for single-page applications

    private static readonly string[] DefaultScopes = ["openid", "profile", "email"];

    // What an organization's own authorization server issues (its /.well-known/openid-configuration, scopes_supported).
    private static readonly string[] StandardScopes =
    [
        "openid",
        "profile",
        "email",
        "address",
        "phone",
        "offline_access",
        "groups",
    ];

    // Groups that Okta makes in each organization.
    private static readonly string[] BuiltInGroups = [GroupReference.Everyone.NameOrId, "Okta Administrators"];

    // Where organizations are: production, preview, EMEA, and the United States' public sector.
    private static readonly string[] OktaDomains =
    [
        "okta.com",
        "oktapreview.com",
        "okta-emea.com",
        "okta-gov.com",
        "okta.mil",
    ];

    private readonly SettingsBinder binder = new(pullRequest, problems);
    private bool production;

    /// <summary>Reads all; what it returns counts only where no problem was found.</summary>
    /// <param name="get">The value of a configuration key, objects as JSON; null where there is none.</param>
    /// <param name="key">The key of the settings.</param>
    public StackSettings? Resolve(Func<string, string?> get, string key)
    {
        var orgName = Organization(
            get,
            "okta:orgName",
            BareName(),
            "write the organization's bare name, such as dev-00000000, without -admin, scheme and domain"
        );
        if (orgName?.EndsWith("-admin", StringComparison.OrdinalIgnoreCase) == true)
            Add(
                "okta:orgName",
                $"{Text.Quote(orgName)} is the host of the Admin Console",
                $"write {orgName[..^"-admin".Length]}"
            );
        var baseUrl = Organization(
            get,
            "okta:baseUrl",
            BareHost(),
            "write the bare domain of the organization's host, such as okta.com"
        );
        if (baseUrl is not null && OktaDomainAbove(baseUrl) is { } domain)
            Add(
                "okta:baseUrl",
                $"{Text.Quote(baseUrl)} has a name before Okta's domain",
                $"write {domain}; the name is okta:orgName"
            );
        else if (
            baseUrl is not null
            && !OktaDomains.Contains(baseUrl, StringComparer.OrdinalIgnoreCase)
            && Text.Nearest(baseUrl, OktaDomains) is { } meant
        )
            Add(
                "okta:baseUrl",
                $"{Text.Quote(baseUrl)} is not a domain of Okta's, and would be sent the credentials",
                $"did you mean {meant}?"
            );
        if (get(key) is not { } json)
        {
            Add(key, "this key is missing, and has no default", "add it, with production and applications below");
            return null;
        }
        if (binder.Bind(json, key) is not { } file)
            return null;

        production = file.Production == true;
        if (production && pullRequest is not null)
            Add("production", "the environment of a pull request runs code that nobody has reviewed", "write false");
        var customDomain = file.CustomDomain?.ToLowerInvariant();
        if (customDomain is not null && !BareHost().IsMatch(customDomain))
            Add(
                "customDomain",
                $"{Text.Quote(file.CustomDomain!)} is not a bare host name",
                "write a host such as login.example.com, without scheme, port and path"
            );
        else if (
            customDomain is not null
            && (OktaDomains.Contains(customDomain) || OktaDomainAbove(customDomain) is not null)
        )
            Add(
                "customDomain",
                $"{customDomain} is Okta's, not a domain of yours",
                "leave it away, or write the organization's custom domain"
            );

        var applications = (file.Applications ?? [])
            .Where(pair => pair.Value is not null)
            .Select(pair => Resolve(pair.Key, pair.Value!))
            .ToList();
        CheckDistinct(file.Applications ?? []);
        return new()
        {
            Organization = new($"{orgName}.{baseUrl}".ToLowerInvariant(), customDomain),
            Production = production,
            IsPullRequest = pullRequest is not null,
            Applications = [.. applications.OrderBy(application => application.Name, StringComparer.Ordinal)],
            TrustedOriginsManagedElsewhere = Elsewhere(file.TrustedOriginsManagedElsewhere, applications),
        };
    }

    private static string? OktaDomainAbove(string host) =>
        OktaDomains.FirstOrDefault(domain => host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));

    private string? Organization(Func<string, string?> get, string key, Regex valid, string remedy)
    {
        if (get(key) is not { Length: > 0 } value)
        {
            Add(key, "this key is missing, but the front end's issuer is made of it", $"add it: {remedy}");
            return null;
        }
        if (!valid.IsMatch(value))
            Add(key, $"{Text.Quote(value)} is not valid here", remedy);
        return value;
    }

    private Application Resolve(string name, ApplicationFile file)
    {
        var path = SettingsBinder.Join("applications", name);
        var baseUris = Parse<WebOrigin>(file.BaseUris, $"{path}.baseUris", WebOrigin.Parse, origin => origin);
        var wildcard = file.WildcardRedirect == true;

        if (file.Label is { } label)
        {
            if (label.Length > ApplicationFile.MaximumLabel)
                Add(
                    $"{path}.label",
                    $"the label has {label.Length} characters, but Okta takes {ApplicationFile.MaximumLabel}",
                    "shorten it"
                );
            RequirePlaceholder(
                $"{path}.label",
                "every label",
                $"{label} ({SettingsBinder.Placeholder})",
                template => template
            );
        }
        foreach (var (_, place) in baseUris)
            RequirePlaceholder(
                place,
                "the host of every base URI",
                $"https://pr-{SettingsBinder.Placeholder}.example.com",
                template => template.Split(':')[1]
            );
        if (wildcard && pullRequest is not null)
            Add(
                $"{path}.wildcardRedirect",
                "the environment of a pull request has its own exact URIs",
                "write false, or leave the key away"
            );

        var (exact, wildcards) = SignIn(file, path, baseUris, wildcard);
        var signOut = file.SignOutRedirectUris is null
            ? [.. baseUris.Select(pair => new RedirectUri(pair.Value, ""))]
            : Values(
                Parse<RedirectUri>(
                    file.SignOutRedirectUris,
                    $"{path}.signOutRedirectUris",
                    RedirectUri.Parse,
                    uri => uri.Origin
                )
            );
        var initiate = file.InitiateLoginUri is null
            ? null
            : Parse<RedirectUri>(
                    [file.InitiateLoginUri],
                    $"{path}.initiateLoginUri",
                    RedirectUri.Parse,
                    uri => uri.Origin,
                    single: true
                )
                .Select(pair => pair.Value)
                .FirstOrDefault();
        if (file.Tile == true && file.InitiateLoginUri is null)
            Add(
                $"{path}.tile",
                "a tile on the dashboard leads to the initiate login URI, and there is none",
                "add initiateLoginUri, or leave tile away"
            );
        var refreshToken = RefreshToken(file.RefreshToken, path);

        return new()
        {
            Name = name,
            Formerly = file.Formerly,
            Label = file.Label ?? "",
            BaseUris = Values(baseUris),
            TrustedOrigins = TrustedOrigins(file, path, baseUris),
            SignInRedirectUris = exact,
            WildcardUris = wildcards,
            SignOutRedirectUris = signOut,
            InitiateLoginUri = initiate,
            Tile = file.Tile == true,
            Groups = Groups(file.Access, path),
            RefreshToken = refreshToken,
            AuthenticationPolicy = file.AuthenticationPolicy,
            Issuer = file.Issuer ?? "org",
            Scopes = Scopes(file, path, refreshToken is not null),
        };
    }

    private (ImmutableArray<RedirectUri>, ImmutableArray<WildcardUri>) SignIn(
        ApplicationFile file,
        string path,
        List<(WebOrigin Value, string Place)> baseUris,
        bool wildcard
    )
    {
        var place = $"{path}.signInRedirectUris";
        if (file.SignInRedirectUris is not { } written)
        {
            if (wildcard)
                Add(
                    $"{path}.wildcardRedirect",
                    "no sign-in redirect URI has a *",
                    "add one to signInRedirectUris, or leave wildcardRedirect away"
                );
            return ([.. baseUris.Select(pair => new RedirectUri(pair.Value, "/login/callback"))], []);
        }

        var known = baseUris.Count == file.BaseUris?.Count; // else one of them is wrong, and has its own problem
        var exact = Parse<RedirectUri>(
            written.Select(text => HasWildcard(text) ? null! : text),
            place,
            RedirectUri.Parse,
            uri => uri.Origin
        );
        foreach (var (uri, at) in exact)
        {
            if (known && !baseUris.Any(pair => pair.Value == uri.Origin))
                Add(
                    at,
                    $"{uri.Origin} is not among the application's base URIs",
                    $"add {uri.Origin} to baseUris, or write a page of one of them"
                );
        }
        var wildcards = new List<(WildcardUri Value, string Place)>();
        if (written.Any(HasWildcard) && !wildcard)
        {
            foreach (
                var (text, index) in written
                    .Select((text, index) => (text, index))
                    .Where(pair => HasWildcard(pair.text))
            )
                Add(
                    SettingsBinder.Join(place, index),
                    $"{Text.Quote(text)} has a wildcard, and wildcardRedirect is off",
                    "write each URI out, or set wildcardRedirect: true, which Okta discourages"
                );
        }
        else
        {
            wildcards = Parse<WildcardUri>(
                written.Select(text => HasWildcard(text) ? text : null!),
                place,
                WildcardUri.Parse,
                uri => uri.Parent
            );
            foreach (var (uri, at) in wildcards)
            {
                if (known && !baseUris.Any(pair => uri.Matches(pair.Value)))
                    Add(
                        at,
                        $"{uri} matches none of the application's base URIs",
                        "add the base URI that it stands for, or mend the wildcard"
                    );
            }
            if (wildcard && !written.Any(HasWildcard))
                Add($"{path}.wildcardRedirect", "no sign-in redirect URI has a *", "leave wildcardRedirect away");
        }
        return (Values(exact), Values(wildcards));

        static bool HasWildcard(string? text) => text?.Contains('*', StringComparison.Ordinal) == true;
    }

    private ImmutableArray<WebOrigin> TrustedOrigins(
        ApplicationFile file,
        string path,
        List<(WebOrigin Value, string Place)> baseUris
    )
    {
        // A trusted origin lets the code that is served there call Okta with a visitor's session cookie.
        if (file.TrustedOrigins is not { } written)
            return pullRequest is null ? Values(baseUris) : [];
        var origins = Parse<WebOrigin>(written, $"{path}.trustedOrigins", WebOrigin.Parse, origin => origin);
        foreach (var (origin, at) in origins)
        {
            if (baseUris.Count == file.BaseUris?.Count && !baseUris.Any(pair => pair.Value == origin))
                Add(
                    at,
                    $"{origin} is not among the application's base URIs",
                    $"add {origin} to baseUris, or leave it away here"
                );
        }
        return Values(origins);
    }

    private ImmutableArray<GroupReference>? Groups(AccessFile? file, string path)
    {
        if (file?.Groups is not { } written)
            return null;
        var groups = new List<GroupReference>();
        foreach (
            var (text, index) in written.Select((text, index) => (text, index)).Where(pair => pair.text is not null)
        )
        {
            var at = SettingsBinder.Join($"{path}.access.groups", index);
            var group = new GroupReference(text);
            if (BuiltInGroups.Contains(text, StringComparer.OrdinalIgnoreCase))
                Add(
                    at,
                    $"{text} is a group that Okta manages itself",
                    "write access: everyone, or name groups of your own"
                );
            else if (groups.Contains(group))
                Add(at, $"{Text.Quote(text)} is there twice", "keep one of them");
            groups.Add(group);
        }
        return [.. groups];
    }

    private RefreshToken? RefreshToken(RefreshTokenFile? file, string path)
    {
        if (file is { IsKeyword: true })
            return null;
        var rotation = file?.Rotation ?? RefreshTokenRotation.Rotate;
        if (rotation == RefreshTokenRotation.Rotate)
            return new(rotation, file?.GracePeriodSeconds ?? DefaultGracePeriod);
        if (file!.GracePeriodSeconds is not null)
            Add(
                $"{path}.refreshToken.gracePeriodSeconds",
                "a persistent refresh token is not rotated, so there is no grace period",
                "leave it away, or write rotation: rotate"
            );
        return new(rotation, 0);
    }

    private ImmutableArray<string> Scopes(ApplicationFile file, string path, bool refreshTokens)
    {
        var scopes = new List<string>();
        foreach (
            var (scope, index) in (file.Scopes ?? [.. DefaultScopes])
                .Select((scope, index) => (scope, index))
                .Where(pair => pair.scope is not null)
        )
        {
            var at = SettingsBinder.Join($"{path}.scopes", index);
            if (scope.StartsWith("okta.", StringComparison.OrdinalIgnoreCase))
                Add(
                    at,
                    $"{Text.Quote(scope)} is a scope of Okta's own API, which code in a browser must not hold",
                    "leave it away"
                );
            else if (!ScopeToken().IsMatch(scope))
                Add(
                    at,
                    $"{Text.Quote(scope)} is not a scope",
                    "write one scope an entry, without spaces, quotation marks and back slashes"
                );
            else if (scope == "offline_access" && !refreshTokens)
                Add(
                    at,
                    "offline_access asks for refresh tokens, and refreshToken is none",
                    "leave it away, or turn refresh tokens on"
                );
            else if (file.Issuer is null or "org" && !StandardScopes.Contains(scope))
                Add(
                    at,
                    $"{Text.Quote(scope)} is not a scope of the organization's own authorization server",
                    $"use {Text.Or(StandardScopes)}, or name the custom authorization server as issuer"
                );
            else if (scopes.Contains(scope))
                Add(at, $"{Text.Quote(scope)} is there twice", "keep one of them");
            scopes.Add(scope);
        }
        if (file.Scopes is not null && !scopes.Contains("openid"))
            Add($"{path}.scopes", "openid is missing, without which nobody is signed in", "add openid");
        if (refreshTokens && !scopes.Contains("offline_access"))
            scopes.Add("offline_access");
        return [.. scopes];
    }

    private void CheckDistinct(Dictionary<string, ApplicationFile> files)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var former = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in files.Where(pair => pair.Value is not null))
        {
            var path = SettingsBinder.Join("applications", name);
            if (file.Label is { } label && !labels.TryAdd(label, name))
                Add(
                    $"{path}.label",
                    $"{labels[label]} has the label {Text.Quote(label)} too",
                    "write another one, so that people can tell them apart"
                );
            if (file.Formerly is not { } old)
                continue;
            if (files.ContainsKey(old))
                Add(
                    $"{path}.formerly",
                    old == name
                        ? "this is the name that the application has now"
                        : $"there is an application {old}, which keeps its own client id",
                    "leave it away, or write the name from before"
                );
            else if (!former.TryAdd(old, name))
                Add($"{path}.formerly", $"{former[old]} was formerly {old} too", "keep it where the client id belongs");
        }
    }

    private ImmutableArray<WebOrigin> Elsewhere(List<string>? written, List<Application> applications)
    {
        var origins = Parse<WebOrigin>(
            written ?? [],
            "trustedOriginsManagedElsewhere",
            WebOrigin.Parse,
            origin => origin
        );
        // Where an origin of an application is wrong, that one may be meant.
        var known = !problems.Any(problem => problem.Path.StartsWith("applications", StringComparison.Ordinal));
        foreach (var (origin, at) in origins)
        {
            if (known && !applications.Any(application => application.TrustedOrigins.Contains(origin)))
                Add(
                    at,
                    $"{origin} is a trusted origin of no application here",
                    "leave it away, or add it to an application's trustedOrigins"
                );
        }
        return Values(origins);
    }

    private delegate Fault? Parser<T>(string text, out T? value);

    /// <summary>
    /// Reads each text, with its place; those that are wrong become problems and are left out, null ones have been
    /// reported before.
    /// </summary>
    private List<(T Value, string Place)> Parse<T>(
        IEnumerable<string?>? texts,
        string path,
        Parser<T> parse,
        Func<T, WebOrigin> originOf,
        bool single = false
    )
        where T : class
    {
        var values = new List<(T Value, string Place)>();
        foreach (var (text, index) in (texts ?? []).Select((text, index) => (text, index)))
        {
            if (text is null)
                continue;
            var place = single ? path : SettingsBinder.Join(path, index);
            if (parse(text, out var value) is { } fault)
                Add(place, fault.Message, fault.Remedy);
            else if (values.Any(other => other.Value.Equals(value)))
                Add(place, $"{value} is there twice", "keep one of them");
            else if (production && originOf(value!) is { IsLoopback: true })
                Add(
                    place,
                    $"{value} is on the machine of whoever opens it, which has no place in production",
                    "write where the application is served, by https"
                );
            else
                values.Add((value!, place));
        }
        return values;
    }

    private void RequirePlaceholder(string place, string what, string example, Func<string, string> part)
    {
        if (
            pullRequest is not null
            && !(
                binder.TemplateAt(place) is { } template
                && part(template).Contains(SettingsBinder.Placeholder, StringComparison.Ordinal)
            )
        )
            Add(
                place,
                $"{SettingsBinder.Placeholder} must be in {what}, so that the environments of pull requests do not collide",
                $"write {SettingsBinder.Placeholder} into it, as in {example}"
            );
    }

    private static ImmutableArray<T> Values<T>(List<(T Value, string Place)> pairs) =>
        [.. pairs.Select(pair => pair.Value)];

    private void Add(string path, string message, string remedy) => problems.Add(new(path, message, remedy));

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex BareName();

    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,62}\z")]
    private static partial Regex BareHost();

    // RFC 6749, section 3.3: scope-token.
    [GeneratedRegex(@"^[\x21\x23-\x5B\x5D-\x7E]+\z")]
    private static partial Regex ScopeToken();
}
