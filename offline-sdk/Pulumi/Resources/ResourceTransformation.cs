namespace Pulumi;

/// <summary>Sees, and may replace, what a resource is made with.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>A resource about to be registered.</summary>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    public Resource Resource { get; } = resource;

    public ResourceArgs Args { get; } = args;

    public ResourceOptions Options { get; } = options;
}

/// <summary>What the resource is to be made with instead.</summary>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    public ResourceArgs Args { get; } = args;

    public ResourceOptions Options { get; } = options;
}
