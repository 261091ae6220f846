namespace Pulumi;

/// <summary>A name that a resource had before.</summary>
public sealed class Alias
{
    public Input<string>? Name { get; set; }
}
