using System.Globalization;
using System.Reflection;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>
/// The public and protected members of an assembly, one line each, in the words of the lists in api/.
/// </summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["Boolean"] = "bool",
        ["Double"] = "double",
        ["Int32"] = "int",
        ["Object"] = "object",
        ["String"] = "string",
        ["Void"] = "void",
    };

    /// <summary>Each type's members by the type's headline.</summary>
    public static Dictionary<string, HashSet<string>> Read(Assembly assembly) =>
        assembly.GetTypes().Where(IsVisible).ToDictionary(Headline, type => Members(type).ToHashSet());

    private static string Headline(Type type)
    {
        var kind = type switch
        {
            { IsInterface: true } => " (interface)",
            { IsValueType: true } => " (struct)",
            { IsAbstract: true, IsSealed: true } => " (static)",
            { IsAbstract: true } => " (abstract)",
            { IsSealed: true } => " (sealed)",
            _ => "",
        };
        var resource = type.GetCustomAttributesData()
            .Where(attribute => IsKindOf(attribute.AttributeType, "ResourceTypeAttribute"))
            .Select(attribute => $" [{attribute.ConstructorArguments[0].Value}]");
        return $"{type.Namespace}.{Name(type)}{kind} : {(type.BaseType is { } parent ? Name(parent) : "")}{string.Concat(resource)}";
    }

    private static IEnumerable<string> Members(Type type) =>
        [
            .. type.GetInterfaces().Where(IsVisible).Except(type.BaseType?.GetInterfaces() ?? []).Select(Interface),
            .. type.GetConstructors(Declared)
                .Where(IsVisible)
                .Select(constructor => $"{Access(constructor)}ctor({Parameters(constructor)})"),
            .. type.GetMethods(Declared)
                .Where(method => IsVisible(method) && (!method.IsSpecialName || IsOperator(method)))
                .Select(Method),
            .. type.GetProperties(Declared).Select(Property).OfType<string>(),
            .. type.GetFields(Declared)
                .Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
                .Select(Field),
        ];

    private static string Interface(Type type) => $"interface {Name(type)}";

    private static string Method(MethodInfo method)
    {
        var arguments = method.IsGenericMethod
            ? $"<{string.Join(',', method.GetGenericArguments().Select(Name))}>"
            : "";
        return $"{Access(method)}{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{arguments}({Parameters(method)})";
    }

    private static string? Property(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod, property.SetMethod }
            .OfType<MethodInfo>()
            .Where(IsVisible)
            .ToArray();
        if (accessors.Length == 0)
            return null;

        var access = string.Concat(
            accessors.Select(accessor => accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get;" : "set;")
        );
        return $"{(accessors[0].IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name} {{{access}}}{Wire(property)}";
    }

    // A list of arguments has its wire name on the field behind it.
    private static string Wire(PropertyInfo property)
    {
        var field = property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", Declared);
        var attribute = new MemberInfo?[] { property, field }
            .OfType<MemberInfo>()
            .SelectMany(member => member.GetCustomAttributesData())
            .FirstOrDefault(attribute => attribute.AttributeType.Name is "InputAttribute" or "OutputAttribute");

        // The list of Pulumi's own package does not tell the wire names of "id" and "urn".
        if (attribute is null || property.DeclaringType.Namespace == "Pulumi")
            return "";

        var arguments = attribute
            .Constructor.GetParameters()
            .Zip(attribute.ConstructorArguments)
            .Select(argument =>
                argument switch
                {
                    { First.Name: "name" } => $" \"{argument.Second.Value}\"",
                    { Second.Value: true } => $", {argument.First.Name}: true",
                    _ => "",
                }
            );
        return $" [{attribute.AttributeType.Name.Replace("Attribute", "", StringComparison.Ordinal).ToLowerInvariant()}{string.Concat(arguments)}]";
    }

    // A field that can be written is none of the real packages'.
    private static string Field(FieldInfo field) =>
        $"{(field.IsInitOnly || field.IsLiteral ? "" : "writable ")}field {Name(field.FieldType)} {field.Name}";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                {
                    var many = parameter
                        .GetCustomAttributesData()
                        .Any(attribute => attribute.AttributeType.Name == nameof(ParamArrayAttribute));
                    var text = parameter.RawDefaultValue is { } value
                        ? Convert.ToString(value, CultureInfo.InvariantCulture)
                        : "null";
                    return $"{(many ? "params " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {text}" : "")}";
                })
        );

    private static string Name(Type type)
    {
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (!type.IsGenericType)
            return Keywords.GetValueOrDefault(type.Name, type.Name);

        var name = type.Name.Split('`')[0];
        var arguments = string.Join(',', type.GetGenericArguments().Select(Name));
        return name switch
        {
            "Nullable" => $"{arguments}?",
            "ValueTuple" => $"({arguments})",
            _ => $"{name}<{arguments}>",
        };
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static bool IsVisible(Type type) =>
        type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType!));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOperator(MethodInfo method) => method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsKindOf(Type type, string name) =>
        type.Name == name || (type.BaseType is { } parent && IsKindOf(parent, name));
}
