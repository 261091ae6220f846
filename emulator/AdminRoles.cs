using System.Text;
using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// Administrator roles: <c>/api/v1/iam/roles</c> and <c>/api/v1/iam/resource-sets</c> are what an organization makes
/// itself,
/// <c>/oauth2/v1/clients/{id}/roles</c> who of the applications has one.
/// </summary>
internal static class AdminRoles
{
    // https://developer.okta.com/docs/api/openapi/okta-management/guides/roles/#standard-roles
    private static readonly Dictionary<string, string> Standard = new()
    {
        ["API_ACCESS_MANAGEMENT_ADMIN"] = "API Access Management Administrator",
        ["APP_ADMIN"] = "Application Administrator",
        ["GROUP_MEMBERSHIP_ADMIN"] = "Group Membership Administrator",
        ["HELP_DESK_ADMIN"] = "Help Desk Administrator",
        ["MOBILE_ADMIN"] = "Mobile Administrator",
        ["ORG_ADMIN"] = "Organizational Administrator",
        ["READ_ONLY_ADMIN"] = "Read-Only Administrator",
        ["REPORT_ADMIN"] = "Report Administrator",
        ["SUPER_ADMIN"] = "Super Administrator",
        ["USER_ADMIN"] = "Group Administrator",
    };

    public static void Map(Routes routes)
    {
        MapKind(routes, "roles", "cr0", organization => organization.Roles, "permissions");
        routes.Get(
            "/api/v1/iam/roles/{id}/permissions",
            call =>
                Answer.Ok(
                    new JsonObject
                    {
                        ["permissions"] = new JsonArray([
                            .. Permissions(call).Select(node => RenderPermission(call, (string)node!)),
                        ]),
                    }
                )
        );
        routes.Post("/api/v1/iam/roles/{id}/permissions/{permission}", call => SetPermission(call, isGiven: true));
        routes.Delete("/api/v1/iam/roles/{id}/permissions/{permission}", call => SetPermission(call, isGiven: false));
        MapKind(routes, "resource-sets", "iam", organization => organization.ResourceSets, "resources");
        routes.Get(
            "/api/v1/iam/resource-sets/{id}/resources",
            call =>
                Answer.Ok(
                    new JsonObject
                    {
                        ["resources"] = new JsonArray([.. Resources(call).Select(node => node!.DeepClone())]),
                    }
                )
        );
        routes.Patch("/api/v1/iam/resource-sets/{id}/resources", AddResources);
        routes.Delete(
            "/api/v1/iam/resource-sets/{id}/resources/{resource}",
            call =>
            {
                var resources = Resources(call);
                resources.Remove(
                    resources.FirstOrDefault(resource => (string)resource!["id"]! == call.Route("resource"))
                        ?? throw OktaError.NotFound(call.Route("resource"), "ResourceSetResource")
                );
                return Answer.Empty;
            }
        );
        routes.Get(
            "/oauth2/v1/clients/{client}/roles",
            call => Answer.Ok(new JsonArray([.. Assigned(call).Select(role => RenderAssigned(call, role))]))
        );
        routes.Post("/oauth2/v1/clients/{client}/roles", Assign);
        routes.Get(
            "/oauth2/v1/clients/{client}/roles/{role}",
            call => Answer.Ok(RenderAssigned(call, FindAssigned(call)))
        );
        routes.Delete(
            "/oauth2/v1/clients/{client}/roles/{role}",
            call =>
            {
                Assigned(call).Remove(FindAssigned(call));
                return Answer.Empty;
            }
        );
    }

