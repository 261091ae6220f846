using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/policies/{id}/rules</c>: how one signs in to the applications of an access policy. Each policy has a last
/// rule, for all whom no other fits.
/// </summary>
internal static class PolicyRules
{
    public static void Map(Routes routes)
    {
        routes.Get(
            "/api/v1/policies/{id}/rules",
            call =>
                Answer.Ok(
                    new JsonArray([
                        .. All(call).OrderBy(rule => (int)rule["priority"]!).Select(rule => Render(call, rule)),
                    ])
                )
        );
        routes.Post("/api/v1/policies/{id}/rules", Create);
        routes.Get("/api/v1/policies/{id}/rules/{rule}", call => Answer.Ok(Render(call, Find(call))));
        routes.Put("/api/v1/policies/{id}/rules/{rule}", Replace);
        routes.Delete(
            "/api/v1/policies/{id}/rules/{rule}",
            call =>
            {
                All(call).Remove(IsSystem(Find(call)) ? throw OktaError.Forbidden() : Find(call));
                return Answer.Empty;
            }
        );
        routes.Post("/api/v1/policies/{id}/rules/{rule}/lifecycle/activate", call => SetStatus(call, "ACTIVE"));
        routes.Post("/api/v1/policies/{id}/rules/{rule}/lifecycle/deactivate", call => SetStatus(call, "INACTIVE"));
    }

    /// <summary>The rule that a new policy has.</summary>
    public static JsonObject CatchAll(Ids ids)
    {
        var now = Organization.Now();
        return new()
        {
            ["id"] = ids.Next("rul"),
            ["status"] = "ACTIVE",
            ["name"] = "Catch-all Rule",
            ["priority"] = 99,
            ["created"] = now,
            ["lastUpdated"] = now,
            ["system"] = true,
            ["conditions"] = null,
            ["actions"] = new JsonObject
            {
                ["appSignOn"] = new JsonObject
                {
                    ["access"] = "ALLOW",
                    ["verificationMethod"] = new JsonObject
                    {
                        ["factorMode"] = "2FA",
                        ["type"] = "ASSURANCE",
                        ["reauthenticateIn"] = "PT12H",
                        ["constraints"] = new JsonArray(
                            new JsonObject
                            {
                                ["possession"] = new JsonObject { ["required"] = true, ["deviceBound"] = "REQUIRED" },
                            }
                        ),
                    },
                    ["keepMeSignedIn"] = new JsonObject { ["postAuth"] = "NOT_ALLOWED" },
                },
            },
        };
    }

    private static List<JsonObject> All(Call call) =>
        call.Organization.SignOnRules[(string)call.Organization.Policies.Get(call.Route("id"))["id"]!];

    private static JsonObject Find(Call call) =>
        All(call).Find(rule => (string)rule["id"]! == call.Route("rule"))
        ?? throw OktaError.NotFound(call.Route("rule"), "PolicyRule");

    private static bool IsSystem(JsonObject rule) => (bool)rule["system"]!;

    private static Answer Create(Call call)
    {
        var (rules, body, now) = (All(call), call.Body(), Organization.Now());
        var rule = new JsonObject
        {
            ["id"] = null,
            ["status"] = "ACTIVE",
            ["name"] = null,
            ["priority"] = null,
            ["created"] = now,
            ["lastUpdated"] = now,
            ["system"] = false,
            ["conditions"] = null,
            ["actions"] = null,
        };
        Fill(rules, rule, body);
        rule["id"] = call.Organization.Ids.Next("rul");
        rules.Add(rule);
        return Answer.Ok(Render(call, rule));
    }

    private static Answer Replace(Call call)
    {
        var rule = Find(call);
        Fill(All(call), rule, call.Body());
        rule["lastUpdated"] = Organization.Now();
        return Answer.Ok(Render(call, rule));
    }

    // All is checked before anything is changed. Of the last rule only the actions change.
    private static void Fill(List<JsonObject> rules, JsonObject rule, JsonObject body)
    {
        var name = body.Required("name");
        if (rules.Exists(other => other != rule && (string)other["name"]! == name))
            throw OktaError.Taken("name");
        if (body.Map("actions")?.Map("appSignOn") is not { } signOn || signOn.Text("access") is not ("ALLOW" or "DENY"))
            throw OktaError.Invalid(
                "actions.appSignOn.access",
                "actions.appSignOn.access: Valid values: [ALLOW, DENY]"
            );
        var (priority, conditions) = (body.Number("priority"), body.Map("conditions"));
        rule["actions"] = body["actions"]!.DeepClone();
        if (IsSystem(rule))
            return;
        rule["name"] = name;
        rule["priority"] = priority ?? (int?)rule["priority"] ?? rules.Count(other => !IsSystem(other));
        rule["conditions"] = conditions?.DeepClone();
    }

    private static Answer SetStatus(Call call, string status)
    {
        var rule = Find(call);
        rule["status"] = IsSystem(rule) ? throw OktaError.Forbidden() : status;
        rule["lastUpdated"] = Organization.Now();
        return Answer.Empty;
    }

    private static JsonObject Render(Call call, JsonObject rule)
    {
        var self = $"/api/v1/policies/{call.Route("id")}/rules/{(string)rule["id"]!}";
        var change = (string)rule["status"]! == "ACTIVE" ? "deactivate" : "activate";
        var answer = (JsonObject)rule.DeepClone();
        answer["_links"] = IsSystem(rule)
            ? new JsonObject { ["self"] = call.Link(self, "GET", "PUT") }
            : new JsonObject
            {
                ["self"] = call.Link(self, "GET", "PUT", "DELETE"),
                [change] = call.Link($"{self}/lifecycle/{change}", "POST"),
            };
        answer["type"] = "ACCESS_POLICY";
        return answer;
    }
}
