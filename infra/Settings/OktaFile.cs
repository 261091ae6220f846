using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings;

/// <summary>
/// Other properties of an application, by the provider's names: a fixed list, with none that this program owns or that
/// makes sign-in less safe without a word. Limits: Okta, Applications API.
/// </summary>
internal sealed record OktaFile : Block
{
    private const string Https = "^https://[^\\s]+$";
    private const string HttpsRemedy = "write a URL that begins with https://";
    private const int Url = 1024;
    private const int Note = 250;

    [Setting(
        "A logo that Okta shows beside consent.",
        Pattern = Https,
        PatternRemedy = HttpsRemedy,
        MaximumLength = Url
    )]
    public Written<string>? LogoUri { get; init; }

    [Setting("The application's home page.", Pattern = Https, PatternRemedy = HttpsRemedy, MaximumLength = Url)]
    public Written<string>? ClientUri { get; init; }

    [Setting("Its terms of service.", Pattern = Https, PatternRemedy = HttpsRemedy, MaximumLength = Url)]
    public Written<string>? TosUri { get; init; }

    [Setting("Its privacy policy.", Pattern = Https, PatternRemedy = HttpsRemedy, MaximumLength = Url)]
    public Written<string>? PolicyUri { get; init; }

    [Setting("A note that its users see on the dashboard.", MaximumLength = Note)]
    public Written<string>? EnduserNote { get; init; }

    [Setting("A profile of your own, as a JSON object.", Example = """'{"costCenter": "42"}'""")]
    public Written<string>? Profile { get; init; }

    [Setting("Whether Okta changes the application's keys by itself. Okta's default is true.")]
    public Written<bool>? AutoKeyRotation { get; init; }

    [Setting("Whether Okta's browser plugin signs in by itself.")]
    public Written<bool>? AutoSubmitToolbar { get; init; }

    [Setting(
        "Which links of the application are shown, as a JSON object.",
        Example = """'{"oidc_client_link": true}'"""
    )]
    public Written<string>? AppLinksJson { get; init; }

    [Setting(
        "ACTIVE, or INACTIVE: nobody can sign in to it.",
        Pattern = "^(ACTIVE|INACTIVE)$",
        PatternRemedy = "write ACTIVE or INACTIVE"
    )]
    public Written<string>? Status { get; init; }

    [Setting("Whether people may add the application to their dashboard by themselves.")]
    public Written<bool>? AccessibilitySelfService { get; init; }

    [Setting("Where people are sent on an error.", Pattern = Https, PatternRemedy = HttpsRemedy)]
    public Written<string>? AccessibilityErrorRedirectUrl { get; init; }

    [Setting("Where people are sent to sign in.", Pattern = Https, PatternRemedy = HttpsRemedy)]
    public Written<string>? AccessibilityLoginRedirectUrl { get; init; }

    [Setting("What preferred_username is made of.", Example = "${source.email}")]
    public Written<string>? UserNameTemplate { get; init; }

    [Setting(
        "NONE, BUILT_IN or CUSTOM.",
        Pattern = "^(NONE|BUILT_IN|CUSTOM)$",
        PatternRemedy = "write NONE, BUILT_IN or CUSTOM"
    )]
    public Written<string>? UserNameTemplateType { get; init; }

    [Setting("What follows a built-in template.")]
    public Written<string>? UserNameTemplateSuffix { get; init; }

    [Setting("PUSH or DONT_PUSH.", Pattern = "^(PUSH|DONT_PUSH)$", PatternRemedy = "write PUSH or DONT_PUSH")]
    public Written<string>? UserNameTemplatePushStatus { get; init; }
}
