using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output resolves to: the value, and what is known about it.</summary>
internal readonly record struct OutputData<T>(
    T Value,
    bool IsKnown,
    bool IsSecret,
    ImmutableHashSet<Resource> Resources
)
{
    /// <summary>A plain value that comes from no resource.</summary>
    public static OutputData<T> Of(T value) => new(value, IsKnown: true, IsSecret: false, []);

    /// <summary>The given value, no more known and no less secret than this one.</summary>
    public OutputData<TOther> With<TOther>(OutputData<TOther> other) =>
        new(other.Value, IsKnown && other.IsKnown, IsSecret || other.IsSecret, Resources.Union(other.Resources));
}

/// <summary>An input or an output, whatever it is of.</summary>
internal interface IHasData
{
    Task<OutputData<object?>> GetDataAsync();
}