    // Roles and resource sets are alike: a label, a description, and a list of texts that is kept beside.
    private static void MapKind(Routes routes, string path, string prefix, Func<Organization, Kind> kind, string list)
    {
        routes.Get(
            $"/api/v1/iam/{path}",
            call =>
                Answer.Ok(
                    new JsonObject
                    {
                        [path] = new JsonArray([.. kind(call.Organization).All.Select(thing => Render(call, thing))]),
                    }
                )
        );
        routes.Post(
            $"/api/v1/iam/{path}",
            call =>
            {
                var (organization, body, now) = (call.Organization, call.Body(), Organization.Now());
                var label = Label(kind(organization), body, except: null);
                if (body.Texts(list) is not { Count: > 0 } entries)
                    throw OktaError.Invalid(list, $"{list}: The field cannot be left blank");
                return Answer.Ok(
                    Render(
                        call,
                        kind(organization)
                            .Add(
                                new()
                                {
                                    ["id"] = organization.Ids.Next(prefix),
                                    ["label"] = label,
                                    ["description"] = body.Text("description"),
                                    ["created"] = now,
                                    ["lastUpdated"] = now,
                                    [list] =
                                        list == "permissions"
                                            ? entries.Array()
                                            : new JsonArray([
                                                .. entries.Select(entry => NewResource(organization, entry)),
                                            ]),
                                }
                            )
                    )
                );
            }
        );
        routes.Get($"/api/v1/iam/{path}/{{id}}", call => Answer.Ok(Render(call, Find(kind(call.Organization), call))));
        routes.Put(
            $"/api/v1/iam/{path}/{{id}}",
            call =>
            {
                var (thing, body) = (Find(kind(call.Organization), call), call.Body());
                thing["label"] = Label(kind(call.Organization), body, thing);
                thing["description"] = body.Text("description");
                thing["lastUpdated"] = Organization.Now();
                return Answer.Ok(Render(call, thing));
            }
        );
        routes.Delete(
            $"/api/v1/iam/{path}/{{id}}",
            call =>
            {
                var id = (string)Find(kind(call.Organization), call)["id"]!;
                kind(call.Organization).Remove(id);
                foreach (var assigned in call.Organization.ClientRoles.Values)
                    assigned.RemoveAll(role => (string?)role["role"] == id || (string?)role["resource-set"] == id);
                return Answer.Empty;
            }
        );

        JsonObject Render(Call call, JsonObject thing)
        {
            var answer = (JsonObject)thing.DeepClone();
            answer.Remove(list);
            var self = $"/api/v1/iam/{path}/{(string)thing["id"]!}";
            answer["_links"] = new JsonObject { [list] = call.Link($"{self}/{list}"), ["self"] = call.Link(self) };
            return answer;
        }
    }

    private static string Label(Kind kind, JsonObject body, JsonObject? except)
    {
        var label = body.Required("label");
        return kind.All.Any(other => other != except && (string)other["label"]! == label)
            ? throw OktaError.Taken("label")
            : label;
    }

    // By id, or by label.
    private static JsonObject Find(Kind kind, Call call) =>
        kind.All.FirstOrDefault(thing => (string)thing["label"]! == call.Route("id")) ?? kind.Get(call.Route("id"));

    private static JsonArray Permissions(Call call) => (JsonArray)Find(call.Organization.Roles, call)["permissions"]!;

    private static Answer SetPermission(Call call, bool isGiven)
    {
        var permissions = Permissions(call);
        if (permissions.FirstOrDefault(given => (string)given! == call.Route("permission")) is { } known)
            permissions.Remove(known);
        if (isGiven)
            permissions.Add(call.Route("permission"));
        return Answer.Empty;
    }

    private static JsonObject RenderPermission(Call call, string permission)
    {
        var role = Find(call.Organization.Roles, call);
        var self = $"/api/v1/iam/roles/{(string)role["id"]!}";
        return new()
        {
            ["label"] = permission,
            ["created"] = (string)role["created"]!,
            ["lastUpdated"] = (string)role["lastUpdated"]!,
            ["conditions"] = null,
            ["_links"] = new JsonObject
            {
                ["role"] = call.Link(self),
                ["self"] = call.Link($"{self}/permissions/{permission}"),
            },
        };
    }

