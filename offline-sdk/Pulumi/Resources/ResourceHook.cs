namespace Pulumi;

/// <summary>Code that the engine calls before it does something to a resource. Mocks never call it.</summary>
public class ResourceHook
{
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
    {
        // The engine is told of it at once, so there must be one.
        _ = Deployment.Instance;
        Name = name;
        Callback = callback;
        Options = options ?? new();
    }

    public string Name { get; }

    public ResourceHookCallback Callback { get; }

    public ResourceHookOptions Options { get; }
}

/// <summary>What a hook does: it stops the operation by throwing.</summary>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);

/// <summary>What the engine tells a hook. Nobody makes one here.</summary>
public class ResourceHookArgs
{
    private ResourceHookArgs() { }
}

/// <summary>When a hook is called.</summary>
public class ResourceHookOptions
{
    /// <summary>Whether it is called in a preview too.</summary>
    public bool? OnDryRun { get; set; }
}

/// <summary>A resource's hooks.</summary>
public class ResourceHookBinding
{
    public List<ResourceHook> BeforeCreate { get; set; } = [];
}
