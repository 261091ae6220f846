namespace Pulumi.Okta.Auth;

/// <summary>A policy of an authorization server.</summary>
[ResourceType("okta:auth/serverPolicy:ServerPolicy", null)]
public class ServerPolicy(string name, ServerPolicyArgs args, CustomResourceOptions? options = null)
    : CustomResource("okta:auth/serverPolicy:ServerPolicy", name, args, options);

/// <summary>What a policy is made with.</summary>
public sealed class ServerPolicyArgs : ResourceArgs
{
    [Input("authServerId", required: true)]
    public Input<string> AuthServerId { get; set; } = null!;

    [field: Input("clientWhitelists", required: true)]
    public InputList<string> ClientWhitelists
    {
        get => field ??= new();
        set;
    }

    [Input("description", required: true)]
    public Input<string> Description { get; set; } = null!;

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("priority", required: true)]
    public Input<int> Priority { get; set; } = null!;

    [Input("status")]
    public Input<string>? Status { get; set; }
}
