using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/meta/schemas/apps/{id}/default</c>: what an application keeps of a user: the claims of OpenID Connect,
/// and properties of its own.
/// </summary>
internal static class AppSchemas
{
    // https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims, flat: the address is seven properties.
    private static readonly (string Name, string Title, string? External)[] Base =
    [
        ("userName", "Username", "preferred_username"),
        ("name", "Name", null),
        ("nickname", "Nickname", null),
        ("given_name", "Given Name", null),
        ("middle_name", "Middle Name", null),
        ("family_name", "Family Name", null),
        ("email", "Email", null),
        ("profile", "Profile URL", null),
        ("picture", "Picture URL", null),
        ("website", "Website", null),
        ("gender", "Gender", null),
        ("birthdate", "Birthdate", null),
        ("zoneinfo", "Time Zone", null),
        ("locale", "Locale Name", null),
        ("phone_number", "Phone Number", null),
        ("street_address", "Street Address", "address.street_address"),
        ("locality", "Locality", "address.locality"),
        ("region", "Region", "address.region"),
        ("postal_code", "Postal Code", "address.postal_code"),
        ("country", "Country", "address.country"),
        ("formatted", "Formatted", "address.formatted"),
    ];

    private static readonly string[] Types = ["string", "boolean", "number", "integer", "array"];

    // What Okta tells of a property. Who may see it and who is its master is kept to itself.
    private static readonly string[] Told =
    [
        "title",
        "description",
        "type",
        "required",
        "externalName",
        "externalNamespace",
        "unique",
        "scope",
        "enum",
        "oneOf",
        "items",
        "minLength",
        "maxLength",
        "union",
    ];

    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/meta/schemas/apps/{id}/default", call => Answer.Ok(Render(call)));
        routes.Post("/api/v1/meta/schemas/apps/{id}/default", Change);
    }

    /// <summary>The names that a user's profile in this application can have.</summary>
    public static IEnumerable<string> Properties(Organization organization, string app) =>
        Base.Select(property => property.Name)
            .Where(name => name != "userName")
            .Concat(
                organization.Schemas.TryGetValue(app, out var schema) ? schema.Custom.Select(pair => pair.Key) : []
            );

    private static Answer Change(Call call)
    {
        var id = (string)call.Organization.Applications.Get(call.Route("id"))["id"]!;
        var definitions = call.Body().Map("definitions") ?? [];
        var schema = call.Organization.Schemas.TryGetValue(id, out var kept)
            ? kept with
            {
                Custom = (JsonObject)kept.Custom.DeepClone(),
                Required = [.. kept.Required],
            }
            : new AppSchema([], ["userName"], Organization.Now());
        foreach (var (name, node) in definitions.Map("custom")?.Map("properties") ?? [])
        {
            if (node is null)
                schema.Custom.Remove(name);
            else
                schema.Custom[name] = Property(name, node);
        }
        foreach (var (name, node) in definitions.Map("base")?.Map("properties") ?? [])
        {
            if (!Base.Any(known => known.Name == name) || node is not JsonObject given)
                throw OktaError.Invalid(name, $"Property name '{name}' is not defined in the base schema");
            if (given.Flag("required") == true)
                schema.Required.Add(name);
            else if (name != "userName")
                schema.Required.Remove(name);
        }
        call.Organization.Schemas[id] = schema with { LastUpdated = Organization.Now() };
        return Answer.Ok(Render(call));
    }

    private static JsonObject Property(string name, JsonNode node)
    {
        var given = node as JsonObject ?? throw OktaError.Malformed();
        if (string.IsNullOrWhiteSpace(given.Text("title")))
            throw OktaError.Invalid(name, "title: The field cannot be left blank");
        if (!Types.Contains(given.Text("type")))
            throw OktaError.Invalid(name, $"type: Valid values: [{string.Join(", ", Types)}]");
        var property = new JsonObject(
            Told.Where(key => given[key] is not null)
                .Select(key => KeyValuePair.Create(key, (JsonNode?)given[key]!.DeepClone()))
        );
        if (given.Flag("required") != true)
            property.Remove("required");
        if (given.Text("type") != "array")
            property.Remove("union");
        if (property.Map("items") is { } items && items.Text("type") == "object")
            items["additionalProperties"] = true;
        return property;
    }

    private static JsonObject Render(Call call)
    {
        var app = call.Organization.Applications.Get(call.Route("id"));
        var schema =
            call.Organization.Schemas.GetValueOrDefault(call.Route("id"))
            ?? new AppSchema([], ["userName"], (string)app["created"]!);
        var custom = new JsonObject
        {
            ["id"] = "#custom",
            ["type"] = "object",
            ["properties"] = schema.Custom.DeepClone(),
        };
        if (schema.Custom.Count > 0)
            custom["required"] = schema
                .Custom.Where(pair => ((JsonObject)pair.Value!).Flag("required") == true)
                .Select(pair => pair.Key)
                .Array();
        return new()
        {
            ["id"] = $"{call.Base}/meta/schemas/apps/{call.Route("id")}/default",
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["name"] = $"{(string)app["name"]!}_emulator",
            ["title"] = $"{(string)app["label"]!} User",
            ["lastUpdated"] = schema.LastUpdated,
            ["created"] = (string)app["created"]!,
            ["definitions"] = new JsonObject
            {
                ["custom"] = custom,
                ["base"] = new JsonObject
                {
                    ["id"] = "#base",
                    ["type"] = "object",
                    ["properties"] = new JsonObject(
                        Base.Select(property =>
                            KeyValuePair.Create(
                                property.Name,
                                (JsonNode?)RenderBase(property, schema.Required.Contains(property.Name))
                            )
                        )
                    ),
                    ["required"] = Base.Select(property => property.Name).Where(schema.Required.Contains).Array(),
                },
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
        };
    }

    private static JsonObject RenderBase((string Name, string Title, string? External) property, bool isRequired)
    {
        var answer = new JsonObject { ["title"] = property.Title, ["type"] = "string" };
        if (isRequired)
            answer["required"] = true;
        if (property.External is { } external)
            answer["externalName"] = external;
        answer["scope"] = "SELF";
        return answer;
    }
}

/// <summary>
/// What was changed of an application's schema: its own properties, and which of all must have a value.
/// </summary>
internal sealed record AppSchema(JsonObject Custom, HashSet<string> Required, string LastUpdated);
