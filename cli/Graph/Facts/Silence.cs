using System.Text.Json.Nodes;

namespace OktaSpa.Cli.Graph.Facts;

/// <summary>
/// Inputs whose usual value is not worth a word: silent as a pair of input and value, another one is told.
/// </summary>
internal static class Silence
{
    /// <summary>
    /// A fact that says nothing of an input while it has its usual value, or while the resource is not there.
    /// </summary>
    /// <param name="type">The type of the resource.</param>
    /// <param name="input">The input.</param>
    /// <param name="isUsual">Whether a value is the usual one.</param>
    public static Fact<T> Of<T>(string type, string input, Func<T, JsonNode?, bool> isUsual)
        where T : ResourceView
    {
        return new(
            type,
            $"silent-{input}",
            view => IsSilent(view) ? [] : [ResourceFacts.Other(input, view.Part(type)!.Inputs[input])]
        )
        {
            Reads = [input],
            Changes = (before, after) =>
            {
                if (IsSilent(after) && (before is null || IsSilent(before)))
                    return [];
                var (old, now) = (before?.Part(type)?.Inputs[input], after.Part(type)?.Inputs[input]);
                return JsonNode.DeepEquals(old, now) ? [] : [ResourceFacts.OtherChanged(input, old, now)];
            },
        };

        bool IsSilent(T view) => view.Part(type) is not { } part || isUsual(view, part.Inputs[input]);
    }

    /// <summary>A fact that says nothing of an input while it is this text.</summary>
    public static Fact<T> Of<T>(string type, string input, string usual)
        where T : ResourceView => Of<T>(type, input, JsonValue.Create(usual));

    /// <summary>A fact that says nothing of an input while it is this flag.</summary>
    public static Fact<T> Of<T>(string type, string input, bool usual)
        where T : ResourceView => Of<T>(type, input, JsonValue.Create(usual));

    /// <summary>A fact that says nothing of an input while it is this number.</summary>
    public static Fact<T> Of<T>(string type, string input, int usual)
        where T : ResourceView => Of<T>(type, input, JsonValue.Create(usual));

    private static Fact<T> Of<T>(string type, string input, JsonValue usual)
        where T : ResourceView => Of<T>(type, input, (_, value) => JsonNode.DeepEquals(value, usual));
}
