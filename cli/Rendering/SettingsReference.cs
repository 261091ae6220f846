using System.Globalization;
using System.Text;
using System.Text.Json;
using OktaSpa.Settings;
using OktaSpa.Settings.Reading;

namespace OktaSpa.Cli.Rendering;

/// <summary>The table of settings in the docs, made of SettingsFile.cs.</summary>
internal static class SettingsReference
{
    /// <summary>Markdown: a table of the stack's own settings, and one for each mapping of names.</summary>
    public static string Render()
    {
        var text = new StringBuilder();
        Section(text, "The stack", Rows(typeof(SettingsFile), ""));
        Section(text, "Each application, under `applications`", Rows(typeof(ApplicationFile), ""));
        Section(text, "Each group, under `groups`", Rows(typeof(GroupFile), ""));
        Section(text, "Each risk, under `acceptedRisks`", Rows(typeof(AcceptedRiskFile), ""));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Section(StringBuilder text, string title, IEnumerable<Row> rows)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"### {title}\n\n| key | what it decides | default |\n|---|---|---|\n"
        );
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"| `{row.Key}` | {row.Description} | {row.Default} |\n");
        text.Append('\n');
    }

    private static IEnumerable<Row> Rows(Type type, string prefix)
    {
        foreach (var setting in SettingsShape.Of(type).Settings.Values)
        {
            var key = $"{prefix}{setting.Name}";
            yield return new(key, Description(setting), Default(setting));
            // What has a table of its own is not told again.
            if (Inner(setting.Property.PropertyType) is { } inner && inner != typeof(SharedFile))
            {
                foreach (var row in Rows(inner, $"{key}."))
                    yield return row;
            }
        }
    }

    private static Type? Inner(Type type)
    {
        if (type.IsAssignableTo(typeof(Block)))
            return type;
        var item = type.GetGenericArguments()[0];
        var isOwn = type.GetGenericTypeDefinition() == typeof(WrittenMap<>) || item == typeof(AcceptedRiskFile);
        return item.IsAssignableTo(typeof(Block)) && !isOwn ? item : null;
    }

    private static string Description(ShapedSetting setting)
    {
        var about = setting.Setting;
        var limits = new List<string>();
        if (setting.Property.PropertyType == typeof(Written<int>))
            limits.Add(
                about.Maximum == SettingAttribute.Unlimited
                    ? $"{about.Minimum} or more"
                    : $"{about.Minimum} to {about.Maximum}"
            );
        if (about.MaximumLength < SettingAttribute.Unlimited)
            limits.Add($"{about.MaximumLength} characters at most");
        var example = about.Example is { } shown ? $" Such as `{Escaped(shown)}`." : "";
        var told = limits.Count == 0 ? "" : $" {char.ToUpperInvariant(limits[0][0])}{string.Join(", ", limits)[1..]}.";
        return $"{Escaped(about.Description)}{told}{example}";
    }

    private static string Default(ShapedSetting setting)
    {
        if (setting.Setting.DefaultInWords is { } words)
            return words;
        if (setting.Default is { ValueKind: JsonValueKind.Object })
            return $"`{SettingsShape.Of(setting.Property.PropertyType).Words!.Example}`";
        if (setting.Default is { ValueKind: JsonValueKind.Array } list)
            return list.GetArrayLength() == 0
                ? "none"
                : $"`[{string.Join(", ", list.EnumerateArray().Select(item => item.GetString()))}]`";
        if (setting.Default is { } value)
            return $"`{(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText())}`";
        return setting.Setting.IsRequired ? "**required**" : "none";
    }

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private sealed record Row(string Key, string Description, string Default);
}
