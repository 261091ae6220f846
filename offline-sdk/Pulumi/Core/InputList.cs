using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list for an argument: plain, or partly made of outputs.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>
{
    public InputList()
        : this(Output<ImmutableArray<T>>.Of([])) { }

    private InputList(Output<ImmutableArray<T>> values)
        : base(values) { }

    public static implicit operator InputList<T>(T[] values) => new(Output<ImmutableArray<T>>.Of([.. values]));

    public static implicit operator InputList<T>(Input<T>[] values) =>
        new(new Output<ImmutableArray<T>>(AllAsync(values)));

    // Unknown as soon as any value is.
    private static async Task<OutputData<ImmutableArray<T>>> AllAsync(Input<T>[] values)
    {
        var all = await Task.WhenAll(values.Select(value => value.Value.Data));
        return new([.. all.Select(data => data.Value)], all.All(data => data.IsKnown));
    }
}
