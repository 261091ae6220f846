namespace Pulumi;

/// <summary>A name that a resource had before.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    /// <summary>Fails for an alias that says the same thing twice.</summary>
    internal static Alias Check(Alias alias)
    {
        object?[] parents = [alias.Parent, alias.ParentUrn, alias.NoParent ? alias : null];
        object?[] parts = [alias.Name, alias.Type, alias.Stack, alias.Project, .. parents];

        if (alias.Urn is not null && parts.Any(part => part is not null))
            throw new ArgumentException("An Alias with a Urn cannot specify anything else.");
        if (parents.Count(parent => parent is not null) > 1)
            throw new ArgumentException("Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias");

        return alias;
    }
}
