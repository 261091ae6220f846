using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Support;

/// <summary>Configurations for tests: a right one to start from, and ways to change it.</summary>
internal static class Config
{
    /// <summary>The least that a stack must say, with one application, <c>storefront</c>.</summary>
    public static JsonObject Settings() =>
        (JsonObject)
            JsonNode.Parse(
                """
                {
                  "production": false,
                  "applications": {
                    "storefront": {
                      "label": "Storefront",
                      "baseUris": ["https://app.example.com"],
                      "access": "everyone"
                    }
                  }
                }
                """
            )!;

    /// <summary>The configuration of a stack with these settings.</summary>
    public static Func<string, string?> Of(
        JsonNode? settings,
        string? orgName = "dev-00000000",
        string? baseUrl = "okta.com"
    ) =>
        key =>
            key switch
            {
                "okta:orgName" => orgName,
                "okta:baseUrl" => baseUrl,
                "okta-spa:settings" => settings?.ToJsonString(),
                _ => null,
            };

    /// <summary>
    /// The least settings, the one application changed by a JSON object: its keys replace those of the application,
    /// null removes one.
    /// </summary>
    public static JsonObject With(string application)
    {
        var settings = Settings();
        Merge((JsonObject)settings["applications"]!["storefront"]!, application);
        return settings;
    }

    /// <summary>
    /// The settings changed by a JSON object: its keys replace those of the settings, null removes one.
    /// </summary>
    public static JsonObject And(this JsonObject settings, string changes)
    {
        Merge(settings, changes);
        return settings;
    }

    private static void Merge(JsonObject target, string changes)
    {
        foreach (var (key, value) in (JsonObject)JsonNode.Parse(changes)!)
        {
            if (value is null)
                target.Remove(key);
            else
                target[key] = value.DeepClone();
        }
    }
}
