using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/apps/{id}/grants</c>: which of Okta's own scopes an application may ask for.</summary>
internal static class Grants
{
    public static void Map(Routes routes)
    {
        routes.Get(
            "/api/v1/apps/{id}/grants",
            call => Answer.Ok(new JsonArray([.. All(call).Select(grant => Render(call, grant))]))
        );
        routes.Post("/api/v1/apps/{id}/grants", Create);
        routes.Get("/api/v1/apps/{id}/grants/{grant}", call => Answer.Ok(Render(call, Find(call))));
        routes.Delete(
            "/api/v1/apps/{id}/grants/{grant}",
            call =>
            {
                All(call).Remove(Find(call));
                return Answer.Empty;
            }
        );
    }

    private static List<JsonObject> All(Call call)
    {
        var id = (string)call.Organization.Applications.Get(call.Route("id"))["id"]!;
        return call.Organization.Grants.Of(id);
    }

    private static JsonObject Find(Call call) =>
        All(call).Find(grant => (string)grant["id"]! == call.Route("grant"))
        ?? throw OktaError.NotFound(call.Route("grant"), "OAuth2ScopeConsentGrant");

    private static Answer Create(Call call)
    {
        var (grants, body) = (All(call), call.Body());
        if (body.Text("scopeId") is not { } scope || !scope.StartsWith("okta.", StringComparison.Ordinal))
            throw OktaError.Invalid("scopeId", "scopeId: The scope is not one of Okta's own, such as okta.users.read");
        // Not compared with the organization's address: through a proxy, the client knows it by another.
        if (!Uri.TryCreate(body.Text("issuer"), UriKind.Absolute, out _))
            throw OktaError.Invalid("issuer", "issuer: The issuer is not the address of an organization");
        if (grants.Find(grant => (string)grant["scopeId"]! == scope) is { } existing)
            return new(201, Render(call, existing));
        var now = Organization.Now();
        var client = call.Organization.Applications.Get(call.Route("id"))["credentials"]!["oauthClient"]?["client_id"];
        var grant = new JsonObject
        {
            ["id"] = call.Organization.Ids.Next("oag"),
            ["status"] = "ACTIVE",
            ["created"] = now,
            ["createdBy"] = new JsonObject
            {
                ["id"] = (string)call.Organization.Administrator["id"]!,
                ["type"] = "User",
            },
            ["lastUpdated"] = now,
            ["issuer"] = body.Text("issuer"),
            ["clientId"] = (string?)client ?? call.Route("id"),
            ["scopeId"] = scope,
            ["source"] = "ADMIN",
        };
        grants.Add(grant);
        return new(201, Render(call, grant));
    }

    private static JsonObject Render(Call call, JsonObject grant)
    {
        var answer = (JsonObject)grant.DeepClone();
        answer["_links"] = new JsonObject
        {
            ["app"] = call.Link($"/api/v1/apps/{call.Route("id")}"),
            ["self"] = call.Link($"/api/v1/apps/{call.Route("id")}/grants/{(string)grant["id"]!}", "GET", "DELETE"),
        };
        return answer;
    }
}
