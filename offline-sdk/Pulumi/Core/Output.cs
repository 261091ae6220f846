namespace Pulumi;

/// <summary>A value that is there later, or that stays unknown.</summary>
public sealed class Output<T> : IInput
{
    internal Output(Task<OutputData<T>> data) => Data = data;

    internal Task<OutputData<T>> Data { get; }

    internal static Output<T> Of(T value) => new(Task.FromResult(new OutputData<T>(value)));

    async Task<OutputData<object?>> IInput.GetDataAsync()
    {
        var data = await Data;
        return new(data.Value, data.IsKnown);
    }
}

/// <summary>What an output resolves to.</summary>
internal readonly record struct OutputData<T>(T Value, bool IsKnown = true);
