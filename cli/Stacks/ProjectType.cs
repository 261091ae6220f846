using System.Globalization;
using OktaSpa.Cli.Stacks.Yaml;

namespace OktaSpa.Cli.Stacks;

/// <summary>The type that Pulumi.yaml gives a configuration key.</summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="Items">The type of an array's entries; null where it does not say.</param>
internal sealed record ProjectType(string Name, ProjectType? Items)
{
    /// <summary>The types that there are.</summary>
    public static IReadOnlyList<string> Names { get; } = ["string", "integer", "boolean", "array", "object"];

    /// <summary>Whether Pulumi takes a stack's value for one of the type. It reads single values as text.</summary>
    public bool IsOfStack(YamlNode value) =>
        value is YamlScalar { IsNull: false } scalar
            ? Name switch
            {
                "string" => true,
                "integer" => IsInteger(scalar.Text),
                "boolean" => scalar.Text is "true" or "false",
                _ => false,
            }
            : IsOf(value);

    /// <summary>Whether Pulumi takes a default for one of the type.</summary>
    public bool IsOf(YamlNode value) =>
        (Name, value) switch
        {
            ("string", YamlScalar scalar) => scalar.IsText,
            ("integer", YamlScalar scalar) => scalar.IsText
                ? IsInteger(scalar.Value)
                : scalar.IsNumber && double.IsInteger(double.Parse(scalar.Value, CultureInfo.InvariantCulture)),
            ("boolean", YamlScalar scalar) => scalar.IsBoolean || (scalar.IsText && scalar.Value is "true" or "false"),
            ("array", YamlList list) => Items is null || list.Items.All(Items.IsOf),
            ("object", YamlMap) => true,
            _ => false,
        };

    /// <summary>As Pulumi's messages name it.</summary>
    public override string ToString() => Items is null ? Name : $"array<{Items}>";

    private static bool IsInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
