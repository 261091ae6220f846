using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace OktaSpa.Settings;

// What a stack file may say under okta-spa:settings, as it says it. SettingsBinder reads into these types and the
// companion makes the JSON schema from them, so names, kinds, limits and descriptions stand here once. A required
// property is null where the file is wrong; SettingsRules makes StackSettings of the rest.

/// <summary>The whole of <c>okta-spa:settings</c>.</summary>
[Description("What this environment declares in Okta.")]
internal sealed record SettingsFile
{
    [Description("Whether this environment is strict: https only, no localhost, applications protected from deletion.")]
    public required bool? Production { get; init; }

    [Description(
        "The organization's own sign-in host, such as login.example.com. Default: none; tokens are issued by the organization's Okta host."
    )]
    public string? CustomDomain { get; init; }

    [Description(
        "The single-page applications by logical name. Another name is another application with another client id, unless formerly gives the old one."
    )]
    [RegularExpression(LogicalName)]
    public required Dictionary<string, ApplicationFile>? Applications { get; init; }

    [Description(
        "Trusted origins of these applications that another stack declares: looked up instead of declared. Default: none."
    )]
    public List<string>? TrustedOriginsManagedElsewhere { get; init; }

    /// <summary>What an application may be called.</summary>
    public const string LogicalName = "^[a-z][a-z0-9-]*$";
}

/// <summary>One application.</summary>
[Description("A single-page application: an OpenID Connect client of type browser.")]
internal sealed record ApplicationFile
{
    /// <summary>Okta, Applications API: label, 1 to 100 characters.</summary>
    public const int MaximumLabel = 100;

    [Description("The logical name that this application had before: it keeps its client id.")]
    [RegularExpression(SettingsFile.LogicalName)]
    public string? Formerly { get; init; }

    [Description("The name that people see in Okta. Distinct within the stack, 100 characters at most.")]
    [MaxLength(MaximumLabel)]
    public required string? Label { get; init; }

    [Description("Where the application is served: scheme, host and port only.")]
    [MinLength(1)]
    public required List<string>? BaseUris { get; init; }

    [Description(
        "The base URIs that may call Okta with a visitor's session (CORS) and be redirected to. Default: every base URI, in a pull request's environment none. [] for none."
    )]
    public List<string>? TrustedOrigins { get; init; }

    [Description(
        "Where Okta may send the browser with an authorization code. Default: each base URI followed by /login/callback."
    )]
    [MinLength(1)]
    public List<string>? SignInRedirectUris { get; init; }

    [Description("Where Okta may send the browser after sign-out. Default: each base URI. [] for none.")]
    public List<string>? SignOutRedirectUris { get; init; }

    [Description(
        "Where Okta sends the browser to have the application start to sign in, for example after a password was reset. Default: none."
    )]
    public string? InitiateLoginUri { get; init; }

    [Description(
        "Whether the application is shown on the dashboard of its users; needs initiateLoginUri. Default: false."
    )]
    public bool? Tile { get; init; }

    [Description("Who may use the application: everyone, or the groups that are named.")]
    public required AccessFile? Access { get; init; }

    [Description(
        "How the application refreshes its tokens, or none. Default: rotation rotate with a grace period of 30 seconds."
    )]
    public RefreshTokenFile? RefreshToken { get; init; }

    [Description(
        "Whether a sign-in redirect URI may have a * in the leftmost label of its host. Okta discourages it. Default: false."
    )]
    public bool? WildcardRedirect { get; init; }

    [Description(
        "The id of the authentication policy that the application uses. Default: what the organization has chosen."
    )]
    [RegularExpression("^rst[0-9A-Za-z]+$")]
    public string? AuthenticationPolicy { get; init; }

    [Description(
        "Which authorization server the front end uses: org, default, or the id of a custom one. Default: org."
    )]
    [RegularExpression("^(org|default|aus[0-9A-Za-z]+)$")]
    public string? Issuer { get; init; }

    [Description(
        "The scopes that the front end asks for; offline_access is added where refresh tokens are on. Default: openid, profile, email."
    )]
    [MinLength(1)]
    public List<string>? Scopes { get; init; }
}

/// <summary>Who may use an application: <c>everyone</c>, or groups.</summary>
[Keyword("everyone", "{ groups: [Engineering] }")]
internal sealed record AccessFile : KeywordRecord
{
    [Description("Names or ids of groups.")]
    [MinLength(1)]
    public required List<string>? Groups { get; init; }
}

/// <summary>How an application refreshes its tokens: <c>none</c>, or a rotation.</summary>
[Keyword("none", "{ rotation: rotate, gracePeriodSeconds: 30 }")]
internal sealed record RefreshTokenFile : KeywordRecord
{
    [Description(
        "rotate: each refresh gives a new refresh token. persistent: the same one until it expires. Default: rotate."
    )]
    public RefreshTokenRotation? Rotation { get; init; }

    [Description("How many seconds the previous refresh token stays valid after a rotation. Default: 30.")]
    [Range(0, 60)]
    public int? GracePeriodSeconds { get; init; }
}

/// <summary>What happens to a refresh token that is used.</summary>
internal enum RefreshTokenRotation
{
    Rotate,
    Persistent,
}

/// <summary>A record that may also be written as one word, its <see cref="KeywordAttribute"/>.</summary>
internal abstract record KeywordRecord
{
    /// <summary>Whether the word was written; all else is null then.</summary>
    [JsonIgnore]
    public bool IsKeyword { get; init; }
}

/// <summary>The word that a <see cref="KeywordRecord"/> may be written as.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeywordAttribute(string word, string example) : Attribute
{
    public string Word { get; } = word;

    /// <summary>What the record looks like otherwise, in YAML.</summary>
    public string Example { get; } = example;
}
