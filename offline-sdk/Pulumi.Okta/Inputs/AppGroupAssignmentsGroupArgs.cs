namespace Pulumi.Okta.Inputs;

/// <summary>A group to assign.</summary>
public sealed class AppGroupAssignmentsGroupArgs : ResourceArgs
{
    public static new AppGroupAssignmentsGroupArgs Empty => new();

    [Input("id", required: true)]
    public Input<string> Id { get; set; } = null!;

    [Input("priority")]
    public Input<int>? Priority { get; set; }

    [Input("profile", required: true)]
    public Input<string> Profile { get; set; } = null!;
}
