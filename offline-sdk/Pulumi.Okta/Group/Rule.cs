namespace Pulumi.Okta.Group;

/// <summary>A rule by which people become members of groups.</summary>
[ResourceType("okta:group/rule:Rule", null)]
public class Rule(string name, RuleArgs args, CustomResourceOptions? options = null)
    : CustomResource("okta:group/rule:Rule", name, args, options);

/// <summary>What a rule is made with.</summary>
public sealed class RuleArgs : ResourceArgs
{
    [Input("expressionType")]
    public Input<string>? ExpressionType { get; set; }

    [Input("expressionValue", required: true)]
    public Input<string> ExpressionValue { get; set; } = null!;

    [field: Input("groupAssignments", required: true)]
    public InputList<string> GroupAssignments
    {
        get => field ??= new();
        set;
    }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("removeAssignedUsers")]
    public Input<bool>? RemoveAssignedUsers { get; set; }

    [Input("status")]
    public Input<string>? Status { get; set; }
}
