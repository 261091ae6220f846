using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/groups/rules</c>: rules that put users into groups. They are kept, with their states, but not carried
/// out: the emulator does not know Okta's expressions.
/// </summary>
internal static class GroupRules
{
    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/groups/rules", List);
        routes.Post("/api/v1/groups/rules", Create);
        routes.Get("/api/v1/groups/rules/{id}", call => Answer.Ok(Rule(call).DeepClone()));
        routes.Put("/api/v1/groups/rules/{id}", Replace);
        routes.Delete(
            "/api/v1/groups/rules/{id}",
            call =>
            {
                if ((string)Rule(call)["status"]! == "ACTIVE")
                    throw OktaError.Invalid("status", "status: A Group Rule that is ACTIVE cannot be deleted");
                call.Organization.GroupRules.Remove(call.Route("id"));
                return new(202, new JsonObject());
            }
        );
        routes.Post("/api/v1/groups/rules/{id}/lifecycle/activate", call => SetStatus(call, "ACTIVE"));
        routes.Post("/api/v1/groups/rules/{id}/lifecycle/deactivate", call => SetStatus(call, "INACTIVE"));
    }

    /// <summary>A group is gone: the rules that name it cannot be used any more.</summary>
    public static void Forget(Organization organization, string group)
    {
        foreach (var rule in organization.GroupRules.All.Where(rule => Targets(rule)!.Contains(group)))
        {
            rule["status"] = "INVALID";
            rule["allGroupsValid"] = false;
        }
    }

    private static JsonObject Rule(Call call) => call.Organization.GroupRules.Get(call.Route("id"));

    private static IReadOnlyList<string>? Targets(JsonObject rule) =>
        rule.Map("actions")?.Map("assignUserToGroups")?.Texts("groupIds");

    private static Answer List(Call call)
    {
        var rules = call.Organization.GroupRules.All;
        if (call.Query("search") is { } text)
            rules = rules.Where(rule => ((string)rule["name"]!).Contains(text, StringComparison.OrdinalIgnoreCase));
        return Answer.Page(call, rules, rule => (JsonObject)rule.DeepClone(), defaultLimit: 50);
    }

    private static Answer Create(Call call)
    {
        var body = call.Body();
        var (name, conditions) = (Name(call, body, except: null), Conditions(body));
        if (Targets(body) is not { Count: > 0 } targets)
            throw OktaError.Invalid("groupIds", "groupIds: The field cannot be left blank");
        foreach (var target in targets)
            call.Organization.Groups.Get(target);
        var now = Organization.Now();
        var rule = new JsonObject
        {
            ["type"] = "group_rule",
            ["id"] = call.Organization.Ids.Next("0pr"),
            ["status"] = "INACTIVE",
            ["name"] = name,
            ["created"] = now,
            ["lastUpdated"] = now,
            ["conditions"] = conditions,
            ["actions"] = new JsonObject { ["assignUserToGroups"] = new JsonObject { ["groupIds"] = targets.Array() } },
            ["allGroupsValid"] = true,
        };
        return Answer.Ok(call.Organization.GroupRules.Add(rule).DeepClone());
    }

    // Okta does not change what a rule does, only when.
    private static Answer Replace(Call call)
    {
        var (rule, body) = (Rule(call), call.Body());
        if ((string)rule["status"]! != "INACTIVE")
            throw OktaError.Invalid("status", $"status: A Group Rule that is {rule["status"]} cannot be changed");
        var (name, conditions) = (Name(call, body, except: rule), Conditions(body));
        rule["name"] = name;
        rule["conditions"] = conditions;
        rule["lastUpdated"] = Organization.Now();
        return Answer.Ok(rule.DeepClone());
    }

    private static Answer SetStatus(Call call, string status)
    {
        var rule = Rule(call);
        if ((string)rule["status"]! == "INVALID")
            throw OktaError.Invalid("status", "Cannot activate or deactivate a Group Rule with the status INVALID");
        rule["status"] = status;
        rule["lastUpdated"] = Organization.Now();
        return Answer.Empty;
    }

    private static string Name(Call call, JsonObject body, JsonObject? except)
    {
        if (body.Text("type") != "group_rule")
            throw OktaError.Malformed();
        var name = body.Required("name");
        if (name.EnumerateRunes().Count() > 50)
            throw OktaError.Invalid("name", "name: String cannot exceed 50 characters");
        return call.Organization.GroupRules.All.Any(other => other != except && (string)other["name"]! == name)
            ? throw OktaError.Invalid("name", "name: Policy rule name already in use")
            : name;
    }

    private static JsonObject Conditions(JsonObject body)
    {
        var (expression, people) = (body.Map("conditions")?.Map("expression"), body.Map("conditions")?.Map("people"));
        if (string.IsNullOrWhiteSpace(expression?.Text("value")))
            throw OktaError.Invalid("expression", "expression: The field cannot be left blank");
        return new()
        {
            ["people"] = new JsonObject { ["users"] = Excluded("users"), ["groups"] = Excluded("groups") },
            ["expression"] = new JsonObject
            {
                ["value"] = expression.Text("value"),
                ["type"] = expression.Text("type") ?? "urn:okta:expression:1.0",
            },
        };

        JsonObject Excluded(string who) => new() { ["exclude"] = (people?.Map(who)?.Texts("exclude") ?? []).Array() };
    }
}
