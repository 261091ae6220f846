using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A dictionary for an argument: plain, or wholly or partly made of outputs.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>,
        IEnumerable,
        IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, TValue>.Empty)) { }

    private InputMap(Output<ImmutableDictionary<string, TValue>> values)
        : base(values) { }

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        Output.Tuple(first.Value, second.Value).Apply(maps => maps.Item1.SetItems(maps.Item2));

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) =>
        Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values);

    public void Add(string key, Input<TValue> value) =>
        Value = Output.Tuple(Value, value.ToOutput()).Apply(pair => pair.Item1.Add(key, pair.Item2));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) =>
        Value = Output.Tuple(Value, values.Value).Apply(maps => maps.Item1.AddRange(maps.Item2));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An input map is there only later: use GetAsyncEnumerator.");

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(
        CancellationToken cancellationToken
    )
    {
        var values = await Value
            .GetValueAsync(whenUnknown: ImmutableDictionary<string, TValue>.Empty)
            .ConfigureAwait(false);
        foreach (var item in values)
            yield return item;
    }
}
