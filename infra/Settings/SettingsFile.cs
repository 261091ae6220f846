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
        "Groups that this stack declares, by name.",
        MayBeEmpty = true,
        Example = "{ Storefront users: { description: May shop } }"
    )]
    public WrittenMap<GroupFile>? Groups { get; init; }

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
        "Who may use the application: everyone, the groups that are named, or elsewhere, where people or identity "
            + "governance assign it and nothing is declared.",
        IsRequired = true,
        Example = "{ groups: [Engineering] }"
    )]
    public AccessFile? Access { get; init; }

    [Setting("How the application refreshes its tokens, or none.", Default = "{}")]
    public RefreshTokenFile? RefreshToken { get; init; }

    [Setting(
        "Whether Okta asks people for their consent: trusted, or required, which takes a custom authorization server "
            + "with scopes that require it.",
        Default = "trusted"
    )]
    public Written<Consent>? Consent { get; init; }

    [Setting(
        "Whether the sign-in widget of Okta stands in the application's own pages, instead of a redirect to Okta. "
            + "Identity Engine only; each base URI must be a trusted origin for CORS.",
        Default = false
    )]
    public Written<bool>? EmbeddedSignIn { get; init; }

    [Setting(
        "Which host tokens of the organization's own authorization server name as their issuer: org, custom, or "
            + "dynamic for whichever the front end asks.",
        DefaultInWords = "custom where there is a custom domain, else org"
    )]
    public Written<IssuerMode>? IssuerMode { get; init; }

    [Setting(
        "From where tokens may be asked for and used; where people may sign in is the authentication policy's.",
        DefaultInWords = "anywhere",
        Example = "{ allow: [nzo1a2b3c4d5] }"
    )]
    public TokenNetworkZonesFile? TokenNetworkZones { get; init; }

    [Setting(
        "How long tokens live that a custom authorization server issues, or none. Declares a policy and a rule there "
            + "that admit this application; they restrict nobody whom another policy admits.",
        DefaultInWords = "none",
        Example = "{ accessTokenMinutes: 60 }"
    )]
    public TokenPolicyFile? TokenPolicy { get; init; }

    [Setting(
        "Other properties of the application, by the provider's names.",
        Example = "{ logoUri: https://cdn.example.com/logo.png }"
    )]
    public OktaFile? Okta { get; init; }

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
        "The client id, where Okta shall not make one. Another one is another application.",
        DefaultInWords = "Okta makes one",
        Pattern = "^[A-Za-z0-9$_.+!*'(),-]{6,100}$",
        PatternRemedy = "write 6 to 100 letters, digits and $-_.+!*'(),"
    )]
    public Written<string>? ClientId { get; init; }

    [Setting(
        "Where the application is served: scheme, host and port only.",
        IsRequired = true,
        Example = "[https://app.example.com, http://localhost:8080]"
    )]
    public WrittenList<Written<string>>? BaseUris { get; init; }

    [Setting(
        "The base URIs that may call Okta with a visitor's session (CORS) and be redirected to.",
        DefaultInWords = "every base URI, in a pull request's environment none",
        MayBeEmpty = true,
        Example = "[https://app.example.com, { origin: https://www.example.com, scopes: [cors] }]"
    )]
    public WrittenList<TrustedOriginFile>? TrustedOrigins { get; init; }

    [Setting(
        "Where Okta may send the browser with an authorization code.",
        DefaultInWords = "each base URI followed by /login/callback"
    )]
    public WrittenList<Written<string>>? SignInRedirectUris { get; init; }

    [Setting(
        "Sign-in redirect URIs of other parties, such as an API client: they receive codes, and are trusted for "
            + "nothing else.",
        Default = new string[0],
        MayBeEmpty = true,
        Example = "[https://oauth.pstmn.io/v1/callback]"
    )]
    public WrittenList<Written<string>>? ForeignRedirectUris { get; init; }

    [Setting("Where Okta may send the browser after sign-out.", DefaultInWords = "each base URI", MayBeEmpty = true)]
    public WrittenList<Written<string>>? SignOutRedirectUris { get; init; }

    [Setting(
        "Where Okta sends the browser to have the application start to sign in, for example after a password was reset.",
        Example = "https://app.example.com/login"
    )]
    public Written<string>? InitiateLoginUri { get; init; }

    [Setting(
        "Where the application is shown to its users; needs initiateLoginUri. true is { web: true }.",
        Default = false,
        Example = "{ web: true, ios: true }"
    )]
    public TileFile? Tile { get; init; }

    [Setting(
        "Whether a sign-in redirect URI may have a * in the leftmost label of its host. Okta discourages it.",
        Default = false
    )]
    public Written<bool>? WildcardRedirect { get; init; }

    [Setting("Risks of this application that somebody has decided to take.", MayBeEmpty = true)]
    public WrittenList<AcceptedRiskFile>? AcceptedRisks { get; init; }
}

