using System.Collections.Immutable;
using OktaSpa.Settings.Reading;
using OktaSpa.Web;

namespace OktaSpa.Settings.Rules;

/// <summary>The rules for where an application is served, where codes are sent, and where people land.</summary>
internal sealed class UriRules(RuleContext context)
{
    private const string DefaultCallback = "/login/callback"; // Okta's guides and SDKs

    /// <summary>A reader of one text; null where it is right.</summary>
    private delegate Fault? Parser<T>(string text, out T? value);

    /// <summary>Where an application is served; the rules of its other URIs go by these.</summary>
    public WrittenList<Written<WebOrigin>> BaseUris(ApplicationFile file)
    {
        var uris = Origins(file.BaseUris);
        foreach (var uri in uris.Items)
        {
            context.RequirePlaceholder(
                file.BaseUris!.Items.First(written => written.Place == uri.Place),
                "the host of every base URI",
                $"https://pr-{PullRequest.Placeholder}.example.com",
                template => template.Split(':')[1]
            );
            if (IsOrganizations(uri.Value.Host))
                context.Add(
                    RuleBook.OrganizationsHost,
                    uri,
                    $"{uri.Value} is the organization itself, whose pages are Okta's",
                    "write where the application is served"
                );
        }
        return uris;
    }

    /// <summary>The sign-in redirect URIs: exact ones, and those with a wildcard.</summary>
    public (ImmutableArray<RedirectUri> Exact, ImmutableArray<WildcardUri> Wildcards) SignIn(
        ApplicationFile file,
        WrittenList<Written<WebOrigin>> baseUris
    )
    {
        var wildcardsOn = file.WildcardRedirect?.Value == true;
        if (wildcardsOn && context.PullRequest is not null)
            context.Add(
                RuleBook.WildcardInPullRequest,
                file.WildcardRedirect!,
                "the environment of a pull request has its own exact URIs",
                "write false, or remove the key"
            );
        var written = file.SignInRedirectUris?.Items ?? [];
        if (wildcardsOn && !written.Any(HasWildcard))
            context.Add(
                RuleBook.WildcardUnused,
                file.WildcardRedirect!,
                "no sign-in redirect URI has a *",
                "remove wildcardRedirect, or write the URI with a * that is meant"
            );
        if (file.SignInRedirectUris is null)
            return ([.. baseUris.Items.Select(origin => new RedirectUri(origin.Value, DefaultCallback))], []);
        var exact = Parse<RedirectUri>(written.Where(text => !HasWildcard(text)), RedirectUri.Parse, uri => uri.Origin);
        foreach (var uri in exact)
            RequireBaseUri(uri, uri.Value.Origin, baseUris, "write a page of one of them");
        return (Values(exact), wildcardsOn ? Wildcards(written, baseUris) : RefuseWildcards(written));
    }

    /// <summary>Sign-in redirect URIs of other parties.</summary>
    public ImmutableArray<RedirectUri> Foreign(ApplicationFile file, WrittenList<Written<WebOrigin>> baseUris)
    {
        var uris = Pages(file.ForeignRedirectUris?.Items ?? []);
        foreach (var uri in uris.Where(uri => baseUris.Items.Any(origin => origin.Value == uri.Value.Origin)))
            context.Add(
                RuleBook.NotABaseUri,
                uri,
                $"{uri.Value} is on a base URI of the application itself",
                "write it under signInRedirectUris"
            );
        return Values(uris);
    }

    /// <summary>The sign-out redirect URIs.</summary>
    public ImmutableArray<RedirectUri> SignOut(ApplicationFile file, WrittenList<Written<WebOrigin>> baseUris) =>
        file.SignOutRedirectUris is null
            ? [.. baseUris.Items.Select(origin => new RedirectUri(origin.Value, ""))]
            : Values(Pages(file.SignOutRedirectUris.Items));

