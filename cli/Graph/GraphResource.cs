using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OktaSpa.Cli.Graph;

/// <summary>A resource that a stack declares.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="Type">Pulumi's type token.</param>
/// <param name="Parent"><c>type::name</c>; null for what stands right below the stack.</param>
/// <param name="Protect">Whether it must not be deleted.</param>
/// <param name="Applications">The applications that it serves, by name.</param>
/// <param name="Inputs">By wire name; a value of another resource reads <c>${name.property}</c>.</param>
/// <param name="References"><c>type::name</c> of the resources that its inputs come from.</param>
/// <param name="Aliases">Logical names that it had before; null for none, which JSON leaves out.</param>
/// <param name="RetainOnDelete">True where it stays in Okta when the stack no longer declares it; else null, which JSON
/// leaves out.</param>
internal sealed record GraphResource(
    string Type,
    string Name,
    string? Parent,
    bool Protect,
    IReadOnlyList<string> Applications,
    JsonObject Inputs,
    IReadOnlyList<string> References,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Aliases = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? RetainOnDelete = null
)
{
    [JsonIgnore]
    public string Key => KeyOf(Type, Name);

    public static string KeyOf(string type, string name) => $"{type}::{name}";

    /// <summary>The type and the name that a key is made of.</summary>
    public static (string Type, string Name) Split(string key) =>
        // A type has no colons in a row, but a name may.
        key.IndexOf("::", StringComparison.Ordinal)
            is > 0
                and var colons
            ? (key[..colons], key[(colons + 2)..])
            : ("", key);
}
