using OktaSpa.Web;

namespace OktaSpa.Settings;

/// <summary>Something that is allowed, but that a reviewer must know.</summary>
/// <param name="Severity">How much to mind.</param>
/// <param name="Application">The logical name of the application.</param>
/// <param name="Path">The place in the settings.</param>
/// <param name="Message">What may happen.</param>
internal sealed record Risk(Severity Severity, string Application, string Path, string Message)
{
    public override string ToString() => $"{Severity.ToString().ToUpperInvariant()} {Path}: {Message}.";

    /// <summary>The risks of one stack, the applications' in their order.</summary>
    public static IEnumerable<Risk> Of(StackSettings settings) =>
        settings.Applications.SelectMany(application => Of(application, settings.Production, settings.IsPullRequest));

    /// <summary>The risks that show only when all stacks are read together.</summary>
    /// <param name="stacks">The name and settings of every stack of the project.</param>
    /// <returns>Each with the name of the stack that it belongs to.</returns>
    public static IEnumerable<(string Stack, Risk Risk)> Across(
        IReadOnlyCollection<(string Stack, StackSettings Settings)> stacks
    ) =>
        from stack in stacks
        let production = stacks
            .Where(other =>
                other.Settings.Production && other.Settings.Organization.Host == stack.Settings.Organization.Host
            )
            .Select(other => other.Stack)
            .FirstOrDefault()
        where production is not null
        from application in stack.Settings.Applications
        from origin in application.TrustedOrigins
        where origin.IsLoopback
        select (
            stack.Stack,
            new Risk(
                Severity.Caution,
                application.Name,
                $"applications.{application.Name}.trustedOrigins",
                $"{origin} is trusted by {stack.Settings.Organization.Host}, which stack {production} uses for production: what runs on a visitor's own machine may call it with their session"
            )
        );

    private static IEnumerable<Risk> Of(Application application, bool production, bool pullRequest)
    {
        var path = $"applications.{application.Name}";
        Risk New(Severity severity, string key, string message) =>
            new(severity, application.Name, $"{path}.{key}", message);

        foreach (var uri in application.WildcardUris)
            yield return New(
                production ? Severity.Danger : Severity.Caution,
                "signInRedirectUris",
                $"{uri} sends codes to any host that matches; whoever can have such a host can sign in as its visitors"
            );
        if (application.Groups is null && production)
            yield return New(
                Severity.Caution,
                "access",
                "everyone in the organization may use the application, people who join later included"
            );
        foreach (var origin in pullRequest ? application.TrustedOrigins : [])
            yield return New(
                Severity.Caution,
                "trustedOrigins",
                $"code that nobody has reviewed may call Okta from {origin} with a visitor's session"
            );
        if (application.RefreshToken is { Rotation: RefreshTokenRotation.Persistent })
            yield return New(
                Severity.Caution,
                "refreshToken",
                "a refresh token that is stolen from a browser works until it expires, unnoticed"
            );
        foreach (var uri in application.SignOutRedirectUris.Where(uri => IsForeign(uri, application)))
            yield return New(
                Severity.Caution,
                "signOutRedirectUris",
                $"{uri} is on a host where the application is not served"
            );
        if (application.InitiateLoginUri is { } initiate && IsForeign(initiate, application))
            yield return New(
                Severity.Caution,
                "initiateLoginUri",
                $"{initiate} is on a host where the application is not served"
            );
        if (application.Issuer != "org")
            yield return New(
                Severity.Note,
                "issuer",
                $"the authorization server {application.Issuer} admits this client only if one of its policies has a rule that does"
            );
    }

    private static bool IsForeign(RedirectUri uri, Application application) =>
        !application.BaseUris.Any(origin => origin.Host == uri.Origin.Host);
}
