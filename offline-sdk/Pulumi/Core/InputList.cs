using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list for an argument.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>
{
    public InputList()
        : this([]) { }

    private InputList(ImmutableArray<T> values)
        : base(Output<ImmutableArray<T>>.Of(values)) { }

    public static implicit operator InputList<T>(T[] values) => new([.. values]);
}
