namespace OktaSpa.Cli.Graph.Facts;

/// <summary>Where Okta sends people to start to sign in, and whether the dashboard shows the application.</summary>
internal static class DashboardFact
{
    public static Fact<ApplicationView> Fact { get; } =
        new(ResourceTypes.OAuth, "dashboard", Words)
        {
            Reads =
            [
                nameof(ApplicationView.LoginUri),
                nameof(ApplicationView.LoginMode),
                nameof(ApplicationView.LoginScopes),
                nameof(ApplicationView.HideWeb),
                nameof(ApplicationView.HideIos),
            ],
            Changes = Changed,
        };

    private static IEnumerable<Sentence> Words(ApplicationView application)
    {
        if (application.LoginUri is { } uri)
        {
            Sentence tile = IsShown(application) ? Sentence.Of($", from {Places(application)} too") : Sentence.Of($"");
            yield return $"sign-in starts at {uri}{tile}";
        }
        if (!IsShown(application) && !IsHidden(application))
            yield return $"for its users: {Presentation(application)}";
    }

    private static IEnumerable<Judgement> Changed(ApplicationView? before, ApplicationView after)
    {
        if (before is null)
            yield break;
        if (before.LoginUri != after.LoginUri)
        {
            var known = new Hosts([.. before.PostLogoutRedirectUris, .. before.RedirectUris]);
            yield return after.LoginUri is { } uri
                ? FindingBook.InitiateLoginUriChanged.Finds(
                    $"Okta sends people to {uri} to start to sign in",
                    uri,
                    known.Contains(Hosts.Of(uri)) ? Severity.Note : Severity.Caution
                )
                : FindingBook.InitiateLoginUriRemoved.Finds(
                    $"no initiate login URI any more: Okta cannot send people back to the application, for example after a password was reset"
                );
        }
        if (Where(before).Equals(Where(after)))
            yield break;
        yield return FindingBook.DashboardChanged.Finds($"for its users: {Where(after)}");
    }

    // The application asks for its own scopes; Okta only wants to have some.
    private static bool IsShown(ApplicationView application) =>
        application is { LoginUri: not null, LoginMode: "SPEC", LoginScopes.Count: > 0 }
        && (application.HideWeb, application.HideIos) is (false, true) or (true, false) or (false, false)
        && application.LoginScopes.ToHashSet().SetEquals(application.Scopes.Where(scope => scope != "offline_access"));

    private static bool IsHidden(ApplicationView application) =>
        application is { LoginMode: "DISABLED", HideWeb: true, HideIos: true, LoginScopes.Count: 0 };

    private static Sentence Where(ApplicationView application) =>
        IsShown(application) ? Sentence.Of($"shown by {Places(application)}")
        : IsHidden(application) ? Sentence.Of($"not shown on the dashboard")
        : Presentation(application);

    private static Sentence Places(ApplicationView application) =>
        (application.HideWeb, application.HideIos) switch
        {
            (false, false) => Sentence.Of($"a tile on the dashboard and in the Okta app for iOS"),
            (false, _) => Sentence.Of($"a tile on the dashboard"),
            _ => Sentence.Of($"a tile in the Okta app for iOS"),
        };

    private static Sentence Presentation(ApplicationView application) =>
        Sentence.Of(
            $"loginMode {application.LoginMode ?? "(not set)"}, hideWeb {Flag(application.HideWeb)}, hideIos {Flag(application.HideIos)}, loginScopes {application.LoginScopes.DefaultIfEmpty("(none)")}"
        );

    private static string Flag(bool? value) =>
        value switch
        {
            true => "true",
            false => "false",
            null => "(not set)",
        };
}
