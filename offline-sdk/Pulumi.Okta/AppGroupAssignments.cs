using System.Collections.Immutable;

namespace Pulumi.Okta;

/// <summary>The groups that an application is assigned to, all of them.</summary>
[OktaResourceType("okta:index/appGroupAssignments:AppGroupAssignments")]
public class AppGroupAssignments(string name, AppGroupAssignmentsArgs args, CustomResourceOptions? options = null)
    : CustomResource(
        "okta:index/appGroupAssignments:AppGroupAssignments",
        name,
        args ?? new AppGroupAssignmentsArgs(),
        OktaDefaults.Merge(options)
    )
{
    [Output("appId")]
    public Output<string> AppId { get; private set; } = null!;

    [Output("groups")]
    public Output<ImmutableArray<Outputs.AppGroupAssignmentsGroup>> Groups { get; private set; } = null!;
}

/// <summary>What the assignments are made with.</summary>
public sealed class AppGroupAssignmentsArgs : ResourceArgs
{
    public static new AppGroupAssignmentsArgs Empty => new();

    [Input("appId", required: true)]
    public Input<string> AppId { get; set; } = null!;

    [Input("groups")]
    private InputList<Inputs.AppGroupAssignmentsGroupArgs>? _groups;

    public InputList<Inputs.AppGroupAssignmentsGroupArgs> Groups
    {
        get => _groups ??= [];
        set => _groups = value;
    }
}
