namespace Pulumi.Okta.Auth;

/// <summary>A rule of a policy of an authorization server.</summary>
[ResourceType("okta:auth/serverPolicyRule:ServerPolicyRule", null)]
public class ServerPolicyRule(string name, ServerPolicyRuleArgs args, CustomResourceOptions? options = null)
    : CustomResource("okta:auth/serverPolicyRule:ServerPolicyRule", name, args, options);

/// <summary>What a rule is made with.</summary>
public sealed class ServerPolicyRuleArgs : ResourceArgs
{
    [Input("accessTokenLifetimeMinutes")]
    public Input<int>? AccessTokenLifetimeMinutes { get; set; }

    [Input("authServerId", required: true)]
    public Input<string> AuthServerId { get; set; } = null!;

    [field: Input("grantTypeWhitelists", required: true)]
    public InputList<string> GrantTypeWhitelists
    {
        get => field ??= new();
        set;
    }

    [field: Input("groupWhitelists")]
    public InputList<string> GroupWhitelists
    {
        get => field ??= new();
        set;
    }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("policyId", required: true)]
    public Input<string> PolicyId { get; set; } = null!;

    [Input("priority", required: true)]
    public Input<int> Priority { get; set; } = null!;

    [Input("refreshTokenLifetimeMinutes")]
    public Input<int>? RefreshTokenLifetimeMinutes { get; set; }

    [Input("refreshTokenWindowMinutes")]
    public Input<int>? RefreshTokenWindowMinutes { get; set; }

    [field: Input("scopeWhitelists")]
    public InputList<string> ScopeWhitelists
    {
        get => field ??= new();
        set;
    }

    [Input("status")]
    public Input<string>? Status { get; set; }
}
