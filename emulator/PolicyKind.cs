using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>What tells policies of one type from those of another.</summary>
/// <param name="Path">The route of their list.</param>
/// <param name="Type">Okta's name of the type.</param>
/// <param name="Prefix">Of their ids.</param>
/// <param name="RuleType">Okta's name of the type of their rules.</param>
/// <param name="RulePrefix">Of their rules' ids.</param>
/// <param name="Created">The status that answers a creation.</param>
internal sealed record PolicyKind(
    string Path,
    string Type,
    string Prefix,
    string RuleType,
    string RulePrefix,
    int Created
)
{
    public Policy NewPolicy(
        Ids ids,
        string? name = null,
        string? description = null,
        string? id = null,
        bool isSystem = false,
        JsonNode? conditions = null
    )
    {
        var policy = New(id ?? ids.Next(Prefix), Type, name, priority: 1, isSystem, conditions);
        policy["description"] = description;
        return new(policy);
    }

    public OktaObject NewRule(
        Ids ids,
        string? name = null,
        int priority = 0,
        bool isSystem = false,
        JsonNode? conditions = null,
        JsonNode? actions = null
    )
    {
        var rule = New(ids.Next(RulePrefix), RuleType, name, priority, isSystem, conditions);
        rule["actions"] = actions;
        return new(rule);
    }

    private static JsonObject New(string id, string type, string? name, int priority, bool system, JsonNode? conditions)
    {
        var (status, created) = ("ACTIVE", OktaObject.Now());
        return Json.Of(
            new
            {
                id,
                status,
                name,
                priority,
                system,
                conditions,
                created,
                lastUpdated = created,
                type,
            }
        );
    }
}