    private static JsonArray Resources(Call call) =>
        (JsonArray)Find(call.Organization.ResourceSets, call)["resources"]!;

    private static JsonObject NewResource(Organization organization, string address)
    {
        var resource = new JsonObject
        {
            ["id"] = organization.Ids.Next("ire"),
            ["created"] = Organization.Now(),
            ["lastUpdated"] = Organization.Now(),
        };
        // A resource name, or an address.
        if (address.StartsWith("orn:", StringComparison.Ordinal))
            resource["orn"] = address;
        else
            resource["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = address } };
        return resource;
    }

    private static Answer AddResources(Call call)
    {
        var resources = Resources(call);
        foreach (var address in call.Body().Texts("additions") ?? [])
            resources.Add(NewResource(call.Organization, address));
        return Answer.Empty;
    }

    private static List<JsonObject> Assigned(Call call)
    {
        var app =
            call.Organization.Applications.All.FirstOrDefault(app =>
                (string?)app["credentials"]!["oauthClient"]?["client_id"] == call.Route("client")
            ) ?? throw OktaError.NotFound(call.Route("client"), "OAuth2Client");
        var id = (string)app["id"]!;
        return call.Organization.ClientRoles.Of(id);
    }

    private static JsonObject FindAssigned(Call call) =>
        Assigned(call).Find(role => (string)role["id"]! == call.Route("role"))
        ?? throw OktaError.NotFound(call.Route("role"), "RoleAssignment");

    private static Answer Assign(Call call)
    {
        var (assigned, body) = (Assigned(call), call.Body());
        var (type, now) = (body.Text("type"), Organization.Now());
        var role = new JsonObject
        {
            ["id"] = null,
            ["label"] = null,
            ["type"] = type,
            ["status"] = "ACTIVE",
            ["created"] = now,
            ["lastUpdated"] = now,
            ["assignmentType"] = "CLIENT",
        };
        if (type == "CUSTOM")
        {
            var custom = call.Organization.Roles.Get(
                body.Text("role") ?? throw OktaError.Invalid("role", "role: The field cannot be left blank")
            );
            var resources = call.Organization.ResourceSets.Get(
                body.Text("resource-set")
                    ?? throw OktaError.Invalid("resource-set", "resource-set: The field cannot be left blank")
            );
            role["label"] = (string)custom["label"]!;
            role["role"] = (string)custom["id"]!;
            role["resource-set"] = (string)resources["id"]!;
        }
        else
        {
            role["label"] =
                type is not null && Standard.TryGetValue(type, out var label)
                    ? label
                    : throw OktaError.Invalid(
                        "type",
                        $"type: Valid values: [{string.Join(", ", Standard.Keys)}, CUSTOM]"
                    );
        }
        if (
            assigned.Exists(other =>
                (string?)other["type"] == type
                && (string?)other["role"] == (string?)role["role"]
                && (string?)other["resource-set"] == (string?)role["resource-set"]
            )
        )
            throw new OktaError(409, "E0000090", "The role specified is already assigned to the user.");
        role["id"] = type == "CUSTOM" ? call.Organization.Ids.Next("irb") : Base32(type!);
        assigned.Add(role);
        return new(201, RenderAssigned(call, role));
    }

    // The id of a standard role is its type (RFC 4648, without padding).
    private static string Base32(string text)
    {
        var bits = string.Concat(Encoding.ASCII.GetBytes(text).Select(one => Convert.ToString(one, 2).PadLeft(8, '0')));
        return string.Concat(
            bits.Chunk(5)
                .Select(five =>
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(new string(five).PadRight(5, '0'), 2)]
                )
        );
    }

    private static JsonObject RenderAssigned(Call call, JsonObject role)
    {
        var answer = (JsonObject)role.DeepClone();
        answer["_links"] = new JsonObject { ["assignee"] = call.Link($"/oauth2/v1/clients/{call.Route("client")}") };
        return answer;
    }
}
