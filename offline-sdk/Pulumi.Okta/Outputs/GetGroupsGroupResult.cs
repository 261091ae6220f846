namespace Pulumi.Okta.Outputs;

/// <summary>A group found.</summary>
[OutputType]
public sealed class GetGroupsGroupResult
{
    public readonly string CustomProfileAttributes;
    public readonly string Description;
    public readonly string Id;
    public readonly string Name;
    public readonly string Source;
    public readonly string Type;

    [OutputConstructor]
    private GetGroupsGroupResult(
        string customProfileAttributes,
        string description,
        string id,
        string name,
        string source,
        string type
    )
    {
        CustomProfileAttributes = customProfileAttributes;
        Description = description;
        Id = id;
        Name = name;
        Source = source;
        Type = type;
    }
}
