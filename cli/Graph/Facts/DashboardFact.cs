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
            Sentence tile = IsTile(application) ? Sentence.Of($", from a tile on the dashboard too") : Sentence.Of($"");
            yield return $"sign-in starts at {uri}{tile}";
        }
        if (!IsTile(application) && !IsHidden(application))
            yield return $"on the dashboard: {Presentation(application)}";
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
        if (Presentation(before).Equals(Presentation(after)))
            yield break;
        yield return (IsTile(before), IsTile(after)) switch
        {
            (false, true) => FindingBook.DashboardChanged.Finds($"shown on the dashboard of its users"),
            (true, false) when IsHidden(after) => FindingBook.DashboardChanged.Finds(
                $"no longer shown on the dashboard of its users"
            ),
            _ => FindingBook.DashboardChanged.Finds($"on the dashboard: {Presentation(after)}"),
        };
    }

    // The application asks for its own scopes; Okta only wants to have some.
    private static bool IsTile(ApplicationView application) =>
        application is { LoginUri: not null, LoginMode: "SPEC", HideWeb: false, HideIos: true, LoginScopes.Count: > 0 }
        && application.LoginScopes.ToHashSet().SetEquals(application.Scopes.Where(scope => scope != "offline_access"));

    private static bool IsHidden(ApplicationView application) =>
        application is { LoginMode: "DISABLED", HideWeb: true, HideIos: true, LoginScopes.Count: 0 };

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
