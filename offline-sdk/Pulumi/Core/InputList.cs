using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list for an argument: plain, or wholly or partly made of outputs.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    public InputList()
        : this(Output.Create(ImmutableArray<T>.Empty)) { }

    private InputList(Output<ImmutableArray<T>> values)
        : base(values) { }

    public static implicit operator InputList<T>(T value) => ImmutableArray.Create(value);

    public static implicit operator InputList<T>(Output<T> value) => value.Apply(item => ImmutableArray.Create(item));

    public static implicit operator InputList<T>(Input<T> value) => value.ToOutput();

    public static implicit operator InputList<T>(T[] values) => ImmutableArray.CreateRange(values);

    public static implicit operator InputList<T>(Output<T>[] values) => Output.All(values);

    public static implicit operator InputList<T>(Input<T>[] values) => Output.All(values);

    public static implicit operator InputList<T>(List<T> values) => ImmutableArray.CreateRange(values);

    public static implicit operator InputList<T>(List<Output<T>> values) => Output.All(values);

    public static implicit operator InputList<T>(List<Input<T>> values) => Output.All(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Output.Create(values);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Output.All(values.AsEnumerable());

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Output.All(values.AsEnumerable());

    public static implicit operator InputList<T>(Output<T[]> values) => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<List<T>> values) => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) =>
        values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values);

    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => Value = Concat(inputs).Value;

    public InputList<T> Concat(InputList<T> other) =>
        Output.Tuple(Value, other.Value).Apply(lists => lists.Item1.AddRange(lists.Item2));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An input list is there only later: use GetAsyncEnumerator.");

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var item in await Value.GetValueAsync(whenUnknown: []).ConfigureAwait(false))
            yield return item;
    }

    internal InputList<T> Clone() => new(Value);
}