    /// <summary>The initiate login URI, and the tile that leads to it.</summary>
    public RedirectUri? InitiateLogin(ApplicationFile file)
    {
        if (Tile(file).IsShown && file.InitiateLoginUri is null)
            context.Problems.Add(
                RuleBook.TileWithoutInitiateLoginUri,
                file.Tile!.Place,
                "a tile on the dashboard leads to the initiate login URI, and there is none",
                "add initiateLoginUri, or remove tile"
            );
        return file.InitiateLoginUri is { } written ? Pages([written]).FirstOrDefault()?.Value : null;
    }

    /// <summary>Where the application is shown to its users.</summary>
    public static Tile Tile(ApplicationFile file) => new(file.Tile?.Web?.Value == true, file.Tile?.Ios?.Value == true);

    /// <summary>
    /// The base URIs that are trusted: code that is served there may call Okta with a visitor's session.
    /// </summary>
    public ImmutableArray<TrustedOrigin> TrustedOrigins(ApplicationFile file, WrittenList<Written<WebOrigin>> baseUris)
    {
        var trusted =
            file.TrustedOrigins is { } written ? Written(written, baseUris)
            : context.PullRequest is null
                ? baseUris.Items.Select(origin => new TrustedOrigin(origin.Value, OriginScopes.All))
            : [];
        return [.. trusted];
    }

    /// <summary>An embedded sign-in calls Okta from each page of the application.</summary>
    public void CheckEmbedded(ApplicationFile file, Application application)
    {
        if (file.EmbeddedSignIn is not { Value: true } embedded)
            return;
        foreach (var origin in application.BaseUris)
        {
            if (!application.TrustedOrigins.Any(other => other.Origin == origin && other.IsFor(OriginScopes.Cors)))
                context.Add(
                    RuleBook.EmbeddedOriginNotTrusted,
                    embedded,
                    $"{origin} is not trusted for CORS, so that its pages cannot sign anyone in by themselves",
                    $"remove embeddedSignIn, or trust {origin} if its pages are yours"
                );
        }
    }

    private IEnumerable<TrustedOrigin> Written(
        WrittenList<TrustedOriginFile> file,
        WrittenList<Written<WebOrigin>> baseUris
    )
    {
        var entries = file.Items.Where(entry => entry.Origin is not null).ToDictionary(entry => entry.Origin!.Place);
        foreach (
            var origin in Parse<WebOrigin>(entries.Values.Select(entry => entry.Origin!), WebOrigin.Parse, uri => uri)
        )
        {
            RequireBaseUri(origin, origin.Value, baseUris, "remove it here");
            var scopes = OriginScopes.None;
            foreach (var scope in entries[origin.Place].Scopes?.Items ?? [])
            {
                var flag = Enum.Parse<OriginScopes>(scope.Value, ignoreCase: true);
                if (scopes.HasFlag(flag))
                    context.ListedTwice(scope, scope.Value);
                scopes |= flag;
            }
            yield return new(origin.Value, scopes);
        }
    }

    /// <summary>Trusted origins that another stack declares.</summary>
    /// <param name="file">As they are written.</param>
    /// <param name="applications">Those of the stack.</param>
    /// <param name="areWhole">Whether the applications are right: where an origin of theirs is wrong, that one may be
    /// meant.</param>
    public ImmutableArray<Written<WebOrigin>> Elsewhere(
        WrittenList<Written<string>>? file,
        IReadOnlyCollection<Application> applications,
        bool areWhole
    )
    {
        var origins = Origins(file).Items;
        foreach (var origin in origins.Where(_ => areWhole))
        {
            if (!applications.Any(application => application.TrustedOrigins.Any(other => other.Origin == origin.Value)))
                context.Add(
                    RuleBook.UnusedOrigin,
                    origin,
                    $"{origin.Value} is a trusted origin of no application here",
                    "remove it, or correct it"
                );
        }
        return [.. origins];
    }

