using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list for an argument.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>
{
    public InputList()
        : this([]) { }

    private InputList(ImmutableArray<T> values)
        : base(Output<ImmutableArray<T>>.Of(values)) { }

    private InputList(Output<ImmutableArray<T>> values)
        : base(values) { }

    public static implicit operator InputList<T>(T[] values) => new([.. values]);

    public static implicit operator InputList<T>(Input<T>[] values) => new(new Output<ImmutableArray<T>>(All(values)));

    // Unknown as soon as any value is.
    private static async Task<OutputData<ImmutableArray<T>>> All(Input<T>[] values)
    {
        var all = await Task.WhenAll(values.Select(value => value.Value.Data));
        return new([.. all.Select(data => data.Value)], all.All(data => data.IsKnown));
    }
}
