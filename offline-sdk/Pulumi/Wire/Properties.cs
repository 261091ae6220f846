using System.Collections.Immutable;

namespace Pulumi.Wire;

/// <summary>What goes over the wire, by name.</summary>
internal sealed class Properties : Dictionary<string, OutputData<object?>>
{
    public bool AreKnown => Values.All(property => property.IsKnown);

    public ImmutableHashSet<Resource> Dependencies =>
        Values.Aggregate(ImmutableHashSet<Resource>.Empty, (all, property) => all.Union(property.Resources));

    /// <summary>What mocks see of it: known values without their secrecy.</summary>
    public ImmutableDictionary<string, object> Plain() =>
        this.Where(property => property.Value is { IsKnown: true, Value: not null })
            .ToImmutableDictionary(property => property.Key, property => property.Value.Value!);
}
