namespace Pulumi.Okta.TrustedOrigin;

/// <summary>A web origin that the organization trusts.</summary>
[ResourceType("okta:trustedorigin/origin:Origin", null)]
public class Origin(string name, OriginArgs args, CustomResourceOptions? options = null)
    : CustomResource("okta:trustedorigin/origin:Origin", name, args, options);

/// <summary>What a trusted origin is made with.</summary>
public sealed class OriginArgs : ResourceArgs
{
    [Input("active")]
    public Input<bool>? Active { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("origin", required: true)]
    public Input<string> OriginName { get; set; } = null!;

    [field: Input("scopes", required: true)]
    public InputList<string> Scopes
    {
        get => field ??= new();
        set;
    }
}
