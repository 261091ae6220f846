namespace Pulumi.Utilities;

/// <summary>Looks inside outputs.</summary>
public static class OutputUtilities
{
    /// <summary>The value; the type's default for one that is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output) =>
        await output.Data is { IsKnown: true, Value: var value } ? value : default!;
}
