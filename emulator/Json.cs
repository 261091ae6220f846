using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>Reading JSON that a client sent: what has the wrong type is refused as Okta does.</summary>
internal static class Json
{
    public static JsonSerializerOptions Plain { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Indented { get; } = new(Plain) { WriteIndented = true };

    public static JsonObject? Map(this JsonObject map, string key) =>
        map[key] switch
        {
            null => null,
            JsonObject value => value,
            _ => throw OktaError.Malformed(),
        };

    public static string? Text(this JsonObject map, string key) =>
        map[key] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            _ => throw OktaError.Malformed(),
        };

    /// <summary>A text that must be there, and not blank.</summary>
    public static string Required(this JsonObject map, string key) =>
        map.Text(key) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw OktaError.Invalid(key, $"{key}: The field cannot be left blank");

    public static bool? Flag(this JsonObject map, string key) =>
        map[key] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
            _ => throw OktaError.Malformed(),
        };

    public static int? Number(this JsonObject map, string key) =>
        map[key] switch
        {
            null => null,
            JsonValue value when value.TryGetValue<int>(out var number) => number,
            _ => throw OktaError.Malformed(),
        };

    /// <summary>A list of texts; null where there is none.</summary>
    public static IReadOnlyList<string>? Texts(this JsonObject map, string key) =>
        map[key] switch
        {
            null => null,
            JsonArray list =>
            [
                .. list.Select(item =>
                    item is JsonValue value && value.TryGetValue<string>(out var text)
                        ? text
                        : throw OktaError.Malformed()
                ),
            ],
            _ => throw OktaError.Malformed(),
        };

    public static JsonArray Array(this IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);

    /// <summary>A copy of a key's value, or another value where there is none.</summary>
    public static JsonNode? Copy(this JsonObject map, string key, Func<JsonNode?> otherwise) =>
        map[key] is { } value ? value.DeepClone() : otherwise();
}
