using System.Globalization;
using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>Something that the organization has.</summary>
/// <param name="json">What Okta tells of it; links only where somebody follows them.</param>
internal class OktaObject(JsonObject json)
{
    public JsonObject Json { get; set; } = json;

    public string Id => (string)Json["id"]!;

    public string Name => (string)Json["name"]!;

    public string Status => (string)Json["status"]!;

    public int Priority => (int)Json["priority"]!;

    /// <summary>Whether it is one of those that every organization has.</summary>
    public bool IsSystem => (bool)Json["system"]!;

    public static string Now() =>
        DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Notes that it has just been changed.</summary>
    public void Touch() => Json["lastUpdated"] = Now();

    public void SetStatus(string status)
    {
        Json["status"] = status;
        Touch();
    }
}
