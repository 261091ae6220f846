namespace Pulumi.Okta;

/// <summary>The groups that an application is assigned to, all of them.</summary>
[ResourceType("okta:index/appGroupAssignments:AppGroupAssignments", null)]
public class AppGroupAssignments(string name, AppGroupAssignmentsArgs args, CustomResourceOptions? options = null)
    : CustomResource("okta:index/appGroupAssignments:AppGroupAssignments", name, args, options);

/// <summary>What the assignments are made with.</summary>
public sealed class AppGroupAssignmentsArgs : ResourceArgs
{
    [Input("appId", required: true)]
    public Input<string> AppId { get; set; } = null!;

    [field: Input("groups")]
    public InputList<Inputs.AppGroupAssignmentsGroupArgs> Groups
    {
        get => field ??= new();
        set;
    }
}
