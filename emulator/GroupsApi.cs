using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/groups</c></summary>
internal static class GroupsApi
{
    private static readonly string[] ObjectClass = ["okta:user_group"];

    public static void Map(Routes routes)
    {
        const string Groups = "/api/v1/groups";
        const string One = $"{Groups}/{{id}}";
        routes.Get(Groups, List);
        routes.Post(Groups, Create);
        routes.Get(One, call => Answer.Ok(Find(call)));
        routes.Put(One, Replace);
        routes.Delete(One, Delete);
        routes.Get($"{One}/users", call => Answer.Page(call, Find(call).MembersAmong(call.Organization.Users.All)));
        routes.Put($"{One}/users/{{user}}", call => SetMember(call, isMember: true));
        routes.Delete($"{One}/users/{{user}}", call => SetMember(call, isMember: false));
    }

    public static OktaGroup Add(OktaOrganization organization, SeedGroup seed, string type = "OKTA_GROUP")
    {
        organization.Groups.CheckUnique("name", self: null, other => other.Name == seed.Name);
        var created = OktaObject.Now();
        var group = new
        {
            id = seed.Id ?? organization.Ids.Next("00g"),
            created,
            lastUpdated = created,
            lastMembershipUpdated = created,
            objectClass = ObjectClass,
            type,
            profile = new { name = seed.Name, description = seed.Description },
        };
        return organization.Groups.Add(new(Json.Of(group)));
    }

    private static OktaGroup Find(Call call) => call.Organization.Groups.Get(call.Route("id"));

    // Okta's own groups stay as they are.
    private static OktaGroup FindChangeable(Call call) =>
        Find(call) is { Type: "OKTA_GROUP" } group ? group : throw OktaError.Forbidden();

    private static Answer List(Call call)
    {
        var prefix = call.Query("q");
        IEnumerable<OktaGroup> groups = call.Organization.Groups.All;
        if (prefix is not null)
            groups = groups.Where(group => group.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        groups = Expression.Filter(Expression.Filter(groups, call.Query("filter")), call.Query("search"));
        var page = Answer.Page(call, groups);
        // Okta does not page a question by prefix.
        return prefix is null ? page : page with { Links = [] };
    }

    private static Answer Create(Call call)
    {
        var profile = Profile(call, self: null);
        var group = Add(call.Organization, new(profile.Text("name")!));
        group.Json["profile"] = profile;
        return Answer.Ok(group);
    }

    private static Answer Replace(Call call)
    {
        var group = FindChangeable(call);
        group.Json["profile"] = Profile(call, group);
        group.Touch();
        return Answer.Ok(group);
    }

    private static JsonObject Profile(Call call, OktaGroup? self)
    {
        var profile = (call.Body().Map("profile") ?? []).DeepClone().AsObject();
        var name = profile.Required("name", 255);
        profile["description"] = profile.Text("description");
        call.Organization.Groups.CheckUnique("name", self, other => other.Name == name);
        return profile;
    }

    private static Answer Delete(Call call)
    {
        var group = FindChangeable(call);
        call.Organization.Groups.Remove(group);
        foreach (var application in call.Organization.Applications.All)
            application.Groups.RemoveAll(assignment => (string)assignment["id"]! == group.Id);
        GroupRulesApi.Forget(call.Organization, group);
        return Answer.Empty;
    }

    private static Answer SetMember(Call call, bool isMember)
    {
        FindChangeable(call).SetMember(call.Organization.Users.Get(call.Route("user")), isMember);
        return Answer.Empty;
    }
}
