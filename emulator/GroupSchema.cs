using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/meta/schemas/group/default</c>: which properties a group's profile may have, beside name and description.
/// </summary>
internal static partial class GroupSchema
{
    private static readonly string[] ItemTypes = ["string", "boolean", "number", "integer"];
    private static readonly string[] Types = [.. ItemTypes, "array"];

    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/meta/schemas/group/default", call => Answer.Ok(Render(call)));
        routes.Post("/api/v1/meta/schemas/group/default", Change);
    }

    /// <summary>A profile must have only properties that there are, with values of their types.</summary>
    /// <param name="organization">Knows the properties.</param>
    /// <param name="profile">The group's.</param>
    /// <param name="what">What Okta calls the group in its refusal.</param>
    public static void Check(Organization organization, JsonObject profile, string what)
    {
        foreach (var (name, value) in profile)
        {
            if (name is "name" or "description")
                continue;
            if (!organization.GroupProperties.TryGetValue(name, out var property))
                throw OktaError.Invalid(what, $"Property name '{name}' is not defined in profile");
            if (value is not null && !IsOf(value, property.Text("type"), property.Map("items")?.Text("type")))
                throw OktaError.Invalid(what, $"Property '{name}' must be of type {property.Text("type")}");
        }
    }

    // Adds and replaces the properties that are named, and removes those that are null; all is checked before anything
    // is changed.
    private static Answer Change(Call call)
    {
        var (organization, given) = (
            call.Organization,
            call.Body().Map("definitions")?.Map("custom")?.Map("properties") ?? []
        );
        var rendered = given
            .Select(pair =>
                (
                    Name: pair.Key,
                    Property: pair.Value is null
                        ? null
                        : Property(organization, pair.Key, pair.Value as JsonObject ?? throw OktaError.Malformed())
                )
            )
            .ToList();
        foreach (var (name, property) in rendered)
        {
            if (property is not null)
                organization.GroupProperties[name] = property;
            else if (organization.GroupProperties.Remove(name))
                Forget(organization, name);
        }
        return Answer.Ok(Render(call));
    }

    private static void Forget(Organization organization, string property)
    {
        foreach (var group in organization.Groups.All)
            group["profile"]!.AsObject().Remove(property);
    }

    private static JsonObject Property(Organization organization, string name, JsonObject given)
    {
        var type = given.Text("type");
        if (!VariableName().IsMatch(name) || name is "name" or "description")
            throw OktaError.Invalid("property", $"'{name}' is not a valid variable name for a custom property");
        var title = given.Required("title");
        if (!Types.Contains(type) || type == "array" && !ItemTypes.Contains(given.Map("items")?.Text("type")))
            throw OktaError.Invalid("type", $"type: 'type' is invalid. Valid values: [{string.Join(", ", Types)}].");
        if (organization.GroupProperties.TryGetValue(name, out var existing) && existing.Text("type") != type)
            throw OktaError.Invalid("type", "type: The type of a property cannot be changed");
        var property = new JsonObject { ["title"] = title, ["type"] = type };
        if (given.Flag("required") == true)
            property["required"] = true;
        property["mutability"] = "READ_WRITE";
        property["scope"] = given.Text("scope") ?? "NONE";
        property["permissions"] = given.Copy(
            "permissions",
            () => new JsonArray(new JsonObject { ["principal"] = "SELF", ["action"] = "READ_ONLY" })
        );
        property["master"] = given.Copy("master", () => new JsonObject { ["type"] = "PROFILE_MASTER" });
        foreach (var (key, value) in given)
        {
            if (key != "required" && value is not null && !property.ContainsKey(key))
                property[key] = value.DeepClone();
        }
        return property;
    }

    private static bool IsOf(JsonNode value, string? type, string? itemType) =>
        (type, value.GetValueKind()) switch
        {
            ("string", System.Text.Json.JsonValueKind.String) => true,
            ("boolean", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) => true,
            ("number", System.Text.Json.JsonValueKind.Number) => true,
            ("integer", System.Text.Json.JsonValueKind.Number) => value.AsValue().TryGetValue<int>(out _),
            ("array", System.Text.Json.JsonValueKind.Array) => value
                .AsArray()
                .All(item => item is not null && IsOf(item, itemType, null)),
            _ => false,
        };

    private static JsonObject Render(Call call)
    {
        var custom = call.Organization.GroupProperties;
        return new()
        {
            ["id"] = $"{call.Base}/meta/schemas/group/default",
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["name"] = "group",
            ["title"] = "Okta group",
            ["description"] = "Okta group profile template with default permission settings",
            ["definitions"] = new JsonObject
            {
                ["custom"] = Definition(
                    "custom",
                    custom.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.DeepClone())),
                    [.. custom.Where(pair => pair.Value.Flag("required") == true).Select(pair => pair.Key)]
                ),
                ["base"] = Definition(
                    "base",
                    [
                        KeyValuePair.Create("name", (JsonNode?)Base("Name", 255, isRequired: true)),
                        KeyValuePair.Create("description", (JsonNode?)Base("Description", 1024, isRequired: false)),
                    ],
                    ["name"]
                ),
            },
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["profile"] = new JsonObject
                {
                    ["allOf"] = new JsonArray(
                        new JsonObject { ["$ref"] = "#/definitions/custom" },
                        new JsonObject { ["$ref"] = "#/definitions/base" }
                    ),
                },
            },
            ["_links"] = new JsonObject { ["self"] = call.Link("/api/v1/meta/schemas/group/default", "GET", "POST") },
        };
    }

    private static JsonObject Definition(
        string name,
        IEnumerable<KeyValuePair<string, JsonNode?>> properties,
        string[] required
    ) =>
        new()
        {
            ["id"] = $"#{name}",
            ["type"] = "object",
            ["properties"] = new JsonObject(properties),
            ["required"] = required.Array(),
        };

    private static JsonObject Base(string title, int maxLength, bool isRequired)
    {
        var property = new JsonObject
        {
            ["title"] = title,
            ["description"] = title,
            ["type"] = "string",
        };
        if (isRequired)
            property["required"] = true;
        property["mutability"] = "READ_WRITE";
        property["scope"] = "NONE";
        property["maxLength"] = maxLength;
        property["permissions"] = new JsonArray(new JsonObject { ["principal"] = "SELF", ["action"] = "READ_ONLY" });
        property["master"] = new JsonObject { ["type"] = "PROFILE_MASTER" };
        return property;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex VariableName();
}
