using System.Collections.Immutable;

namespace Pulumi.Okta.TrustedOrigin;

/// <summary>A web origin that the organization trusts.</summary>
[OktaResourceType("okta:trustedorigin/origin:Origin")]
public class Origin(string name, OriginArgs args, CustomResourceOptions? options = null)
    : CustomResource("okta:trustedorigin/origin:Origin", name, args ?? new OriginArgs(), OktaDefaults.Merge(options))
{
    [Output("active")]
    public Output<bool?> Active { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("origin")]
    public Output<string> OriginName { get; private set; } = null!;

    [Output("scopes")]
    public Output<ImmutableArray<string>> Scopes { get; private set; } = null!;
}

/// <summary>What a trusted origin is made with.</summary>
public sealed class OriginArgs : ResourceArgs
{
    public static new OriginArgs Empty => new();

    [Input("active")]
    public Input<bool>? Active { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("origin", required: true)]
    public Input<string> OriginName { get; set; } = null!;

    [Input("scopes", required: true)]
    private InputList<string>? _scopes;

    public InputList<string> Scopes
    {
        get => _scopes ??= [];
        set => _scopes = value;
    }
}
