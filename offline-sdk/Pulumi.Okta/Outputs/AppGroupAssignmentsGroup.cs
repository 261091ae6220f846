namespace Pulumi.Okta.Outputs;

/// <summary>An assigned group.</summary>
[OutputType]
public sealed class AppGroupAssignmentsGroup
{
    public readonly string Id;
    public readonly int? Priority;
    public readonly string Profile;

    [OutputConstructor]
    private AppGroupAssignmentsGroup(string id, int? priority, string profile)
    {
        Id = id;
        Priority = priority;
        Profile = profile;
    }
}
