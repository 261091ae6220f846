using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/policies</c>: how one signs in to applications. Each policy has a last rule, for all whom no other fits.
/// </summary>
internal sealed class AccessPoliciesApi() : PoliciesApi(Kind)
{
    private const string Type = "ACCESS_POLICY";
    private static readonly PolicyKind Kind = new("/api/v1/policies", Type, "rst", Type, "rul", Created: 200);

    public static Policy Add(OktaOrganization organization, SeedPolicy seed, bool isSystem = false)
    {
        organization.Policies.CheckUnique("name", self: null, other => other.Name == seed.Name);
        var policy = Kind.NewPolicy(organization.Ids, seed.Name, seed.Description, seed.Id, isSystem);
        AddLastRule(organization.Ids, policy);
        return organization.Policies.Add(policy);
    }

    protected override Collection<Policy> Policies(Call call) => call.Organization.Policies;

    protected override Answer List(Call call)
    {
        OktaError.ThrowIf(call.Query("type") is null, "type", "The field cannot be left blank");
        return call.Query("type") == Type ? base.List(call) : Answer.List([]);
    }

    protected override void Begin(Call call, Policy policy) => AddLastRule(call.Organization.Ids, policy);

    protected override void CheckUnused(Call call, Policy policy)
    {
        if (call.Organization.Applications.All.Any(application => application.AccessPolicy == policy))
            throw OktaError.Forbidden();
    }

    protected override JsonNode? Conditions(Call call, JsonObject body) => null;

    protected override (JsonNode? Conditions, JsonNode Actions) Rule(Call call, JsonObject body)
    {
        var access = body.Map("actions")?.Map("appSignOn")?.Text("access");
        OktaError.ThrowIf(access is not ("ALLOW" or "DENY"), "actions.appSignOn.access", "Valid values: [ALLOW, DENY]");
        return (body.Map("conditions"), body["actions"]!);
    }

    // A rule keeps the priority that it asks for; policies have none among each other.
    protected override void Renumber<T>(Collection<T> all, T? moved, int? wanted)
        where T : class
    {
        if (moved is not null and not Policy)
            moved.Json["priority"] = wanted ?? all.All.Count(other => !other.IsSystem) - 1;
    }

    // Two factors, one of them something that one has.
    private static void AddLastRule(Ids ids, Policy policy)
    {
        var rule = policy.Rules.Add(Kind.NewRule(ids, "Catch-all Rule", isSystem: true));
        rule.Json["priority"] = 99;
        rule.Json["conditions"] = null;
        rule.Json["actions"] = JsonNode.Parse(
            """
            {
              "appSignOn": {
                "access": "ALLOW",
                "verificationMethod": {
                  "factorMode": "2FA",
                  "type": "ASSURANCE",
                  "reauthenticateIn": "PT12H",
                  "constraints": [{ "possession": { "required": true, "deviceBound": "REQUIRED" } }]
                }
              }
            }
            """
        );
    }
}
