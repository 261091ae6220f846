using System.Text.Json;
using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings.Rules;

/// <summary>The rules for other properties of an application.</summary>
internal sealed class OktaRules(RuleContext context)
{
    /// <summary>The properties; none where none is written.</summary>
    public OktaFile Resolve(OktaFile? file)
    {
        RequireObject(file?.Profile);
        RequireObject(file?.AppLinksJson);
        return file ?? new();
    }

    private void RequireObject(Written<string>? text)
    {
        if (text is not null && !IsObject(text.Value))
            context.Add(
                RuleBook.InvalidJson,
                text,
                "this is not a JSON object",
                "write one in single quotation marks, such as '{\"costCenter\": \"42\"}'"
            );
    }

    private static bool IsObject(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
