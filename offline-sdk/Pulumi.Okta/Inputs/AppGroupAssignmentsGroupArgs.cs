namespace Pulumi.Okta.Inputs;

/// <summary>A group to assign.</summary>
public sealed class AppGroupAssignmentsGroupArgs : ResourceArgs
{
    [Input("id", required: true)]
    public Input<string> Id { get; set; } = null!;

    [Input("profile", required: true)]
    public Input<string> Profile { get; set; } = null!;
}
