using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/groups/rules</c>: rules that put users into groups. They are kept, with their states, but not carried
/// out: the emulator does not know Okta's expressions.
/// </summary>
internal static class GroupRulesApi
{
    public static void Map(Routes routes)
    {
        const string Rules = "/api/v1/groups/rules";
        const string One = $"{Rules}/{{id}}";
        routes.Get(Rules, List);
        routes.Post(Rules, Create);
        routes.Get(One, call => Answer.Ok(Find(call)));
        routes.Put(One, Replace);
        routes.Delete(One, Delete);
        routes.Lifecycle(One, SetStatus);
    }

    /// <summary>A group is gone: the rules that name it cannot be used any more.</summary>
    public static void Forget(OktaOrganization organization, OktaGroup group)
    {
        foreach (var rule in organization.GroupRules.All.Where(rule => Targets(rule.Json).Contains(group.Id)))
        {
            rule.Json["status"] = "INVALID";
            rule.Json["allGroupsValid"] = false;
        }
    }

    /// <summary>The ids of the groups that a rule puts users into.</summary>
    public static IReadOnlyList<string> Targets(JsonObject rule) =>
        rule.Map("actions")?.Map("assignUserToGroups")?.Texts("groupIds") ?? [];

    private static OktaObject Find(Call call) => call.Organization.GroupRules.Get(call.Route("id"));

    private static Answer List(Call call)
    {
        var text = call.Query("search") ?? "";
        var rules = call.Organization.GroupRules.All.Where(rule =>
            rule.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        );
        return Answer.Page(call, rules, defaultLimit: 50);
    }

    private static Answer Create(Call call)
    {
        var body = call.Body();
        var (name, conditions, groupIds) = (Name(call, body, self: null), Conditions(body), Targets(body));
        OktaError.ThrowIf(groupIds.Count == 0, "groupIds", "The field cannot be left blank");
        foreach (var id in groupIds)
            call.Organization.Groups.Get(id);
        var created = OktaObject.Now();
        var rule = new
        {
            type = "group_rule",
            id = call.Organization.Ids.Next("0pr"),
            status = "INACTIVE",
            name,
            created,
            lastUpdated = created,
            conditions,
            actions = new { assignUserToGroups = new { groupIds } },
            allGroupsValid = true,
        };
        return Answer.Ok(call.Organization.GroupRules.Add(new(Json.Of(rule))));
    }

    // Okta does not change what a rule does, only when.
    private static Answer Replace(Call call)
    {
        var (rule, body) = (Find(call), call.Body());
        var isChangeable = rule.Status == "INACTIVE";
        OktaError.ThrowIf(!isChangeable, "status", $"A Group Rule that is {rule.Status} cannot be changed");
        var (name, conditions) = (Name(call, body, rule), Conditions(body));
        rule.Json["name"] = name;
        rule.Json["conditions"] = conditions;
        rule.Touch();
        return Answer.Ok(rule);
    }

    private static Answer Delete(Call call)
    {
        var rule = Find(call);
        OktaError.ThrowIf(rule.Status == "ACTIVE", "status", "A Group Rule that is ACTIVE cannot be deleted");
        call.Organization.GroupRules.Remove(rule);
        return new(202, new JsonObject());
    }

    private static Answer SetStatus(Call call, string status)
    {
        if (Find(call).Status == "INVALID")
            throw OktaError.Invalid("status", "Cannot activate or deactivate a Group Rule with the status INVALID");
        Find(call).SetStatus(status);
        return Answer.Empty;
    }

    private static string Name(Call call, JsonObject body, OktaObject? self)
    {
        if (body.Text("type") != "group_rule")
            throw OktaError.Malformed();
        var name = body.Required("name", 50);
        var isTaken = call.Organization.GroupRules.All.Any(other => other != self && other.Name == name);
        OktaError.ThrowIf(isTaken, "name", "Policy rule name already in use");
        return name;
    }

    private static JsonObject Conditions(JsonObject body)
    {
        var (expression, people) = (body.Map("conditions")?.Map("expression"), body.Map("conditions")?.Map("people"));
        var value = (expression ?? []).Text("value") ?? "";
        OktaError.ThrowIf(string.IsNullOrWhiteSpace(value), "expression", "The field cannot be left blank");
        var type = expression!.Text("type") ?? "urn:okta:expression:1.0";
        var (users, groups) = (Excluded("users"), Excluded("groups"));
        return Json.Of(new { people = new { users, groups }, expression = new { value, type } });

        object Excluded(string who) => new { exclude = people?.Map(who)?.Texts("exclude") ?? [] };
    }
}
