using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OktaSpa.Cli;

/// <summary>JSON as this program writes and reads it: keys in a fixed order, the same bytes from run to run.</summary>
internal static class JsonFormat
{
    /// <summary>
    /// The version of the documents that this program prints, which they hold as <c>version</c>; the first one did not.
    /// Another one where a key goes, or means something else.
    /// </summary>
    public const int Version = 2;

    /// <summary>For <see cref="JsonSerializer"/>.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            // For files and terminals, not for HTML: & and ' stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        };
}
