using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/trustedOrigins</c></summary>
internal static class TrustedOrigins
{
    private static readonly HashSet<string> Scopes = ["CORS", "REDIRECT", "IFRAME_EMBED"];

    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/trustedOrigins", List);
        routes.Post("/api/v1/trustedOrigins", call => Answer.Ok(Render(call, Create(call.Organization, call.Body()))));
        routes.Get(
            "/api/v1/trustedOrigins/{id}",
            call => Answer.Ok(Render(call, call.Organization.Origins.Get(call.Route("id"))))
        );
        routes.Put("/api/v1/trustedOrigins/{id}", Replace);
        routes.Delete(
            "/api/v1/trustedOrigins/{id}",
            call =>
            {
                call.Organization.Origins.Get(call.Route("id"));
                call.Organization.Origins.Remove(call.Route("id"));
                return Answer.Empty;
            }
        );
        routes.Post("/api/v1/trustedOrigins/{id}/lifecycle/activate", call => SetStatus(call, "ACTIVE"));
        routes.Post("/api/v1/trustedOrigins/{id}/lifecycle/deactivate", call => SetStatus(call, "INACTIVE"));
    }

    /// <summary>Adds an origin, or refuses it.</summary>
    public static JsonObject Create(Organization organization, JsonObject body)
    {
        var now = Organization.Now();
        var origin = new JsonObject
        {
            ["id"] = "",
            ["name"] = null,
            ["origin"] = null,
            ["scopes"] = null,
            ["status"] = "ACTIVE",
        };
        Fill(organization, origin, body);
        origin["id"] = organization.Ids.Next("tos");
        origin["created"] = now;
        origin["createdBy"] = (string)organization.Administrator["id"]!;
        origin["lastUpdated"] = now;
        origin["lastUpdatedBy"] = (string)organization.Administrator["id"]!;
        return organization.Origins.Add(origin);
    }

    private static Answer List(Call call)
    {
        var origins = call.Organization.Origins.All;
        if (call.Query("q") is { } text)
            origins = origins.Where(origin =>
                ((string)origin["name"]!).StartsWith(text, StringComparison.OrdinalIgnoreCase)
                || ((string)origin["origin"]!).StartsWith(text, StringComparison.OrdinalIgnoreCase)
            );
        if (call.Query("filter") is { } filter)
            origins = origins.Where(Expression.Parse(filter).Holds);
        return Answer.Page(call, origins, origin => Render(call, origin));
    }

    private static Answer Replace(Call call)
    {
        var origin = call.Organization.Origins.Get(call.Route("id"));
        Fill(call.Organization, origin, call.Body());
        origin["lastUpdated"] = Organization.Now();
        return Answer.Ok(Render(call, origin));
    }

    private static Answer SetStatus(Call call, string status)
    {
        var origin = call.Organization.Origins.Get(call.Route("id"));
        origin["status"] = status;
        origin["lastUpdated"] = Organization.Now();
        return Answer.Ok(Render(call, origin));
    }

    // All is checked before anything is changed.
    private static void Fill(Organization organization, JsonObject origin, JsonObject body)
    {
        var (name, address, status) = (
            body.Text("name"),
            body.Text("origin"),
            body.Text("status") ?? (string)origin["status"]!
        );
        if (string.IsNullOrWhiteSpace(name))
            throw OktaError.Invalid("name", "name: The field cannot be left blank");
        if (name.Length > 255)
            throw OktaError.Invalid("name", "name: String cannot exceed 255 characters");
        if (string.IsNullOrWhiteSpace(address))
            throw OktaError.Invalid("origin", "origin: The field cannot be left blank");
        if (!IsOrigin(address))
            throw OktaError.Invalid("origin", "origin: Origin value is not valid");
        if (status is not ("ACTIVE" or "INACTIVE") || body["scopes"] is not JsonArray scopes)
            throw OktaError.Malformed();
        if (scopes.Count is 0 or > 3)
            throw OktaError.Invalid("scopes", "scopes: There must be one to three scopes");
        foreach (var scope in scopes)
        {
            if (scope is not JsonObject map || map.Text("type") is not { } type || !Scopes.Contains(type))
                throw OktaError.Malformed();
        }
        if (organization.Origins.All.Any(other => other != origin && (string)other["name"]! == name))
            throw OktaError.Taken("name");
        if (
            organization.Origins.All.Any(other =>
                other != origin && string.Equals((string)other["origin"]!, address, StringComparison.OrdinalIgnoreCase)
            )
        )
            throw OktaError.Taken("origin");
        origin["name"] = name;
        origin["origin"] = address;
        origin["scopes"] = scopes.DeepClone();
        origin["status"] = status;
    }

    private static bool IsOrigin(string text) =>
        text.Length <= 255
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Host.Length > 0
        && uri.Scheme is not "file"
        && !text.Contains('*', StringComparison.Ordinal)
        && !text.Contains('@', StringComparison.Ordinal)
        && text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..].IndexOfAny(['/', '?', '#', '\\']) < 0;

    private static JsonObject Render(Call call, JsonObject origin)
    {
        var self = $"/api/v1/trustedOrigins/{(string)origin["id"]!}";
        var change = (string)origin["status"]! == "ACTIVE" ? "deactivate" : "activate";
        var answer = (JsonObject)origin.DeepClone();
        answer["_links"] = new JsonObject
        {
            ["self"] = call.Link(self, "GET", "PUT", "DELETE"),
            [change] = call.Link($"{self}/lifecycle/{change}", "POST"),
        };
        return answer;
    }
}
