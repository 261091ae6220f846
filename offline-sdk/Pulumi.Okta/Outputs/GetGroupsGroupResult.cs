namespace Pulumi.Okta.Outputs;

/// <summary>A group found.</summary>
public sealed class GetGroupsGroupResult
{
    public readonly string Description = null!;
    public readonly string Id = null!;
    public readonly string Name = null!;
    public readonly string Type = null!;

    private GetGroupsGroupResult() { }
}
