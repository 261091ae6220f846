namespace Pulumi.Okta.Group;

/// <summary>A group of people.</summary>
[ResourceType("okta:group/group:Group", null)]
public class Group(string name, GroupArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("okta:group/group:Group", name, args, options);

/// <summary>What a group is made with.</summary>
public sealed class GroupArgs : ResourceArgs
{
    [Input("description")]
    public Input<string>? Description { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }
}
