using System.Collections.Immutable;

namespace Pulumi.Okta.App;

/// <summary>An OIDC application.</summary>
[OktaResourceType("okta:app/oAuth:OAuth")]
public class OAuth(string name, OAuthArgs args, CustomResourceOptions? options = null)
    : CustomResource(
        "okta:app/oAuth:OAuth",
        name,
        args ?? new OAuthArgs(),
        OktaDefaults.Merge(options, "clientBasicSecret", "clientBasicSecretWo", "clientSecret")
    )
{
    [Output("accessibilityErrorRedirectUrl")]
    public Output<string?> AccessibilityErrorRedirectUrl { get; private set; } = null!;

    [Output("accessibilityLoginRedirectUrl")]
    public Output<string?> AccessibilityLoginRedirectUrl { get; private set; } = null!;

    [Output("accessibilitySelfService")]
    public Output<bool?> AccessibilitySelfService { get; private set; } = null!;

    [Output("adminNote")]
    public Output<string?> AdminNote { get; private set; } = null!;

    [Output("appLinksJson")]
    public Output<string?> AppLinksJson { get; private set; } = null!;

    [Output("appSettingsJson")]
    public Output<string?> AppSettingsJson { get; private set; } = null!;

    [Output("authenticationPolicy")]
    public Output<string> AuthenticationPolicy { get; private set; } = null!;

    [Output("autoKeyRotation")]
    public Output<bool?> AutoKeyRotation { get; private set; } = null!;

    [Output("autoSubmitToolbar")]
    public Output<bool?> AutoSubmitToolbar { get; private set; } = null!;

    [Output("backchannelCustomAuthenticatorId")]
    public Output<string?> BackchannelCustomAuthenticatorId { get; private set; } = null!;

    [Output("clientBasicSecret")]
    public Output<string?> ClientBasicSecret { get; private set; } = null!;

    [Output("clientBasicSecretWo")]
    public Output<string?> ClientBasicSecretWo { get; private set; } = null!;

    [Output("clientBasicSecretWoVersion")]
    public Output<int?> ClientBasicSecretWoVersion { get; private set; } = null!;

    [Output("clientId")]
    public Output<string> ClientId { get; private set; } = null!;

    [Output("clientSecret")]
    public Output<string> ClientSecret { get; private set; } = null!;

    [Output("clientUri")]
    public Output<string?> ClientUri { get; private set; } = null!;

    [Output("consentMethod")]
    public Output<string?> ConsentMethod { get; private set; } = null!;

    [Output("enduserNote")]
    public Output<string?> EnduserNote { get; private set; } = null!;

    [Output("frontchannelLogoutSessionRequired")]
    public Output<bool?> FrontchannelLogoutSessionRequired { get; private set; } = null!;

    [Output("frontchannelLogoutUri")]
    public Output<string?> FrontchannelLogoutUri { get; private set; } = null!;

    [Output("grantTypes")]
    public Output<ImmutableArray<string>> GrantTypes { get; private set; } = null!;

    [Output("hideIos")]
    public Output<bool?> HideIos { get; private set; } = null!;

    [Output("hideWeb")]
    public Output<bool?> HideWeb { get; private set; } = null!;

    [Output("implicitAssignment")]
    public Output<bool?> ImplicitAssignment { get; private set; } = null!;

    [Output("issuerMode")]
    public Output<string?> IssuerMode { get; private set; } = null!;

    [Output("jwksUri")]
    public Output<string?> JwksUri { get; private set; } = null!;

    [Output("label")]
    public Output<string> Label { get; private set; } = null!;

    [Output("loginMode")]
    public Output<string?> LoginMode { get; private set; } = null!;

    [Output("loginScopes")]
    public Output<ImmutableArray<string>> LoginScopes { get; private set; } = null!;

    [Output("loginUri")]
    public Output<string?> LoginUri { get; private set; } = null!;

    [Output("logo")]
    public Output<string?> Logo { get; private set; } = null!;

    [Output("logoUri")]
    public Output<string?> LogoUri { get; private set; } = null!;

    [Output("logoUrl")]
    public Output<string> LogoUrl { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("omitSecret")]
    public Output<bool?> OmitSecret { get; private set; } = null!;

    [Output("participateSlo")]
    public Output<bool?> ParticipateSlo { get; private set; } = null!;

    [Output("pkceRequired")]
    public Output<bool> PkceRequired { get; private set; } = null!;

    [Output("policyUri")]
    public Output<string?> PolicyUri { get; private set; } = null!;

    [Output("postLogoutRedirectUris")]
    public Output<ImmutableArray<string>> PostLogoutRedirectUris { get; private set; } = null!;

    [Output("preconfiguredApp")]
    public Output<string?> PreconfiguredApp { get; private set; } = null!;

    [Output("profile")]
    public Output<string?> Profile { get; private set; } = null!;

    [Output("redirectUris")]
    public Output<ImmutableArray<string>> RedirectUris { get; private set; } = null!;

    [Output("refreshTokenLeeway")]
    public Output<int?> RefreshTokenLeeway { get; private set; } = null!;

    [Output("refreshTokenRotation")]
    public Output<string?> RefreshTokenRotation { get; private set; } = null!;

    [Output("responseTypes")]
    public Output<ImmutableArray<string>> ResponseTypes { get; private set; } = null!;

    [Output("signOnMode")]
    public Output<string> SignOnMode { get; private set; } = null!;

    [Output("skipAuthenticationPolicy")]
    public Output<bool?> SkipAuthenticationPolicy { get; private set; } = null!;

    [Output("status")]
    public Output<string?> Status { get; private set; } = null!;

    [Output("tokenEndpointAuthMethod")]
    public Output<string?> TokenEndpointAuthMethod { get; private set; } = null!;

    [Output("tosUri")]
    public Output<string?> TosUri { get; private set; } = null!;

    [Output("type")]
    public Output<string> Type { get; private set; } = null!;

    [Output("userNameTemplate")]
    public Output<string?> UserNameTemplate { get; private set; } = null!;

    [Output("userNameTemplatePushStatus")]
    public Output<string?> UserNameTemplatePushStatus { get; private set; } = null!;

    [Output("userNameTemplateSuffix")]
    public Output<string?> UserNameTemplateSuffix { get; private set; } = null!;

    [Output("userNameTemplateType")]
    public Output<string?> UserNameTemplateType { get; private set; } = null!;

    [Output("wildcardRedirect")]
    public Output<string?> WildcardRedirect { get; private set; } = null!;
}
