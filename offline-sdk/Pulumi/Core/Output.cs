using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static class Output
{
    public static Output<T> Create<T>(T value) => new(Task.FromResult(OutputData<T>.Of(value)));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => CreateSecret(Create(value));

    public static Output<T> CreateSecret<T>(Task<T> value) => CreateSecret(Create(value));

    public static Output<T> CreateSecret<T>(Output<T> value) => value.WithSecrecy(true);

    public static Output<T> Unsecret<T>(Output<T> output) => output.WithSecrecy(false);

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) =>
        (await output.Data.ConfigureAwait(false)).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) =>
        All(inputs.Select(input => (Output<T>)input));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
    {
        return new(CombineAsync([.. outputs]));

        static async Task<OutputData<ImmutableArray<T>>> CombineAsync(ImmutableArray<Output<T>> outputs)
        {
            var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
            var all = OutputData<object?>.Of(null);
            foreach (var output in outputs)
            {
                var data = await output.Data.ConfigureAwait(false);
                values.Add(data.Value);
                all = data.With(all);
            }

            return all.With(OutputData<ImmutableArray<T>>.Of(values.MoveToImmutable()));
        }
    }

    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        Tuple(item1.ToOutput(), item2.ToOutput());

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
    {
        return new(CombineAsync(item1, item2));

        static async Task<OutputData<(T1, T2)>> CombineAsync(Output<T1> item1, Output<T2> item2)
        {
            var first = await item1.Data.ConfigureAwait(false);
            var second = await item2.Data.ConfigureAwait(false);
            return first.With(second).With(OutputData<(T1, T2)>.Of((first.Value, second.Value)));
        }
    }

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
    {
        return new(CombineAsync(Tuple(item1, item2), item3));

        static async Task<OutputData<(T1, T2, T3)>> CombineAsync(Output<(T1, T2)> items, Output<T3> item3)
        {
            var first = await items.Data.ConfigureAwait(false);
            var second = await item3.Data.ConfigureAwait(false);
            return first
                .With(second)
                .With(OutputData<(T1, T2, T3)>.Of((first.Value.Item1, first.Value.Item2, second.Value)));
        }
    }

    /// <summary>Fills the holes of an interpolated string, those with inputs and outputs once they are there.</summary>
    public static Output<string> Format(FormattableString formattableString) =>
        All(formattableString.GetArguments().Select(ToOutput))
            .Apply(values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));

    private static Output<object?> ToOutput(object? value) =>
        value is IHasData data ? new(data.GetDataAsync()) : Create(value);
}
