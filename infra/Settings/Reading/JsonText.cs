using System.Text.Json;

namespace OktaSpa.Settings.Reading;

/// <summary>Values of JSON in the words of messages.</summary>
internal static class JsonText
{
    /// <summary>What kind of value it is.</summary>
    public static string Kind(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "a mapping",
            JsonValueKind.Null => "nothing",
            JsonValueKind.Number => "a number",
            JsonValueKind.String => "text",
            _ => "true or false",
        };

    /// <summary>The value itself where it is short, else its kind.</summary>
    public static string Shown(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => $"the text {Text.Quote(element.GetString()!)}",
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => Kind(element),
        };
}
