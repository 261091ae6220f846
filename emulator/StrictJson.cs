using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace OktaSpa.Emulator;

/// <summary>
/// JSON that a person wrote, read strictly: what is wrong is told in the words of JSON, with its place.
/// </summary>
internal ref struct StrictJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly Dictionary<JsonTokenType, string> Kinds = new()
    {
        [JsonTokenType.String] = "text",
        [JsonTokenType.Number] = "a number",
        [JsonTokenType.True] = "true",
        [JsonTokenType.False] = "false",
        [JsonTokenType.Null] = "null",
        [JsonTokenType.StartArray] = "a list",
        [JsonTokenType.StartObject] = "an object",
    };

    private readonly ReadOnlySpan<byte> json;
    private Utf8JsonReader reader;

    private StrictJson(ReadOnlySpan<byte> json)
    {
        this.json = json;
        reader = new(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <exception cref="FormatException">It is not JSON, or not what is wanted.</exception>
    public static T Read<T>(string text)
    {
        try
        {
            var json = new StrictJson(Encoding.UTF8.GetBytes(text));
            json.reader.Read();
            json.Check(Options.GetTypeInfo(typeof(T)), mayBeNull: false, "");
            json.reader.Read();
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Split(" LineNumber: ")[0];
            throw new FormatException($"line {exception.LineNumber + 1}: this is not JSON: {reason}", exception);
        }
        return JsonSerializer.Deserialize<T>(text, Options)!;
    }

    private void Check(JsonTypeInfo wanted, bool mayBeNull, string path)
    {
        var (isText, isNumber) = (wanted.Type == typeof(string), wanted.Type == typeof(int));
        var (isFlag, isList) = (wanted.Type == typeof(bool), wanted.Kind == JsonTypeInfoKind.Enumerable);
        // An object that may have any keys, or certain ones.
        var (isMap, isObject) = (wanted.Type == typeof(JsonObject), wanted.Kind == JsonTypeInfoKind.Object);
        var isRight = reader.TokenType switch
        {
            JsonTokenType.String => isText,
            JsonTokenType.Number => isNumber && reader.TryGetInt32(out _),
            JsonTokenType.True or JsonTokenType.False => isFlag,
            JsonTokenType.StartArray => isList,
            JsonTokenType.StartObject => isMap || isObject,
            _ => mayBeNull,
        };
        if (!isRight)
        {
            var kind =
                isText ? "text"
                : isNumber ? "a whole number"
                : isFlag ? "true or false"
                : isList ? "a list"
                : "an object";
            throw Wrong(Line(), path, $"this is {Kinds[reader.TokenType]}, not {kind}");
        }
        if (reader.TokenType == JsonTokenType.StartArray)
            CheckList(Options.GetTypeInfo(wanted.ElementType!), path);
        else if (reader.TokenType == JsonTokenType.StartObject && isObject)
            CheckObject(wanted.Properties, path);
        else
            reader.Skip();
    }

    private void CheckList(JsonTypeInfo wanted, string path)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            Check(wanted, mayBeNull: false, $"{path}[{index}]");
    }

    private void CheckObject(IList<JsonPropertyInfo> wanted, string path)
    {
        var (line, seen) = (Line(), new HashSet<string>());
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var place = path.Length == 0 ? name : $"{path}.{name}";
            if (wanted.FirstOrDefault(known => known.Name == name) is not { } property)
                throw Wrong(
                    Line(),
                    place,
                    $"unknown key; known: {string.Join(", ", wanted.Select(known => known.Name))}"
                );
            if (!seen.Add(name))
                throw Wrong(Line(), place, "this key is listed twice");
            reader.Read();
            Check(Options.GetTypeInfo(property.PropertyType), property.IsSetNullable, place);
        }
        if (wanted.FirstOrDefault(known => known.IsRequired && !seen.Contains(known.Name)) is { } missing)
            throw Wrong(line, path, $"{missing.Name} is missing");
    }

    private readonly int Line() => json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;

    private static FormatException Wrong(int line, string path, string problem) =>
        new($"line {line}{(path.Length == 0 ? "" : ", ")}{path}: {problem}");
}
