namespace Pulumi.Okta.App;

/// <summary>What an OIDC application is made with.</summary>
public sealed class OAuthArgs : ResourceArgs
{
    public static new OAuthArgs Empty => new();

    [Input("accessibilityErrorRedirectUrl")]
    public Input<string>? AccessibilityErrorRedirectUrl { get; set; }

    [Input("accessibilityLoginRedirectUrl")]
    public Input<string>? AccessibilityLoginRedirectUrl { get; set; }

    [Input("accessibilitySelfService")]
    public Input<bool>? AccessibilitySelfService { get; set; }

    [Input("adminNote")]
    public Input<string>? AdminNote { get; set; }

    [Input("appLinksJson")]
    public Input<string>? AppLinksJson { get; set; }

    [Input("appSettingsJson")]
    public Input<string>? AppSettingsJson { get; set; }

    [Input("authenticationPolicy")]
    public Input<string>? AuthenticationPolicy { get; set; }

    [Input("autoKeyRotation")]
    public Input<bool>? AutoKeyRotation { get; set; }

    [Input("autoSubmitToolbar")]
    public Input<bool>? AutoSubmitToolbar { get; set; }

    [Input("backchannelCustomAuthenticatorId")]
    public Input<string>? BackchannelCustomAuthenticatorId { get; set; }

    [Input("clientBasicSecret")]
    private Input<string>? _clientBasicSecret;

    public Input<string>? ClientBasicSecret
    {
        get => _clientBasicSecret;
        set => _clientBasicSecret = Output.CreateSecret(value.ToOutput());
    }

    [Input("clientBasicSecretWo")]
    private Input<string>? _clientBasicSecretWo;

    public Input<string>? ClientBasicSecretWo
    {
        get => _clientBasicSecretWo;
        set => _clientBasicSecretWo = Output.CreateSecret(value.ToOutput());
    }

    [Input("clientBasicSecretWoVersion")]
    public Input<int>? ClientBasicSecretWoVersion { get; set; }

    [Input("clientId")]
    public Input<string>? ClientId { get; set; }

    [Input("clientUri")]
    public Input<string>? ClientUri { get; set; }

    [Input("consentMethod")]
    public Input<string>? ConsentMethod { get; set; }

    [Input("enduserNote")]
    public Input<string>? EnduserNote { get; set; }

    [Input("frontchannelLogoutSessionRequired")]
    public Input<bool>? FrontchannelLogoutSessionRequired { get; set; }

    [Input("frontchannelLogoutUri")]
    public Input<string>? FrontchannelLogoutUri { get; set; }

    [Input("grantTypes")]
    private InputList<string>? _grantTypes;

    public InputList<string> GrantTypes
    {
        get => _grantTypes ??= [];
        set => _grantTypes = value;
    }

    [Input("hideIos")]
    public Input<bool>? HideIos { get; set; }

    [Input("hideWeb")]
    public Input<bool>? HideWeb { get; set; }

    [Input("implicitAssignment")]
    public Input<bool>? ImplicitAssignment { get; set; }

    [Input("issuerMode")]
    public Input<string>? IssuerMode { get; set; }

    [Input("jwksUri")]
    public Input<string>? JwksUri { get; set; }

    [Input("label", required: true)]
    public Input<string> Label { get; set; } = null!;

    [Input("loginMode")]
    public Input<string>? LoginMode { get; set; }

    [Input("loginScopes")]
    private InputList<string>? _loginScopes;

    public InputList<string> LoginScopes
    {
        get => _loginScopes ??= [];
        set => _loginScopes = value;
    }

    [Input("loginUri")]
    public Input<string>? LoginUri { get; set; }

    [Input("logo")]
    public Input<string>? Logo { get; set; }

    [Input("logoUri")]
    public Input<string>? LogoUri { get; set; }

    [Input("omitSecret")]
    public Input<bool>? OmitSecret { get; set; }

    [Input("participateSlo")]
    public Input<bool>? ParticipateSlo { get; set; }

    [Input("pkceRequired")]
    public Input<bool>? PkceRequired { get; set; }

    [Input("policyUri")]
    public Input<string>? PolicyUri { get; set; }

    [Input("postLogoutRedirectUris")]
    private InputList<string>? _postLogoutRedirectUris;

    public InputList<string> PostLogoutRedirectUris
    {
        get => _postLogoutRedirectUris ??= [];
        set => _postLogoutRedirectUris = value;
    }

    [Input("preconfiguredApp")]
    public Input<string>? PreconfiguredApp { get; set; }

    [Input("profile")]
    public Input<string>? Profile { get; set; }

    [Input("redirectUris")]
    private InputList<string>? _redirectUris;

    public InputList<string> RedirectUris
    {
        get => _redirectUris ??= [];
        set => _redirectUris = value;
    }

    [Input("refreshTokenLeeway")]
    public Input<int>? RefreshTokenLeeway { get; set; }

    [Input("refreshTokenRotation")]
    public Input<string>? RefreshTokenRotation { get; set; }

    [Input("responseTypes")]
    private InputList<string>? _responseTypes;

    public InputList<string> ResponseTypes
    {
        get => _responseTypes ??= [];
        set => _responseTypes = value;
    }

    [Input("skipAuthenticationPolicy")]
    public Input<bool>? SkipAuthenticationPolicy { get; set; }

    [Input("status")]
    public Input<string>? Status { get; set; }

    [Input("tokenEndpointAuthMethod")]
    public Input<string>? TokenEndpointAuthMethod { get; set; }

    [Input("tosUri")]
    public Input<string>? TosUri { get; set; }

    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;

    [Input("userNameTemplate")]
    public Input<string>? UserNameTemplate { get; set; }

    [Input("userNameTemplatePushStatus")]
    public Input<string>? UserNameTemplatePushStatus { get; set; }

    [Input("userNameTemplateSuffix")]
    public Input<string>? UserNameTemplateSuffix { get; set; }

    [Input("userNameTemplateType")]
    public Input<string>? UserNameTemplateType { get; set; }

    [Input("wildcardRedirect")]
    public Input<string>? WildcardRedirect { get; set; }
}
