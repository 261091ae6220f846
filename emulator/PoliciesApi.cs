using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>The policies of one kind, and their rules.</summary>
internal abstract class PoliciesApi(PolicyKind kind)
{
    public void Map(Routes routes)
    {
        var (policies, policy) = (kind.Path, $"{kind.Path}/{{id}}");
        routes.Get(policies, List);
        routes.Post(policies, Create);
        routes.Get(policy, call => Answer.Ok(Find(call)));
        routes.Put(policy, Replace);
        routes.Delete(policy, Delete);
        routes.Lifecycle(policy, (call, status) => SetStatus(Find(call), status));
        var (rules, rule) = ($"{policy}/rules", $"{policy}/rules/{{rule}}");
        routes.Get(rules, call => Answer.List(ByPriority(Find(call).Rules).Select(one => one.Json)));
        routes.Post(rules, CreateRule);
        routes.Get(rule, call => Answer.Ok(FindRule(call)));
        routes.Put(rule, ReplaceRule);
        routes.Delete(rule, DeleteRule);
        routes.Lifecycle(rule, (call, status) => SetStatus(FindRule(call), status));
    }

    protected abstract Collection<Policy> Policies(Call call);

    /// <summary>Whom a policy is for, checked.</summary>
    protected abstract JsonNode? Conditions(Call call, JsonObject body);

    /// <summary>When a rule holds and what it does then, checked.</summary>
    protected abstract (JsonNode? Conditions, JsonNode Actions) Rule(Call call, JsonObject body);

    /// <summary>Gives policies, or rules, their priorities.</summary>
    /// <param name="all">Those of one list.</param>
    /// <param name="moved">The one that is new or changed; null: one has gone.</param>
    /// <param name="wanted">The priority that it asks for, if any.</param>
    protected abstract void Renumber<T>(Collection<T> all, T? moved, int? wanted)
        where T : OktaObject;

    protected virtual Answer List(Call call) => Answer.Page(call, ByPriority(Policies(call)));

    /// <summary>What a new policy begins with.</summary>
    protected virtual void Begin(Call call, Policy policy) { }

    /// <exception cref="OktaError">Something depends on the policy.</exception>
    protected virtual void CheckUnused(Call call, Policy policy) { }

    protected Policy Find(Call call) => Policies(call).Get(call.Route("id"));

    private static IEnumerable<T> ByPriority<T>(Collection<T> all)
        where T : OktaObject => all.All.OrderBy(thing => thing.Priority);

    private static Answer SetStatus(OktaObject thing, string status)
    {
        if (thing.IsSystem)
            throw OktaError.Forbidden();
        thing.SetStatus(status);
        return Answer.Empty;
    }

    private OktaObject FindRule(Call call) => Find(call).Rules.Get(call.Route("rule"));

    private Answer Create(Call call)
    {
        var body = call.Body();
        OktaError.ThrowIf(body.Text("type") != kind.Type, "type", $"The emulator knows type {kind.Type} here only");
        var (policy, priority) = (kind.NewPolicy(call.Organization.Ids), body.Number("priority"));
        Fill(call, policy, body);
        Begin(call, policy);
        Renumber(Policies(call), Policies(call).Add(policy), priority);
        return new(kind.Created, policy.Json);
    }

    private Answer Replace(Call call)
    {
        var (policy, body) = (Find(call), call.Body());
        var priority = body.Number("priority") ?? policy.Priority;
        Fill(call, policy, body);
        Renumber(Policies(call), policy, priority);
        policy.Touch();
        return Answer.Ok(policy);
    }

    // All is checked before anything is changed.
    private void Fill(Call call, Policy policy, JsonObject body)
    {
        var (name, description, conditions) = (body.Required("name"), body.Text("description"), Conditions(call, body));
        Policies(call).CheckUnique("name", policy, other => other.Name == name);
        policy.Json["name"] = name;
        policy.Json["description"] = description;
        policy.Json["conditions"] = conditions?.DeepClone();
    }

    private Answer Delete(Call call)
    {
        var policy = Find(call);
        if (policy.IsSystem)
            throw OktaError.Forbidden();
        CheckUnused(call, policy);
        Policies(call).Remove(policy);
        Renumber(Policies(call), moved: null, wanted: null);
        return Answer.Empty;
    }

    private Answer CreateRule(Call call)
    {
        var (rules, body, rule) = (Find(call).Rules, call.Body(), kind.NewRule(call.Organization.Ids));
        var priority = body.Number("priority");
        FillRule(call, rule, body);
        Renumber(rules, rules.Add(rule), priority);
        return new(kind.Created, rule.Json);
    }

    private Answer ReplaceRule(Call call)
    {
        var (rule, body) = (FindRule(call), call.Body());
        var priority = body.Number("priority") ?? rule.Priority;
        FillRule(call, rule, body);
        if (!rule.IsSystem)
            Renumber(Find(call).Rules, rule, priority);
        rule.Touch();
        return Answer.Ok(rule);
    }

    // Of a policy's last rule, for all whom no other fits, only the actions change.
    private void FillRule(Call call, OktaObject rule, JsonObject body)
    {
        var (name, (conditions, actions)) = (body.Required("name"), Rule(call, body));
        Find(call).Rules.CheckUnique("name", rule, other => other.Name == name);
        rule.Json["actions"] = actions.DeepClone();
        if (rule.IsSystem)
            return;
        rule.Json["name"] = name;
        rule.Json["conditions"] = conditions?.DeepClone();
    }

    private Answer DeleteRule(Call call)
    {
        var rule = FindRule(call);
        if (rule.IsSystem)
            throw OktaError.Forbidden();
        Find(call).Rules.Remove(rule);
        Renumber(Find(call).Rules, moved: null, wanted: null);
        return Answer.Empty;
    }
}
