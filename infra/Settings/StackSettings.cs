using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OktaSpa.Settings.Rules;
using OktaSpa.Web;

namespace OktaSpa.Settings;

/// <summary>What a stack declares: checked, complete with defaults, in forms that cannot hold a wrong value.</summary>
internal sealed partial record StackSettings
{
    /// <summary>The configuration key of the settings, in the project's own namespace as Pulumi has it.</summary>
    /// <param name="project">The name of the Pulumi project.</param>
    // One key, so that a misspelt one cannot hide.
    public static string KeyOf(string project) => $"{project}:settings";

    public required Organization Organization { get; init; }

    /// <summary>Whether the environment is strict.</summary>
    public required bool Production { get; init; }

    /// <summary>Whether it is the environment of a pull request.</summary>
    public required bool IsPullRequest { get; init; }

    /// <summary>By name.</summary>
    public required ImmutableArray<Application> Applications { get; init; }

    /// <summary>Trusted origins that another stack of the organization declares.</summary>
    public required ImmutableArray<WebOrigin> TrustedOriginsManagedElsewhere { get; init; }

    /// <summary>
    /// Each origin that this stack declares, with the applications that it serves, both in a fixed order.
    /// </summary>
    public IEnumerable<(WebOrigin Origin, ImmutableArray<string> Applications)> TrustedOrigins =>
        from application in Applications
        from origin in application.TrustedOrigins
        where !TrustedOriginsManagedElsewhere.Contains(origin)
        group application.Name by origin into sharing
        orderby sharing.Key.ToString()
        select (sharing.Key, sharing.ToImmutableArray());

    /// <summary>Reads a stack's configuration and finds every problem in it.</summary>
    /// <param name="get">The value of a configuration key such as <c>okta:orgName</c>, objects as JSON; null where
    /// there is none.</param>
    /// <param name="project">The name of the Pulumi project, which the settings' key begins with.</param>
    /// <param name="stack">The name of the stack, which tells the environments of pull requests.</param>
    /// <returns>The settings, null where there is a problem.</returns>
    public static (StackSettings? Settings, IReadOnlyList<Problem> Problems) Read(
        Func<string, string?> get,
        string project,
        string stack
    )
    {
        var problems = new List<Problem>();
        var settings = new SettingsRules(PullRequestOf(stack), problems).Resolve(get, KeyOf(project));
        return (problems.Count == 0 ? settings : null, problems);
    }

    /// <summary>The number of the pull request whose environment a stack is; null for any other stack.</summary>
    public static string? PullRequestOf(string stack) =>
        PullRequestStack().Match(stack) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^pr-([1-9][0-9]*)\z")]
    private static partial Regex PullRequestStack();
}

/// <summary>The Okta organization.</summary>
/// <param name="Host">Its own host, such as <c>dev-00000000.okta.com</c>.</param>
/// <param name="CustomDomain">The host that its users see instead; null where there is none.</param>
internal sealed record Organization(string Host, string? CustomDomain);

/// <summary>A single-page application, checked. Lists are in file order.</summary>
internal sealed record Application
{
    /// <summary>Its logical name.</summary>
    public required string Name { get; init; }

    /// <summary>The logical name that it had before.</summary>
    public required string? Formerly { get; init; }

    public required string Label { get; init; }

    public required ImmutableArray<WebOrigin> BaseUris { get; init; }

    /// <summary>Some of the base URIs, those that another stack declares included.</summary>
    public required ImmutableArray<WebOrigin> TrustedOrigins { get; init; }

    /// <summary>The exact ones.</summary>
    public required ImmutableArray<RedirectUri> SignInRedirectUris { get; init; }

    /// <summary>The sign-in redirect URIs with a wildcard; empty where <c>wildcardRedirect</c> is off.</summary>
    public required ImmutableArray<WildcardUri> WildcardUris { get; init; }

    /// <summary>
    /// The one that the front end uses: the first exact one, or the page of the first base URI that the first wildcard
    /// stands for.
    /// </summary>
    public RedirectUri RedirectUri =>
        SignInRedirectUris is [var first, ..]
            ? first
            : new(BaseUris.First(WildcardUris[0].Matches), WildcardUris[0].PathAndQuery);

    public required ImmutableArray<RedirectUri> SignOutRedirectUris { get; init; }

    public required RedirectUri? InitiateLoginUri { get; init; }

    /// <summary>Whether it is shown on the dashboard; it has an initiate login URI then.</summary>
    public required bool Tile { get; init; }

    /// <summary>Who may use it; null for everyone in the organization.</summary>
    public required ImmutableArray<GroupReference>? Groups { get; init; }

    /// <summary>Null for none.</summary>
    public required RefreshToken? RefreshToken { get; init; }

    /// <summary>The id of a policy; null for the organization's choice.</summary>
    public required string? AuthenticationPolicy { get; init; }

    /// <summary><c>org</c>, <c>default</c> or the id of a custom authorization server.</summary>
    public required string Issuer { get; init; }

    /// <summary>What the front end asks for, <c>offline_access</c> included where refresh tokens are on.</summary>
    public required ImmutableArray<string> Scopes { get; init; }
}

/// <summary>A group as the settings name it.</summary>
/// <param name="NameOrId">Its name, or its id.</param>
internal sealed partial record GroupReference(string NameOrId)
{
    /// <summary>Okta's group of everyone in the organization.</summary>
    public static GroupReference Everyone { get; } = new("Everyone");

    /// <summary>Whether it is an id: 00g and 17 letters and digits.</summary>
    public bool IsId => Id().IsMatch(NameOrId);

    public override string ToString() => NameOrId;

    [GeneratedRegex(@"^00g[0-9A-Za-z]{17}\z")]
    private static partial Regex Id();
}

/// <summary>How tokens are refreshed.</summary>
/// <param name="Rotation">What happens to a refresh token that is used.</param>
/// <param name="GracePeriodSeconds">How long it then stays valid, 0 to 60; 0 where it is persistent.</param>
internal sealed record RefreshToken(RefreshTokenRotation Rotation, int GracePeriodSeconds);
