using System.Collections.Immutable;
using Pulumi.Wire;

namespace Pulumi;

/// <summary>Something that the program declares. Constructing it registers it.</summary>
public class Resource
{
    private readonly string type;
    private readonly string name;
    private readonly ImmutableArray<ResourceTransformation> transformations;
    private readonly ImmutableDictionary<string, ProviderResource> providers = ImmutableDictionary<
        string,
        ProviderResource
    >.Empty;
    private readonly List<Resource> children = [];

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);

        var deployment = Deployment.Instance.Deployment;
        this.type = type;
        this.name = name;
        var slots = OutputSlot.Fill(this, all: custom || remote || options.Urn is not null);

        var parent = options.Parent ?? (type == Stack.TypeName || options.Urn is not null ? null : deployment.Stack);
        transformations = [.. options.ResourceTransformations, .. parent?.transformations ?? []];
        foreach (var transform in transformations)
        {
            if (transform(new(this, args, options)) is not { } result)
                continue;

            if (result.Options.Parent != options.Parent)
                throw new ArgumentException(
                    "Transformations cannot currently be used to change the 'parent' of a resource."
                );

            (args, options) = (result.Args, result.Options);
        }

        options = options.Clone();
        if (options.Parent is not null)
        {
            providers = options.Parent.providers;
            lock (options.Parent.children)
                options.Parent.children.Add(this);
        }

        if (custom)
            options.Provider ??= options.Parent?.GetProvider(type);

        IEnumerable<ProviderResource> given = options switch
        {
            { Provider: not null } and ComponentResourceOptions { Providers.Count: > 0 } => throw new ResourceException(
                "Do not supply both 'provider' and 'providers' options to a ComponentResource.",
                options.Parent
            ),
            { Provider: { } provider } => [provider],
            ComponentResourceOptions component => component.Providers,
            _ => [],
        };
        providers = providers.SetItems(given.Select(provider => KeyValuePair.Create(provider.Package, provider)));

        foreach (var alias in options.Aliases)
            alias.Apply(Alias.Check);
        deployment.Register(this, slots, args, options);
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    // Methods, not properties, so that they cannot collide with a resource's own.
    public string GetResourceType() => type;

    public string GetResourceName() => name;

    /// <summary>The provider that this resource hands down for a type or function of a package.</summary>
    internal ProviderResource? GetProvider(string token) =>
        token.Split(':') is { Length: 3 } parts ? providers.GetValueOrDefault(parts[0]) : null;

    /// <summary>
    /// The resources that depending on the given ones means: components stand for the custom resources below them.
    /// </summary>
    internal static HashSet<Resource> Expand(IEnumerable<Resource> resources)
    {
        var seen = new HashSet<Resource>();
        Visit(resources);
        seen.RemoveWhere(resource => resource is ComponentResource { Remote: false });
        return seen;

        void Visit(IEnumerable<Resource> resources)
        {
            foreach (var resource in resources)
            {
                if (!seen.Add(resource) || resource is not ComponentResource)
                    continue;

                Resource[] children;
                lock (resource.children)
                    children = [.. resource.children];
                Visit(children);
            }
        }
    }
}
