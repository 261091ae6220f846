namespace Pulumi.Okta.App;

/// <summary>An OIDC application.</summary>
[ResourceType("okta:app/oAuth:OAuth", null)]
public class OAuth(string name, OAuthArgs args, CustomResourceOptions? options = null)
    : CustomResource("okta:app/oAuth:OAuth", name, args, options)
{
    [Output("clientId")]
    public Output<string> ClientId { get; private set; } = null!;
}
