using OktaSpa.Web;

namespace OktaSpa.Settings.Rules;

/// <summary>What is allowed but risky, and whether somebody has decided to take the risk.</summary>
internal static class RiskRules
{
    /// <summary>The rules whose risks show only when all stacks are read together.</summary>
    public static IReadOnlyList<Rule> AcrossStacks { get; } = [RuleBook.LoopbackOriginOfProduction];

    /// <summary>The risks of one stack, the applications' in their order.</summary>
    public static IReadOnlyList<Risk> Of(StackSettings settings) =>
        [
            .. settings.Applications.SelectMany(application =>
                Of(application, settings).Select(risk => WithAcceptance(risk, settings))
            ),
        ];

    /// <summary>The risks that show only when all stacks are read together.</summary>
    /// <param name="stacks">The name and settings of every stack of the project.</param>
    /// <returns>Each with the name of the stack that it belongs to.</returns>
    public static IEnumerable<(string Stack, Risk Risk)> Across(
        IReadOnlyCollection<(string Stack, StackSettings Settings)> stacks
    )
    {
        foreach (var (stack, settings) in stacks)
        {
            var host = settings.Organization.Host;
            var production = stacks
                .Where(other =>
                    other.Settings.Production
                    && other.Settings.Organization is { IsKnown: true } organization
                    && organization.Host == host
                )
                .Select(other => other.Stack)
                .FirstOrDefault();
            if (production is null)
                continue;
            foreach (var application in settings.Applications)
            {
                foreach (
                    var origin in application
                        .TrustedOrigins.Select(trusted => trusted.Origin)
                        .Where(origin => origin.IsLoopback)
                )
                    yield return (stack, WithAcceptance(Loopback(application, origin, host, production), settings));
            }
        }
    }

    /// <summary>
    /// Finds accepted risks that the stack does not take: whoever reads them believes in a risk that is gone.
    /// </summary>
    public static void CheckAcceptances(StackSettings settings, ProblemList problems)
    {
        var taken = Of(settings);
        foreach (var application in settings.Applications)
            Check(application.AcceptedRisks, taken.Where(risk => risk.Application == application.Name));
        Check(settings.AcceptedRisks, taken);

        void Check(IEnumerable<AcceptedRisk> accepted, IEnumerable<Risk> risks)
        {
            foreach (var acceptance in accepted.Where(entry => !AcrossStacks.Contains(entry.Rule)))
            {
                if (risks.All(risk => risk.Rule != acceptance.Rule))
                    problems.Add(
                        RuleBook.AcceptanceWithoutRisk,
                        acceptance.Place,
                        $"there is no risk {acceptance.Rule} here to accept",
                        "remove it"
                    );
            }
        }
    }

    private static Risk WithAcceptance(Risk risk, StackSettings settings)
    {
        var own = settings.Applications.First(application => application.Name == risk.Application).AcceptedRisks;
        var acceptance = own.Concat(settings.AcceptedRisks).FirstOrDefault(accepted => accepted.Rule == risk.Rule);
        return risk with { Accepted = acceptance?.Because };
    }

    private static Risk Loopback(Application application, WebOrigin origin, string host, string production) =>
        new(
            RuleBook.LoopbackOriginOfProduction,
            Severity.Caution,
            application.Name,
            $"applications.{application.Name}.trustedOrigins",
            origin.ToString(),
            $"{origin} is trusted by {host}, which stack {production} uses for production: "
                + "what runs on a visitor's own machine may call it with their session"
        );

    private static IEnumerable<Risk> Of(Application application, StackSettings settings)
    {
        foreach (var uri in application.WildcardUris)
            yield return New(
                RuleBook.WildcardRedirect,
                settings.Production ? Severity.Danger : Severity.Caution,
                "signInRedirectUris",
                uri,
                $"{uri} sends codes to any host that matches; whoever can have such a host can sign in as its visitors"
            );
        if (application.Access.IsEveryone && settings.Production)
            yield return New(
                RuleBook.EveryoneInProduction,
                Severity.Caution,
                "access",
                "everyone",
                "everyone in the organization may use the application, people who join later included"
            );
        foreach (var origin in settings.PullRequest is null ? [] : application.TrustedOrigins)
            yield return New(
                RuleBook.OriginOfPullRequest,
                Severity.Caution,
                "trustedOrigins",
                origin,
                $"code that nobody has reviewed may call Okta from {origin} with a visitor's session"
            );
        if (application.RefreshToken is { Rotation: RefreshTokenRotation.Persistent })
            yield return New(
                RuleBook.PersistentRefreshToken,
                Severity.Caution,
                "refreshToken",
                "persistent",
                "a refresh token that is stolen from a browser works until it expires, unnoticed"
            );
        foreach (var uri in application.ForeignRedirectUris)
            yield return New(
                RuleBook.ForeignRedirectUri,
                settings.Production ? Severity.Danger : Severity.Caution,
                "foreignRedirectUris",
                uri,
                $"{uri} is another party's, which receives codes and with them can sign in as the application's users"
            );
        foreach (var origin in Origins(application).Where(origin => origin.IsPlainHttp))
            yield return New(
                RuleBook.PlainHttpInDevelopment,
                Severity.Caution,
                "baseUris",
                origin,
                $"{origin} is reached by plain http: anyone on the way can read codes, and browsers run PKCE there only where the page counts as a secure context"
            );
        if (application.SignOutRedirectUris.IsEmpty)
            yield return New(
                RuleBook.NoSignOutUri,
                Severity.Caution,
                "signOutRedirectUris",
                "none",
                "a front end that signs out ends on an error page of Okta's, unless it calls signOut({ postLogoutRedirectUri: null })"
            );
        foreach (var uri in application.SignOutRedirectUris.Where(IsForeign))
            yield return New(
                RuleBook.ForeignSignOutUri,
                Severity.Caution,
                "signOutRedirectUris",
                uri,
                $"{uri} is on a host where the application is not served"
            );
        if (application.InitiateLoginUri is { } initiate && IsForeign(initiate))
            yield return New(
                RuleBook.ForeignInitiateLoginUri,
                Severity.Caution,
                "initiateLoginUri",
                initiate,
                $"{initiate} is on a host where the application is not served"
            );
        foreach (var risk in Issuers(application, settings, New).Concat(Others(application, New)))
            yield return risk;

        Risk New(Rule rule, Severity severity, string key, object about, string message) =>
            new(rule, severity, application.Name, $"applications.{application.Name}.{key}", about.ToString()!, message);

        bool IsForeign(RedirectUri uri) => application.BaseUris.All(origin => origin.Host != uri.Origin.Host);
    }

