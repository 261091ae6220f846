using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Wire;

namespace Pulumi;

/// <summary>Something that the program declares. Constructing it registers it.</summary>
public class Resource
{
    private readonly string type;
    private readonly string name;
    private readonly ImmutableArray<ResourceTransformation> transformations;
    private readonly Dictionary<string, TaskCompletionSource<OutputData<string>>> outputs = [];

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);

        this.type = type;
        this.name = name;
        // A component sets its own.
        if (this is CustomResource)
        {
            foreach (var (output, property) in OutputProperties)
            {
                outputs[output] = new();
                property.SetValue(this, new Output<string>(outputs[output].Task));
            }
        }

        transformations = [.. options.ResourceTransformations, .. options.Parent?.transformations ?? []];
        foreach (var transformation in transformations)
            transformation(new(this, args, options));

        var deployment = Deployment.Instance;
        Registered = RegisterAsync(deployment, args, options);
        deployment.Track(Registered);
    }

    internal Task Registered { get; }

    /// <summary>The properties marked with [Output], by wire name.</summary>
    private protected IEnumerable<(string Name, PropertyInfo Property)> OutputProperties =>
        from property in GetType().GetProperties()
        let output = property.GetCustomAttribute<OutputAttribute>()
        where output is not null
        // The setter is seen only from the class that declares it.
        select (output.Name ?? property.Name, property.DeclaringType!.GetProperty(property.Name)!);

    // Methods, not properties, so that they cannot collide with a resource's own.
    public string GetResourceType() => type;

    public string GetResourceName() => name;

    private async Task RegisterAsync(DeploymentInstance deployment, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            foreach (var dependency in (await options.DependsOn.Value.Data).Value)
                await dependency.Registered;

            var inputs = await Serializer.SerializeAsync(args.Enumerate());
            if (options.Parent is { } parent)
                await parent.Registered;

            var state = await deployment.RegisterAsync(this, inputs);
            foreach (var (output, source) in outputs)
            {
                var data = state.GetValueOrDefault(output, new(null, IsKnown: !deployment.IsPreview));
                // What is no string becomes the default, quietly.
                source.SetResult(new((data.Value as string)!, data.IsKnown));
            }
        }
        catch (Exception e)
        {
            foreach (var source in outputs.Values)
                source.TrySetException(e);
            throw;
        }
    }
}
