using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings;

// What a stack file may say: names, kinds, limits, defaults, descriptions and remedies stand here, once, as data. The
// binder reads into these types; the companion makes the JSON schema and the docs' table of them. What is wrong, or not
// there and without a default, is null.

/// <summary>The whole of the settings.</summary>
internal sealed record SettingsFile : Block
{
    /// <summary>What applications may be called.</summary>
    public const string LogicalName = "^[a-z][a-z0-9-]*$";

    /// <summary>What <see cref="LogicalName"/> means.</summary>
    public const string LogicalNameRemedy = "write lower-case letters, digits and hyphens, a letter first";

    [Setting(
        "Whether this environment is strict: https only, no localhost, applications protected from deletion.",
        IsRequired = true
    )]
    public Written<bool>? Production { get; init; }

    [Setting(
        "The organization's own sign-in host. Without it tokens are issued by the organization's Okta host.",
        Example = "login.example.com"
    )]
    public Written<string>? CustomDomain { get; init; }

    [Setting(
        "What applications of this stack share. An application's own key replaces the default as a whole; where there "
            + "is no other way to say that it does not want the default, it writes none.",
        Example = "{ access: { groups: [Employees] } }"
    )]
    public SharedFile? Defaults { get; init; }

    [Setting(
        "The single-page applications by logical name. Another name is another application with another client id, "
            + "unless formerly gives the old one.",
        IsRequired = true,
        Pattern = LogicalName,
        PatternRemedy = LogicalNameRemedy,
        IsName = true
    )]
    public WrittenMap<ApplicationFile>? Applications { get; init; }

    [Setting(
        "Trusted origins of these applications that another stack declares: looked up instead of declared.",
        Default = new string[0],
        MayBeEmpty = true
    )]
    public WrittenList<Written<string>>? TrustedOriginsManagedElsewhere { get; init; }

    [Setting("Risks that somebody has decided to take, wherever in the stack they are.", MayBeEmpty = true)]
    public WrittenList<AcceptedRiskFile>? AcceptedRisks { get; init; }
}

/// <summary>What applications may share, under <c>defaults</c>, and each may say for itself.</summary>
internal record SharedFile : Block
{
    [Setting(
        "Who may use the application: everyone, or the groups that are named.",
        IsRequired = true,
        Example = "{ groups: [Engineering] }"
    )]
    public AccessFile? Access { get; init; }

    [Setting("How the application refreshes its tokens, or none.", Default = "{}")]
    public RefreshTokenFile? RefreshToken { get; init; }

    [Setting(
        "The id of the authentication policy that the application uses, or none for what the organization has chosen.",
        Default = "none",
        Pattern = "^(none|rst[0-9A-Za-z]+)$",
        PatternRemedy = "write the id of an authentication policy, which begins with rst"
    )]
    public Written<string>? AuthenticationPolicy { get; init; }

    [Setting(
        "Which authorization server the front end uses: org, default, or the id of a custom one.",
        Default = "org",
        Pattern = "^(org|default|aus[0-9A-Za-z]+)$",
        PatternRemedy = "write org, default, or the id of an authorization server, which begins with aus"
    )]
    public Written<string>? Issuer { get; init; }

    [Setting(
        "The scopes that the front end asks for; offline_access is added where refresh tokens are on.",
        Default = new[] { "openid", "profile", "email" }
    )]
    public WrittenList<Written<string>>? Scopes { get; init; }
}

/// <summary>One application.</summary>
internal sealed record ApplicationFile : SharedFile
{
    [Setting(
        "The logical name that this application had before: it keeps its client id.",
        Pattern = SettingsFile.LogicalName,
        PatternRemedy = SettingsFile.LogicalNameRemedy,
        IsName = true
    )]
    public Written<string>? Formerly { get; init; }

    // Okta, Applications API: label, 1 to 100 characters.
    [Setting("The name that people see in Okta, distinct within the stack.", IsRequired = true, MaximumLength = 100)]
    public Written<string>? Label { get; init; }

    [Setting(
        "Where the application is served: scheme, host and port only.",
        IsRequired = true,
        Example = "[https://app.example.com, http://localhost:8080]"
    )]
    public WrittenList<Written<string>>? BaseUris { get; init; }

    [Setting(
        "The base URIs that may call Okta with a visitor's session (CORS) and be redirected to.",
        DefaultInWords = "every base URI, in a pull request's environment none",
        MayBeEmpty = true
    )]
    public WrittenList<Written<string>>? TrustedOrigins { get; init; }

    [Setting(
        "Where Okta may send the browser with an authorization code.",
        DefaultInWords = "each base URI followed by /login/callback"
    )]
    public WrittenList<Written<string>>? SignInRedirectUris { get; init; }

    [Setting("Where Okta may send the browser after sign-out.", DefaultInWords = "each base URI", MayBeEmpty = true)]
    public WrittenList<Written<string>>? SignOutRedirectUris { get; init; }

    [Setting(
        "Where Okta sends the browser to have the application start to sign in, for example after a password was reset.",
        Example = "https://app.example.com/login"
    )]
    public Written<string>? InitiateLoginUri { get; init; }

    [Setting(
        "Whether the application is shown on the dashboard of its users; needs initiateLoginUri.",
        Default = false
    )]
    public Written<bool>? Tile { get; init; }

    [Setting(
        "Whether a sign-in redirect URI may have a * in the leftmost label of its host. Okta discourages it.",
        Default = false
    )]
    public Written<bool>? WildcardRedirect { get; init; }

    [Setting("Risks of this application that somebody has decided to take.", MayBeEmpty = true)]
    public WrittenList<AcceptedRiskFile>? AcceptedRisks { get; init; }
}

/// <summary>Who may use an application.</summary>
[Words("{ groups: [Engineering] }", Everyone)]
internal sealed record AccessFile : Block
{
    public const string Everyone = "everyone";

    [Setting("Names or ids of groups.", IsRequired = true)]
    public WrittenList<Written<string>>? Groups { get; init; }
}

/// <summary>How an application refreshes its tokens.</summary>
[Words("{ rotation: rotate, gracePeriodSeconds: 30 }", None)]
internal sealed record RefreshTokenFile : Block
{
    public const string None = "none";

    [Setting(
        "rotate: each refresh gives a new refresh token. persistent: the same one until it expires.",
        Default = "rotate"
    )]
    public Written<RefreshTokenRotation>? Rotation { get; init; }

    // 30: Okta's own default for single-page applications. 0 to 60: Okta, Refresh token rotation.
    [Setting(
        "How many seconds the previous refresh token stays valid after a rotation.",
        Default = 30,
        Minimum = 0,
        Maximum = 60
    )]
    public Written<int>? GracePeriodSeconds { get; init; }
}

/// <summary>A risk that somebody has decided to take.</summary>
internal sealed record AcceptedRiskFile : Block
{
    [Setting("The rule that the risk names.", IsRequired = true, Example = "wildcard-redirect")]
    public Written<string>? Rule { get; init; }

    [Setting(
        "Why it is taken, for those who review it.",
        IsRequired = true,
        Example = "preview hosts are ours (SEC-42)"
    )]
    public Written<string>? Because { get; init; }
}
