using OktaSpa.Cli.Stacks.Yaml;

namespace OktaSpa.Cli.Stacks;

/// <summary>What Pulumi.yaml says about a configuration key of all its stacks.</summary>
internal sealed record ProjectSetting
{
    /// <summary>As it is written.</summary>
    public required YamlScalar Written { get; init; }

    /// <summary>The key, <c>namespace:name</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The keys below it that lead to the value, where the setting is about a part of it.</summary>
    public required IReadOnlyList<string> Below { get; init; }

    /// <summary>Whether it is in the project's own namespace, so that Pulumi asks each stack for it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>What a stack has that does not say otherwise; null for nothing.</summary>
    public YamlNode? Value { get; init; }

    /// <summary>The type that the value must have; null for any.</summary>
    public ProjectType? Type { get; init; }

    /// <summary>Whether a stack must encrypt the value.</summary>
    public bool IsSecret { get; init; }
}
