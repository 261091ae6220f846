using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/policies</c>: the policies of type <c>ACCESS_POLICY</c> that an application can have.</summary>
internal static class Policies
{
    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/policies", List);
        routes.Post("/api/v1/policies", Create);
        routes.Get(
            "/api/v1/policies/{id}",
            call => Answer.Ok(Render(call, call.Organization.Policies.Get(call.Route("id"))))
        );
        routes.Put("/api/v1/policies/{id}", Replace);
        routes.Delete("/api/v1/policies/{id}", Delete);
        routes.Get(
            "/api/v1/policies/{id}/mappings",
            call =>
            {
                call.Organization.Policies.Get(call.Route("id"));
                return Answer.Ok(new JsonArray());
            }
        );
    }

    private static Answer List(Call call)
    {
        if (call.Query("type") is not { } type)
            throw OktaError.Invalid("type", "type: The field cannot be left blank");
        var policies = call.Organization.Policies.All.Where(policy => (string)policy["type"]! == type);
        return Answer.Page(call, policies, policy => Render(call, policy));
    }

    private static Answer Create(Call call)
    {
        var body = call.Body();
        if (body.Text("type") != "ACCESS_POLICY")
            throw OktaError.Invalid("type", "type: The emulator knows policies of type ACCESS_POLICY only");
        return Answer.Ok(
            Render(
                call,
                call.Organization.Policies.Get(
                    call.Organization.AddPolicy(Name(call, body, except: null), body.Text("description"))
                )
            )
        );
    }

    private static Answer Replace(Call call)
    {
        var policy = call.Organization.Policies.Get(call.Route("id"));
        var body = call.Body();
        policy["name"] = Name(call, body, except: policy);
        policy["description"] = body.Text("description");
        policy["lastUpdated"] = Organization.Now();
        return Answer.Ok(Render(call, policy));
    }

    private static Answer Delete(Call call)
    {
        var policy = call.Organization.Policies.Get(call.Route("id"));
        if (
            (bool)policy["system"]!
            || call.Organization.Applications.All.Any(app => (string)app["accessPolicy"]! == call.Route("id"))
        )
            throw OktaError.Forbidden();
        call.Organization.Policies.Remove(call.Route("id"));
        call.Organization.SignOnRules.Remove(call.Route("id"));
        return Answer.Empty;
    }

    private static string Name(Call call, JsonObject body, JsonObject? except)
    {
        var name = body.Required("name");
        return call.Organization.Policies.All.Any(other => other != except && (string)other["name"]! == name)
            ? throw OktaError.Taken("name")
            : name;
    }

    private static JsonObject Render(Call call, JsonObject policy)
    {
        var self = $"/api/v1/policies/{(string)policy["id"]!}";
        var answer = (JsonObject)policy.DeepClone();
        answer.Remove("type");
        answer["_links"] = new JsonObject
        {
            ["self"] = (bool)policy["system"]!
                ? call.Link(self, "GET", "PUT")
                : call.Link(self, "GET", "PUT", "DELETE"),
            ["rules"] = call.Link($"{self}/rules", "GET", "POST"),
        };
        answer["_embedded"] = new JsonObject { ["resourceType"] = "APP" };
        answer["type"] = "ACCESS_POLICY";
        return answer;
    }
}
