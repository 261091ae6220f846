using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OktaSpa.Settings;

namespace OktaSpa.Cli.Stacks;

/// <summary>The JSON schema of a stack file, made from the types of SettingsFile.cs.</summary>
internal static class StackSchema
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The schema as text.</summary>
    public static string Create()
    {
        var settings = Json.GetJsonSchemaAsNode(
            typeof(SettingsFile),
            new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform }
        );
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A stack file of okta-spa",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["config"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["okta:orgName"] = Text(
                            "The organization's name, the first part of its host, such as dev-00000000."
                        ),
                        ["okta:baseUrl"] = Text("The rest of the organization's host, such as okta.com."),
                        [StackSettings.KeyOf(StackFile.Project)] = settings,
                    },
                    ["required"] = new JsonArray(
                        "okta:orgName",
                        "okta:baseUrl",
                        StackSettings.KeyOf(StackFile.Project)
                    ),
                    ["patternProperties"] = new JsonObject { ["^okta-spa:(?!settings$)"] = false },
                },
            },
            ["required"] = new JsonArray("config"),
        };
        return schema.ToJsonString(JsonFormat.Options);
    }

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
            return node;
        // The settings' own types say what is required; null is never a value.
        if (schema["type"] is JsonArray types)
            schema["type"] = types.Select(type => (string)type!).First(type => type != "null");
        if (schema["enum"] is JsonArray choices)
            choices.Remove(null);

        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var property = context.PropertyInfo?.AttributeProvider;
        if (property?.GetCustomAttributes(typeof(RangeAttribute), false) is [RangeAttribute range])
        {
            schema["minimum"] = (int)range.Minimum;
            schema["maximum"] = (int)range.Maximum;
        }
        if (property?.GetCustomAttributes(typeof(MinLengthAttribute), false) is [MinLengthAttribute least])
            schema["minItems"] = least.Length;
        if (property?.GetCustomAttributes(typeof(MaxLengthAttribute), false) is [MaxLengthAttribute most])
            schema["maxLength"] = most.Length;
        if (schema.ContainsKey("properties"))
            schema["additionalProperties"] = false;
        if (
            property?.GetCustomAttributes(typeof(RegularExpressionAttribute), false)
            is [RegularExpressionAttribute { Pattern: var pattern }]
        )
        {
            if (type == typeof(string))
                schema["pattern"] = pattern;
            else
                schema["propertyNames"] = new JsonObject { ["pattern"] = pattern };
        }
        // pulumi config set writes booleans and numbers as strings, and both are accepted.
        if (type == typeof(bool))
            schema = new()
            {
                ["anyOf"] = new JsonArray(schema, new JsonObject { ["enum"] = new JsonArray("true", "false") }),
            };
        if (type == typeof(int))
            schema = new()
            {
                ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+$" }),
            };
        if (type.GetCustomAttribute<KeywordAttribute>() is { Word: var word })
            schema = new() { ["anyOf"] = new JsonArray(new JsonObject { ["const"] = word }, schema) };
        if (
            (property?.GetCustomAttributes(typeof(DescriptionAttribute), false) ?? [])
            is [DescriptionAttribute description]
        )
            schema.Insert(0, "description", description.Description);
        return schema;
    }
}
