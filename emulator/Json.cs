using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>Writing JSON, and reading what a client sent: a value of the wrong type is refused as Okta does.</summary>
internal static class Json
{
    public static JsonSerializerOptions Plain { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Indented { get; } = new(Plain) { WriteIndented = true };

    /// <summary>An object with these members; JSON among them is copied.</summary>
    public static JsonObject Of(object members) => JsonSerializer.SerializeToNode(members, Plain)!.AsObject();

    /// <summary>Adds what is missing, at every depth.</summary>
    public static void FillIn(this JsonObject map, JsonObject defaults)
    {
        foreach (var (key, value) in defaults)
        {
            if (map[key] is null)
                map[key] = value?.DeepClone();
            else if (value is JsonObject inner)
                map.Map(key)?.FillIn(inner);
        }
    }

    public static JsonObject? Map(this JsonObject map, string key) =>
        map[key] switch
        {
            null => null,
            JsonObject value => value,
            _ => throw OktaError.Malformed(),
        };

    public static string? Text(this JsonObject map, string key) => map[key] is { } node ? Read<string>(node) : null;

    /// <summary>A text that must be there, and not blank.</summary>
    public static string Required(this JsonObject map, string key, int maxLength = int.MaxValue)
    {
        var text = map.Text(key) ?? "";
        OktaError.ThrowIf(string.IsNullOrWhiteSpace(text), key, "The field cannot be left blank");
        OktaError.ThrowIf(text.Length > maxLength, key, $"String cannot exceed {maxLength} characters");
        return text;
    }

    public static bool? Flag(this JsonObject map, string key) => map[key] is { } node ? Read<bool>(node) : null;

    public static int? Number(this JsonObject map, string key) => map[key] is { } node ? Read<int>(node) : null;

    /// <summary>A list of texts; null where there is none.</summary>
    public static IReadOnlyList<string>? Texts(this JsonObject map, string key) =>
        map[key] switch
        {
            null => null,
            JsonArray list => [.. list.Select(Read<string>)],
            _ => throw OktaError.Malformed(),
        };

    private static T Read<T>(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<T>(out var read) ? read : throw OktaError.Malformed();
}