    private static IEnumerable<WebOrigin> Origins(Application application) =>
        application
            .SignInRedirectUris.Concat(application.ForeignRedirectUris)
            .Concat(application.SignOutRedirectUris)
            .Select(uri => uri.Origin)
            .Concat(application.BaseUris)
            .Concat(application.InitiateLoginUri is { } initiate ? [initiate.Origin] : [])
            .Distinct();

    private static IEnumerable<Risk> Issuers(
        Application application,
        StackSettings settings,
        Func<Rule, Severity, string, object, string, Risk> newRisk
    )
    {
        var isOrganizations = application.Issuer == TokenRules.OrganizationIssuer;
        if (!FrontEnd.IsIssuerDecided(application, settings.Organization))
            yield return newRisk(
                RuleBook.IssuerNotDecided,
                Severity.Note,
                isOrganizations ? "issuerMode" : "issuer",
                application.Issuer,
                $"the issuer {FrontEnd.Issuer(application, settings.Organization)} is assumed: Okta decides it, not this file"
            );
        if (isOrganizations && application.Consent == Consent.Required)
            yield return newRisk(
                RuleBook.ConsentWithoutEffect,
                Severity.Note,
                "consent",
                "required",
                "consent is asked only for scopes of a custom authorization server that require it"
            );
        if (isOrganizations && application.Scopes.Contains("groups"))
            yield return newRisk(
                RuleBook.GroupsWithoutClaim,
                Severity.Note,
                "scopes",
                "groups",
                "the scope groups brings no claim without a filter of the application, which is not declared here"
            );
        if (
            application.TokenPolicy is { RefreshTokenMinutes: TokenRules.Unlimited }
            && application.RefreshToken is not null
        )
            yield return newRisk(
                RuleBook.UnlimitedTokenLifetime,
                Severity.Caution,
                "tokenPolicy",
                "refresh token",
                "a refresh token lives for ever, as long as it is used"
            );
        if (!isOrganizations && application.TokenPolicy is null)
            yield return newRisk(
                RuleBook.CustomAuthorizationServer,
                Severity.Note,
                "issuer",
                application.Issuer,
                $"the authorization server {application.Issuer} admits this client only if one of its policies has a rule that does"
            );
    }

    private static IEnumerable<Risk> Others(
        Application application,
        Func<Rule, Severity, string, object, string, Risk> newRisk
    )
    {
        var others = application.Okta;
        if (others.AccessibilitySelfService is { Value: true })
            yield return newRisk(
                RuleBook.SelfServiceAccess,
                Severity.Caution,
                "okta.accessibilitySelfService",
                "true",
                "people may add the application by themselves: access is no longer all that decides"
            );
        (string Key, string? Url)[] urls =
        [
            ("accessibilityErrorRedirectUrl", others.AccessibilityErrorRedirectUrl?.Value),
            ("accessibilityLoginRedirectUrl", others.AccessibilityLoginRedirectUrl?.Value),
        ];
        foreach (var (key, url) in urls)
        {
            if (url is not null && !IsOwn(url, application))
                yield return newRisk(
                    RuleBook.PeopleSentElsewhere,
                    Severity.Caution,
                    $"okta.{key}",
                    url,
                    $"people are sent to {url}, where the application is not served"
                );
        }
        if (others is not { UserNameTemplate: null, UserNameTemplateType: null, UserNameTemplateSuffix: null })
            yield return newRisk(
                RuleBook.UserNameTemplate,
                Severity.Note,
                "okta.userNameTemplate",
                others.UserNameTemplate?.Value ?? "built in",
                "preferred_username is made by another template than the login"
            );
        if (others.Status is { Value: "INACTIVE" })
            yield return newRisk(
                RuleBook.ApplicationOff,
                Severity.Caution,
                "okta.status",
                "INACTIVE",
                "nobody can sign in to the application"
            );
    }

    private static bool IsOwn(string url, Application application) =>
        RedirectUri.Parse(url, out var uri) is null
        && application.BaseUris.Any(origin => origin.Host == uri!.Origin.Host);
}
