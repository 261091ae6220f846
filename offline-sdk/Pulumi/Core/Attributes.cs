namespace Pulumi;

/// <summary>Names an argument on the wire.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}

/// <summary>Names a result on the wire.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

/// <summary>Marks an object that results consist of.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;

/// <summary>Marks the constructor that an object of a result is made with.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;

/// <summary>Names a constructor's parameter on the wire, where it differs from the C# name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Ties a class to a provider's resource type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    public string Type { get; } = type;

    public string? Version { get; } = version;
}
