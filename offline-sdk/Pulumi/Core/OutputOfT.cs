namespace Pulumi;

/// <summary>
/// A value that is there later, perhaps unknown until then, perhaps secret, and that comes from resources.
/// </summary>
public sealed class Output<T> : IHasData
{
    internal Output(Task<OutputData<T>> data, bool tracked = true)
    {
        Data = data;
        if (tracked)
            Deployment.Current?.Track(data);
    }

    internal Task<OutputData<T>> Data { get; }

    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(WrapAsync(value));

        static async Task<OutputData<T>> WrapAsync(Task<T> value) =>
            OutputData<T>.Of(await value.ConfigureAwait(false));
    }

    public Output<ValueTuple> Apply(Func<T, Task> func)
    {
        return Then(value => Output.Create(RunAsync(value)));

        async Task<ValueTuple> RunAsync(T value)
        {
            await func(value).ConfigureAwait(false);
            return default;
        }
    }

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Then(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Then(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Then(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => Then(func);

    /// <summary>Warns: an output's value does not belong in a string.</summary>
    public override string ToString()
    {
        const string Message = "Calling [ToString] on an [Output<T>] is not supported. Use Apply or Output.Format.";

        if (
            Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } error
            && (error == "1" || error.Equals("true", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new InvalidOperationException(Message);
        }

        Log.Warn(Message);
        return Message;
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    internal Output<T> WithSecrecy(bool isSecret)
    {
        return new(CopyAsync(Data, isSecret));

        static async Task<OutputData<T>> CopyAsync(Task<OutputData<T>> data, bool isSecret) =>
            await data.ConfigureAwait(false) with
            {
                IsSecret = isSecret,
            };
    }

    async Task<OutputData<object?>> IHasData.GetDataAsync()
    {
        var data = await Data.ConfigureAwait(false);
        return new(data.Value, data.IsKnown, data.IsSecret, data.Resources);
    }

    private Output<TResult> Then<TResult>(Func<T, Output<TResult>?> func)
    {
        return new(ContinueAsync());

        async Task<OutputData<TResult>> ContinueAsync()
        {
            var data = await Data.ConfigureAwait(false);
            if (!data.IsKnown)
                return new(default!, IsKnown: false, data.IsSecret, data.Resources);

            var result = func(data.Value);
            return data.With(
                result is null ? OutputData<TResult>.Of(default!) : await result.Data.ConfigureAwait(false)
            );
        }
    }
}
