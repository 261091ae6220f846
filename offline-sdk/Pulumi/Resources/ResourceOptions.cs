namespace Pulumi;

/// <summary>How a resource is managed.</summary>
public abstract class ResourceOptions
{
    public Resource? Parent { get; set; }

    public bool? Protect { get; set; }

    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    public List<Input<Alias>> Aliases { get; set; } = [];

    public InputList<Resource> DependsOn
    {
        get => field ??= new();
        set;
    }

    public List<string> IgnoreChanges { get; set; } = [];

    public List<string> ReplaceOnChanges { get; set; } = [];

    public bool? RetainOnDelete { get; set; }

    public ResourceHookBinding Hooks { get; set; } = new();
}

/// <summary>How a custom resource is managed.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }
}

/// <summary>How a component is managed.</summary>
public sealed class ComponentResourceOptions : ResourceOptions;
