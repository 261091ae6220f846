namespace Pulumi;

/// <summary>A value for an argument: plain, or another resource's output.</summary>
public class Input<T> : IInput
{
    private protected Input(Output<T> output) => Value = output;

    internal Output<T> Value { get; }

    public static implicit operator Input<T>(T value) => new(Output<T>.Of(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    Task<OutputData<object?>> IInput.GetDataAsync() => ((IInput)Value).GetDataAsync();
}

/// <summary>An input or an output, whatever it is of.</summary>
internal interface IInput
{
    Task<OutputData<object?>> GetDataAsync();
}

/// <summary>Treats inputs as outputs.</summary>
public static class InputExtensions
{
    public static Output<T> ToOutput<T>(this Input<T>? input) => input?.Value ?? Output<T>.Of(default!);
}
