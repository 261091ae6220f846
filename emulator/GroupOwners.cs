using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/groups/{id}/owners</c>: the users and groups that look after a group.</summary>
internal static class GroupOwners
{
    public static void Map(Routes routes)
    {
        routes.Get(
            "/api/v1/groups/{id}/owners",
            call => Answer.Page(call, Owners(call), owner => (JsonObject)owner.DeepClone())
        );
        routes.Post("/api/v1/groups/{id}/owners", Add);
        routes.Delete(
            "/api/v1/groups/{id}/owners/{owner}",
            call =>
            {
                var owner =
                    Owners(call).Find(owner => (string)owner["id"]! == call.Route("owner"))
                    ?? throw OktaError.NotFound(call.Route("owner"), "LinkedObject");
                Owners(call).Remove(owner);
                return Answer.Empty;
            }
        );
    }

    /// <summary>A group or a user is gone.</summary>
    public static void Forget(Organization organization, string id)
    {
        organization.Owners.Remove(id);
        foreach (var owners in organization.Owners.Values)
            owners.RemoveAll(owner => (string)owner["id"]! == id);
    }

    private static Answer Add(Call call)
    {
        var (owners, body) = (Owners(call), call.Body());
        var id = body.Text("id") ?? throw OktaError.Invalid("id", "id: The field cannot be left blank");
        var name = body.Text("type") switch
        {
            "USER" => call.Organization.Users.Get(id)["profile"] is JsonObject profile
                ? $"{profile.Text("firstName")} {profile.Text("lastName")}".Trim()
                : "",
            "GROUP" => Groups.Name(call.Organization.Groups.Get(id)),
            _ => throw OktaError.Invalid("type", "type: 'type' is invalid. Valid values: [USER, GROUP]."),
        };
        if (owners.Exists(owner => (string)owner["id"]! == id))
            throw OktaError.Invalid("owner", "Provided owner is already assigned to this group");
        var added = new JsonObject
        {
            ["id"] = id,
            ["type"] = body.Text("type"),
            ["resolved"] = true,
            ["originId"] = null,
            ["originType"] = "OKTA_DIRECTORY",
            ["displayName"] = name,
            ["lastUpdated"] = Organization.Now(),
        };
        owners.Add(added);
        return new(201, added.DeepClone());
    }

    private static List<JsonObject> Owners(Call call)
    {
        var group = (string)call.Organization.Groups.Get(call.Route("id"))["id"]!;
        return call.Organization.Owners.Of(group);
    }
}
