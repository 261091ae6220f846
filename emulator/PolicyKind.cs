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
        bool isSystem = false
    )
    {
        var policy = New(id ?? ids.Next(Prefix), Type, name, isSystem);
        policy["description"] = description;
        return new(policy);
    }

    public OktaObject NewRule(Ids ids, string? name = null, bool isSystem = false) =>
        new(New(ids.Next(RulePrefix), RuleType, name, isSystem));

    private static JsonObject New(string id, string type, string? name, bool isSystem)
    {
        var created = OktaObject.Now();
        var common = new
        {
            id,
            status = "ACTIVE",
            name,
            priority = 1,
            system = isSystem,
            created,
            lastUpdated = created,
            type,
        };
        return Json.Of(common);
    }
}
