using System.Text.Json;
using System.Text.Json.Nodes;
using OktaSpa.Settings;
using OktaSpa.Settings.Reading;

namespace OktaSpa.Cli.Stacks;

/// <summary>The JSON schema of a stack file, made from the settings of SettingsFile.cs.</summary>
internal static class StackSchema
{
    /// <summary>The schema as text.</summary>
    /// <param name="project">The name of the project, whose namespace the settings are in.</param>
    public static string Create(string project)
    {
        var key = StackSettings.KeyOf(project);
        var config = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["okta:orgName"] = Described("The organization's name, the first part of its host.", "dev-00000000"),
                ["okta:baseUrl"] = Described("The rest of the organization's host.", "okta.com"),
                [key] = Block(typeof(SettingsFile)),
            },
            ["required"] = new JsonArray("okta:orgName", "okta:baseUrl", key),
            ["patternProperties"] = new JsonObject { [$"^{project}:(?!settings$)"] = false },
        };
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"A stack file of {project}",
            ["type"] = "object",
            ["properties"] = new JsonObject { ["config"] = config },
            ["required"] = new JsonArray("config"),
        };
        return schema.ToJsonString(JsonFormat.Options);
    }

    private static JsonObject Described(string description, string example) =>
        new()
        {
            ["description"] = description,
            ["type"] = "string",
            ["examples"] = new JsonArray(example),
        };

    private static JsonObject Block(Type type)
    {
        var (settings, words, brief) = SettingsShape.Of(type);
        var mapping = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                settings.Values.Select(setting => KeyValuePair.Create(setting.Name, (JsonNode?)Setting(setting)))
            ),
            ["additionalProperties"] = false,
        };
        var required = settings.Values.Where(IsRequired).Select(setting => setting.Name);
        if (required.ToArray() is { Length: > 0 } names)
            mapping["required"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        JsonObject[] others =
        [
            .. (words?.Words ?? []).Select(word => new JsonObject { ["const"] = word }),
            .. brief is null ? Array.Empty<JsonObject>() : [Value(brief)],
        ];
        return others.Length == 0 ? mapping : new() { ["anyOf"] = new JsonArray([.. others, mapping]) };
    }

    // What an application may have from the defaults, it need not say itself.
    private static bool IsRequired(ShapedSetting setting) =>
        setting.Setting.IsRequired && setting.Property.DeclaringType != typeof(SharedFile);

    private static JsonObject Setting(ShapedSetting setting)
    {
        var schema = Value(setting);
        schema.Insert(0, "description", setting.Setting.Description);
        if (setting.Default is { ValueKind: not JsonValueKind.Object } value)
            schema["default"] = JsonSerializer.SerializeToNode(value);
        return schema;
    }

    private static JsonObject Value(ShapedSetting setting)
    {
        var type = setting.Property.PropertyType;
        if (type.IsAssignableTo(typeof(Block)))
            return Block(type);
        var item = type.GetGenericArguments()[0];
        if (type.GetGenericTypeDefinition() == typeof(WrittenList<>))
            return List(setting, item);
        if (type.GetGenericTypeDefinition() == typeof(WrittenMap<>))
            return Map(setting, item);
        // pulumi config set writes booleans and numbers as strings, and both are accepted.
        if (item == typeof(bool))
            return AnyOf(new() { ["type"] = "boolean" }, new() { ["enum"] = new JsonArray("true", "false") });
        if (item == typeof(int))
            return AnyOf(Number(setting.Setting), new() { ["type"] = "string", ["pattern"] = "^[0-9]+$" });
        return item.IsEnum
            ? new() { ["enum"] = new JsonArray([.. Enum.GetNames(item).Select(Word)]) }
            : Text(setting.Setting);
    }

    private static JsonNode Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static JsonObject AnyOf(JsonObject one, JsonObject other) =>
        new() { ["anyOf"] = new JsonArray(one, other) };

    private static JsonObject Number(SettingAttribute setting) =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = setting.Minimum,
            ["maximum"] = setting.Maximum,
        };

    private static JsonObject Text(SettingAttribute setting)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (setting.Pattern is { } pattern)
            schema["pattern"] = pattern;
        if (setting.MaximumLength < SettingAttribute.Unlimited)
            schema["maxLength"] = setting.MaximumLength;
        return schema;
    }

    private static JsonObject List(ShapedSetting setting, Type item)
    {
        var schema = new JsonObject
        {
            ["type"] = "array",
            ["items"] = item.IsAssignableTo(typeof(Block)) ? Block(item) : Text(setting.Setting),
        };
        if (!setting.Setting.MayBeEmpty)
            schema["minItems"] = 1;
        return schema;
    }

    private static JsonObject Map(ShapedSetting setting, Type item)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = Block(item) };
        if (setting.Setting.Pattern is { } pattern)
            schema["propertyNames"] = new JsonObject { ["pattern"] = pattern };
        if (!setting.Setting.MayBeEmpty)
            schema["minProperties"] = 1;
        return schema;
    }
}
