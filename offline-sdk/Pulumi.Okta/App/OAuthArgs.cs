namespace Pulumi.Okta.App;

/// <summary>What an OIDC application is made with.</summary>
public sealed class OAuthArgs : ResourceArgs
{
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

    [Input("authenticationPolicy")]
    public Input<string>? AuthenticationPolicy { get; set; }

    [Input("autoKeyRotation")]
    public Input<bool>? AutoKeyRotation { get; set; }

    [Input("autoSubmitToolbar")]
    public Input<bool>? AutoSubmitToolbar { get; set; }

    [Input("clientId")]
    public Input<string>? ClientId { get; set; }

    [Input("clientUri")]
    public Input<string>? ClientUri { get; set; }

    [Input("consentMethod")]
    public Input<string>? ConsentMethod { get; set; }

    [Input("enduserNote")]
    public Input<string>? EnduserNote { get; set; }

    [field: Input("grantTypes")]
    public InputList<string> GrantTypes
    {
        get => field ??= new();
        set;
    }

    [Input("hideIos")]
    public Input<bool>? HideIos { get; set; }

    [Input("hideWeb")]
    public Input<bool>? HideWeb { get; set; }

    [Input("issuerMode")]
    public Input<string>? IssuerMode { get; set; }

    [Input("label", required: true)]
    public Input<string> Label { get; set; } = null!;

    [Input("loginMode")]
    public Input<string>? LoginMode { get; set; }

    [field: Input("loginScopes")]
    public InputList<string> LoginScopes
    {
        get => field ??= new();
        set;
    }

    [Input("loginUri")]
    public Input<string>? LoginUri { get; set; }

    [Input("logoUri")]
    public Input<string>? LogoUri { get; set; }

    [Input("network")]
    public Input<Inputs.OAuthNetworkArgs>? Network { get; set; }

    [Input("pkceRequired")]
    public Input<bool>? PkceRequired { get; set; }

    [Input("policyUri")]
    public Input<string>? PolicyUri { get; set; }

    [field: Input("postLogoutRedirectUris")]
    public InputList<string> PostLogoutRedirectUris
    {
        get => field ??= new();
        set;
    }

    [Input("profile")]
    public Input<string>? Profile { get; set; }

    [field: Input("redirectUris")]
    public InputList<string> RedirectUris
    {
        get => field ??= new();
        set;
    }

    [Input("refreshTokenLeeway")]
    public Input<int>? RefreshTokenLeeway { get; set; }

    [Input("refreshTokenRotation")]
    public Input<string>? RefreshTokenRotation { get; set; }

    [field: Input("responseTypes")]
    public InputList<string> ResponseTypes
    {
        get => field ??= new();
        set;
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
