using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OktaSpa.Settings.Reading;

/// <summary>
/// Places in the settings, as Pulumi writes property paths: <c>applications.storefront.baseUris[1]</c>.
/// </summary>
internal static partial class SettingsPath
{
    /// <summary>The path of a key below another one.</summary>
    public static string Join(string path, string key)
    {
        if (!PlainKey().IsMatch(key))
            return $"{path}[{JsonSerializer.Serialize(key)}]";
        return path.Length == 0 ? key : $"{path}.{key}";
    }

    /// <summary>The path of an entry of a list.</summary>
    public static string Join(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_:-]*\z")]
    private static partial Regex PlainKey();
}
