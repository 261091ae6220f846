using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace OktaSpa.Settings.Reading;

/// <summary>The keys of a mapping of SettingsFile.cs.</summary>
/// <param name="Settings">Its own first, then those of its base type, each in the order of its declaration.</param>
/// <param name="Words">The words that may stand in place of the mapping; null where none may.</param>
/// <param name="Short">The key that a single value stands for; null where none may stand.</param>
internal sealed record SettingsShape(
    Dictionary<string, ShapedSetting> Settings,
    WordsAttribute? Words,
    ShapedSetting? Short
)
{
    private static readonly ConcurrentDictionary<Type, SettingsShape> Shapes = new();

    /// <summary>The shape of a type of SettingsFile.cs.</summary>
    public static SettingsShape Of(Type type) => Shapes.GetOrAdd(type, Read);

    private static SettingsShape Read(Type type)
    {
        var settings = Lineage(type)
            .SelectMany(each =>
                each.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            )
            .Where(property => property.IsDefined(typeof(SettingAttribute)))
            .Select(property => new ShapedSetting(property))
            .ToDictionary(setting => setting.Name, StringComparer.Ordinal);
        var brief = type.GetCustomAttribute<ShortAttribute>()?.Property;
        return new(
            settings,
            type.GetCustomAttribute<WordsAttribute>(),
            settings.Values.FirstOrDefault(setting => setting.Property.Name == brief)
        );
    }

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var at = type; at is not null && at != typeof(Block); at = at.BaseType)
            yield return at;
    }
}

/// <summary>One key of a mapping.</summary>
internal sealed class ShapedSetting
{
    public ShapedSetting(PropertyInfo property)
    {
        Property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Setting = property.GetCustomAttribute<SettingAttribute>()!;
        Default = Setting.Default switch
        {
            null => null,
            "{}" => JsonSerializer.SerializeToElement(new Dictionary<string, string>()),
            var value => JsonSerializer.SerializeToElement(value, value.GetType()),
        };
    }

    /// <summary>The key.</summary>
    public string Name { get; }

    /// <summary>Where it is read into.</summary>
    public PropertyInfo Property { get; }

    /// <summary>What is known of it.</summary>
    public SettingAttribute Setting { get; }

    /// <summary>The default as one would write it; null where there is none.</summary>
    public JsonElement? Default { get; }
}