/// <summary>Who may use an application.</summary>
[Words("{ groups: [Engineering] }", Everyone, Elsewhere)]
internal sealed record AccessFile : Block
{
    public const string Everyone = "everyone";
    public const string Elsewhere = "elsewhere";

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

/// <summary>How long tokens live that a custom authorization server issues.</summary>
// Limits and their order: Okta, Authorization Servers API, policy rules. The provider would send 0, unlimited, for one
// that is left out.
[Words("{ accessTokenMinutes: 60, refreshTokenMinutes: 129600, refreshTokenIdleMinutes: 10080 }", None)]
internal sealed record TokenPolicyFile : Block
{
    public const string None = "none";

    private const int Days90 = 90 * 24 * 60;
    private const int Days7 = 7 * 24 * 60;

    [Setting("How many minutes an access token lives.", Default = 60, Minimum = 5, Maximum = 1440)]
    public Written<int>? AccessTokenMinutes { get; init; }

    [Setting("How many minutes a refresh token lives, however often it is used; 0 for ever.", Default = Days90)]
    public Written<int>? RefreshTokenMinutes { get; init; }

    [Setting(
        "How many minutes a refresh token lives without being used.",
        Default = Days7,
        Minimum = 10,
        Maximum = 2_628_000
    )]
    public Written<int>? RefreshTokenIdleMinutes { get; init; }
}

/// <summary>A group that the stack declares.</summary>
internal sealed record GroupFile : Block
{
    [Setting("What it is for.", MaximumLength = 800)]
    public Written<string>? Description { get; init; }

    [Setting(
        "The expression by which people become members. Without one members are managed elsewhere.",
        Example = "user.department == \"Sales\""
    )]
    public Written<string>? Rule { get; init; }

    [Setting("The name that the group had before: it keeps its members.")]
    public Written<string>? Formerly { get; init; }
}

/// <summary>A base URI that is trusted, for both scopes or for one.</summary>
[Short(nameof(Origin))]
internal sealed record TrustedOriginFile : Block
{
    [Setting("The base URI.", IsRequired = true, Example = "https://app.example.com")]
    public Written<string>? Origin { get; init; }

    [Setting(
        "cors: its pages may call Okta with a visitor's session. redirect: Okta may send the browser there.",
        Default = new[] { "cors", "redirect" },
        Pattern = "^(cors|redirect|CORS|REDIRECT)$",
        PatternRemedy = "write cors or redirect"
    )]
    public WrittenList<Written<string>>? Scopes { get; init; }
}

/// <summary>Where an application is shown to its users.</summary>
[Short(nameof(Web))]
internal sealed record TileFile : Block
{
    [Setting("On the dashboard in a browser.", Default = false)]
    public Written<bool>? Web { get; init; }

    [Setting("In the Okta app for iOS.", Default = false)]
    public Written<bool>? Ios { get; init; }
}

/// <summary>From where tokens may be asked for and used; <c>none</c> for anywhere.</summary>
[Words("{ allow: [nzo1a2b3c4d5] }", None)]
internal sealed record TokenNetworkZonesFile : Block
{
    public const string None = "none";

    private const string Zone = "^nzo[0-9A-Za-z]+$";
    private const string ZoneRemedy = "write the id of a network zone, which begins with nzo";

    [Setting("Ids of the only network zones that may.", Pattern = Zone, PatternRemedy = ZoneRemedy)]
    public WrittenList<Written<string>>? Allow { get; init; }

    [Setting("Ids of the network zones that may not.", Pattern = Zone, PatternRemedy = ZoneRemedy)]
    public WrittenList<Written<string>>? Block { get; init; }
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
