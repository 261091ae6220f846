namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/zones</c>: network zones, to be read.</summary>
internal static class ZonesApi
{
    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/zones", List);
        routes.Get("/api/v1/zones/{id}", call => Answer.Ok(call.Organization.Zones.Get(call.Route("id"))));
    }

    public static void Add(OktaOrganization organization, SeedZone seed, string usage = "POLICY", bool isSystem = false)
    {
        organization.Zones.CheckUnique("name", self: null, other => other.Name == seed.Name);
        var zone = new
        {
            type = "IP",
            id = seed.Id ?? organization.Ids.Next("nzo"),
            name = seed.Name,
            status = "ACTIVE",
            usage,
            created = organization.Created,
            lastUpdated = organization.Created,
            system = isSystem,
            gateways = (seed.Gateways ?? []).Select(value => new { type = "CIDR", value }),
            proxies = (object?)null,
        };
        organization.Zones.Add(new(Json.Of(zone)));
    }

    private static Answer List(Call call) =>
        Answer.Page(call, Expression.Filter(call.Organization.Zones.All, call.Query("filter")));
}
