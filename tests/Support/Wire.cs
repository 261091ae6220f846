using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Utilities;

namespace OktaSpa.Tests.Support;

/// <summary>Inputs and outputs as text to compare: JSON with sorted keys.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(object? value) => Node(value)?.ToJsonString(Readable) ?? "null";

    /// <summary>An output of an application, or a part of it.</summary>
    public static async Task<string> OutputAsync(ProgramRun run, params string[] path)
    {
        object? value = run.Outputs;
        foreach (var key in path)
            value = ((IDictionary<string, object?>)value!)[key];
        return Of(await ResolveAsync(value));
    }

    public static Task<T> ValueAsync<T>(Input<T>? input) => OutputUtilities.GetValueAsync(input!.ToOutput());

    private static async Task<object?> ResolveAsync(object? value)
    {
        if (value is Output<string> output)
            return await OutputUtilities.GetValueAsync(output);
        if (value is not IDictionary<string, object?> map)
            return value;
        var resolved = new Dictionary<string, object?>();
        foreach (var (key, item) in map)
            resolved[key] = await ResolveAsync(item);
        return resolved;
    }

    private static JsonNode? Node(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool flag => flag,
            double number => number,
            IEnumerable<KeyValuePair<string, object?>> map => new JsonObject(
                map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => KeyValuePair.Create(pair.Key, Node(pair.Value)))
            ),
            IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Node)]),
            _ => throw new NotSupportedException(value.GetType().ToString()),
        };
}