    private ImmutableArray<WildcardUri> Wildcards(
        IEnumerable<Written<string>> written,
        WrittenList<Written<WebOrigin>> baseUris
    )
    {
        var wildcards = Parse<WildcardUri>(written.Where(HasWildcard), WildcardUri.Parse, uri => uri.Parent);
        foreach (var uri in wildcards.Where(_ => baseUris.IsWhole))
        {
            if (!baseUris.Items.Any(origin => uri.Value.Matches(origin.Value)))
                context.Add(
                    RuleBook.WildcardUnused,
                    uri,
                    $"{uri.Value} matches none of the application's base URIs",
                    "add the base URI that it stands for, or correct the wildcard"
                );
        }
        return Values(wildcards);
    }

    private ImmutableArray<WildcardUri> RefuseWildcards(IEnumerable<Written<string>> written)
    {
        foreach (var text in written.Where(HasWildcard))
            context.Add(
                RuleBook.WildcardOff,
                text,
                $"{Text.Quote(text.Value)} has a wildcard, and wildcardRedirect is off",
                "write each URI out"
            );
        return [];
    }

    private void RequireBaseUri<T>(
        Written<T> at,
        WebOrigin origin,
        WrittenList<Written<WebOrigin>> baseUris,
        string otherwise
    )
    {
        // Where a base URI is wrong, it may be the one that is meant, and has a problem of its own.
        if (baseUris.IsWhole && baseUris.Items.All(candidate => candidate.Value != origin))
            context.Add(
                RuleBook.NotABaseUri,
                at,
                $"{origin} is not among the application's base URIs",
                $"{otherwise}, or add {origin} to baseUris if the application is served there"
            );
    }

    private bool IsOrganizations(string host)
    {
        var (name, domain) = context.Organization.Host.Split('.', 2) is [var first, var rest]
            ? (first, rest)
            : ("", "");
        return host == context.Organization.Host
            || host == $"{name}-admin.{domain}"
            || host == context.Organization.CustomDomain;
    }

    private WrittenList<Written<WebOrigin>> Origins(WrittenList<Written<string>>? file)
    {
        if (file is null)
            return new([], "", IsWhole: false);
        var origins = Parse<WebOrigin>(file.Items, WebOrigin.Parse, origin => origin);
        return new(origins, file.Place, file.IsWhole && origins.Count == file.Items.Count);
    }

    private List<Written<RedirectUri>> Pages(IEnumerable<Written<string>> written) =>
        Parse<RedirectUri>(written, RedirectUri.Parse, uri => uri.Origin);

    /// <summary>Reads each text; those that are wrong become problems and are left out.</summary>
    private List<Written<T>> Parse<T>(IEnumerable<Written<string>> texts, Parser<T> parse, Func<T, WebOrigin> originOf)
        where T : class
    {
        var values = new List<Written<T>>();
        foreach (var text in texts)
        {
            if (parse(text.Value, out var value) is { } fault)
                context.Problems.Add(fault.At(text.Place));
            else if (values.Any(other => other.Value.Equals(value)))
                context.ListedTwice(text, value!.ToString()!);
            else if (context.Production && originOf(value!) is { IsLoopback: true })
                context.Add(
                    RuleBook.LoopbackInProduction,
                    text,
                    $"{value} is on the machine of whoever opens it, which has no place in production",
                    "write where the application is served, by https"
                );
            else if (context.Production && originOf(value!).IsPlainHttp)
                context.Add(
                    RuleBook.PlainHttp,
                    text,
                    $"{value} is reached by plain http, which has no place in production",
                    "use https"
                );
            else
                values.Add(text.With(value!));
        }
        return values;
    }

    private static ImmutableArray<T> Values<T>(IEnumerable<Written<T>> written) =>
        [.. written.Select(value => value.Value)];

    private static bool HasWildcard(Written<string> text) => text.Value.Contains('*', StringComparison.Ordinal);
}
