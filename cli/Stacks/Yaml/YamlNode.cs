using System.Text.Json;

namespace OktaSpa.Cli.Stacks.Yaml;

/// <summary>
/// A value of a YAML text with its place. YamlDotNet's own tree stops at a duplicate key, which is one problem among
/// others here.
/// </summary>
/// <param name="Start">Where it begins; for an alias, where what it stands for does.</param>
internal abstract record YamlNode(Position Start)
{
    /// <summary>How many values it holds with all aliases written out, itself included.</summary>
    public abstract long Size { get; }

    /// <summary>Writes the node as the JSON that Pulumi makes of it.</summary>
    public abstract void WriteTo(Utf8JsonWriter json);
}

/// <param name="Start">Where it begins.</param>
/// <param name="Entries">What it says itself, duplicate keys included, then what is merged into it.</param>
internal sealed record YamlMap(Position Start, IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries)
    : YamlNode(Start)
{
    public override long Size { get; } = 1 + Entries.Sum(entry => 1 + entry.Value.Size);

    /// <summary>The value of a key; null where there is none.</summary>
    public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;

    // Of a duplicate key, the second is the one too many.
    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (key, value) in Entries.DistinctBy(entry => entry.Key.Value))
        {
            json.WritePropertyName(key.Value);
            value.WriteTo(json);
        }
        json.WriteEndObject();
    }
}

internal sealed record YamlList(Position Start, IReadOnlyList<YamlNode> Items) : YamlNode(Start)
{
    public override long Size { get; } = 1 + Items.Sum(item => item.Size);

    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in Items)
            item.WriteTo(json);
        json.WriteEndArray();
    }
}
