using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace OktaSpa.Emulator;

/// <summary>JSON that a person wrote, read strictly: what is wrong is told in the words of JSON, with its place.</summary>
internal static class StrictJson
{
    private static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            PropertyNameCaseInsensitive = false,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };

    /// <exception cref="FormatException">It is not JSON, or not what is wanted.</exception>
    public static T Read<T>(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(
            bytes,
            new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        try
        {
            reader.Read();
            Check(ref reader, bytes, Options.GetTypeInfo(typeof(T)), mayBeNull: false, "");
            reader.Read();
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Split(" LineNumber: ")[0];
            throw new FormatException($"line {exception.LineNumber + 1}: this is not JSON: {reason}", exception);
        }
        return JsonSerializer.Deserialize<T>(json, Options)!;
    }

    private static void Check(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> json,
        JsonTypeInfo wanted,
        bool mayBeNull,
        string path
    )
    {
        var line = json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
        if (reader.TokenType == JsonTokenType.Null && mayBeNull)
            return;
        if (!Is(reader, wanted))
            throw Wrong(line, path, $"this is {Kind(reader)}, not {Kind(wanted)}");
        if (wanted.Kind == JsonTypeInfoKind.Enumerable && wanted.ElementType is { } element)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                Check(ref reader, json, Options.GetTypeInfo(element), mayBeNull: false, $"{path}[{index}]");
        }
        else if (wanted.Kind == JsonTypeInfoKind.Object)
        {
            var seen = new HashSet<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                var place = path.Length == 0 ? name : $"{path}.{name}";
                var keyLine = json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
                var property =
                    wanted.Properties.FirstOrDefault(known => known.Name == name)
                    ?? throw Wrong(
                        keyLine,
                        place,
                        $"there is no such key; there are {string.Join(", ", wanted.Properties.Select(known => known.Name))}"
                    );
                if (!seen.Add(name))
                    throw Wrong(keyLine, place, "this key is listed twice");
                reader.Read();
                Check(ref reader, json, Options.GetTypeInfo(property.PropertyType), property.IsSetNullable, place);
            }
            if (
                wanted.Properties.FirstOrDefault(known => known.IsRequired && !seen.Contains(known.Name)) is { } missing
            )
                throw Wrong(line, path, $"{missing.Name} is missing");
        }
        else
        {
            reader.Skip();
        }
    }

    private static bool Is(Utf8JsonReader reader, JsonTypeInfo wanted) =>
        reader.TokenType switch
        {
            JsonTokenType.String => wanted.Type == typeof(string),
            JsonTokenType.Number => wanted.Type == typeof(int) && reader.TryGetInt32(out _),
            JsonTokenType.True or JsonTokenType.False => wanted.Type == typeof(bool),
            JsonTokenType.StartArray => wanted.Kind == JsonTypeInfoKind.Enumerable,
            JsonTokenType.StartObject => wanted.Kind == JsonTypeInfoKind.Object || wanted.Type == typeof(JsonObject),
            _ => false,
        };

    private static string Kind(Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => "text",
            JsonTokenType.Number => "a number",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => "null",
        };

    private static string Kind(JsonTypeInfo wanted) =>
        wanted.Type == typeof(string) ? "text"
        : wanted.Type == typeof(int) ? "a whole number"
        : wanted.Type == typeof(bool) ? "true or false"
        : wanted.Kind == JsonTypeInfoKind.Enumerable ? "a list"
        : "an object";

    private static FormatException Wrong(int line, string path, string problem) =>
        new($"line {line}{(path.Length == 0 ? "" : ", ")}{path}: {problem}");
}
