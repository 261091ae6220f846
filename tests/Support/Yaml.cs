using YamlDotNet.RepresentationModel;

namespace OktaSpa.Tests.Support;

/// <summary>Reads in a YAML text what may be there or not.</summary>
internal static class Yaml
{
    /// <summary>The value of a key; null where it is not there, or this is no mapping.</summary>
    public static YamlNode? Value(this YamlNode? node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var value) ? value : null;

    /// <summary>The text at a path of keys; empty where there is none.</summary>
    public static string Text(this YamlNode? node, params IEnumerable<string> path) =>
        (path.Aggregate(node, Value) as YamlScalarNode)?.Value ?? "";

    /// <summary>All texts in it, keys too.</summary>
    public static IEnumerable<string> Scalars(this YamlNode? node) =>
        (node?.AllNodes ?? []).OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? "");

    /// <summary>All mappings in it.</summary>
    public static IEnumerable<YamlMappingNode> Mappings(this YamlNode? node) =>
        (node?.AllNodes ?? []).OfType<YamlMappingNode>();
}
