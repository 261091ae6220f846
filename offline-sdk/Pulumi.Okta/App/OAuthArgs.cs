namespace Pulumi.Okta.App;

/// <summary>What an OIDC application is made with.</summary>
public sealed class OAuthArgs : ResourceArgs
{
    [Input("adminNote")]
    public Input<string>? AdminNote { get; set; }

    [Input("authenticationPolicy")]
    public Input<string>? AuthenticationPolicy { get; set; }

    [Input("consentMethod")]
    public Input<string>? ConsentMethod { get; set; }

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

    [Input("pkceRequired")]
    public Input<bool>? PkceRequired { get; set; }

    [field: Input("postLogoutRedirectUris")]
    public InputList<string> PostLogoutRedirectUris
    {
        get => field ??= new();
        set;
    }

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

    [Input("tokenEndpointAuthMethod")]
    public Input<string>? TokenEndpointAuthMethod { get; set; }

    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;

    [Input("wildcardRedirect")]
    public Input<string>? WildcardRedirect { get; set; }
}
