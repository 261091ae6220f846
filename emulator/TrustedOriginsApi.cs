using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/trustedOrigins</c></summary>
internal static class TrustedOriginsApi
{
    private static readonly HashSet<string> Scopes = ["CORS", "REDIRECT", "IFRAME_EMBED"];

    // https://developer.okta.com/docs/api/openapi/okta-management/management/tag/TrustedOrigin/
    private static readonly HashSet<string> Schemes = ["http", "https", "ftp", "ionic", "capacitor"];

    public static void Map(Routes routes)
    {
        const string List = "/api/v1/trustedOrigins";
        const string One = $"{List}/{{id}}";
        routes.Get(List, call => Answer.Page(call, Search(call)));
        routes.Post(List, call => Answer.Ok(Add(call.Organization, call.Body())));
        routes.Get(One, call => Answer.Ok(Find(call)));
        routes.Put(One, Replace);
        routes.Delete(One, Delete);
        routes.Lifecycle(One, SetStatus);
    }

    public static void Add(OktaOrganization organization, SeedOrigin seed)
    {
        var scopes = seed.Scopes.Select(type => new { type });
        Add(
            organization,
            Json.Of(
                new
                {
                    name = seed.Name,
                    origin = seed.Origin,
                    scopes,
                }
            )
        );
    }

    private static OktaObject Add(OktaOrganization organization, JsonObject body)
    {
        var (now, who) = (OktaObject.Now(), organization.Administrator.Id);
        var origin = new OktaObject(Json.Of(new { id = organization.Ids.Next("tos"), created = now }));
        origin.Json["createdBy"] = who;
        origin.Json["lastUpdatedBy"] = who;
        Fill(organization, origin, body, status: "ACTIVE");
        return organization.TrustedOrigins.Add(origin);
    }

    private static OktaObject Find(Call call) => call.Organization.TrustedOrigins.Get(call.Route("id"));

    private static IEnumerable<OktaObject> Search(Call call)
    {
        var prefix = call.Query("q") ?? "";
        var origins = call.Organization.TrustedOrigins.All.Where(origin =>
            origin.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            || Address(origin).StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        );
        return Expression.Filter(origins, call.Query("filter"));
    }

    private static Answer Replace(Call call)
    {
        var origin = Find(call);
        Fill(call.Organization, origin, call.Body(), origin.Status);
        return Answer.Ok(origin);
    }

    private static Answer Delete(Call call)
    {
        call.Organization.TrustedOrigins.Remove(Find(call));
        return Answer.Empty;
    }

    private static Answer SetStatus(Call call, string status)
    {
        Find(call).SetStatus(status);
        return Answer.Ok(Find(call));
    }

    // All is checked before anything is changed.
    private static void Fill(OktaOrganization organization, OktaObject origin, JsonObject body, string status)
    {
        var (name, address) = (body.Required("name", 255), body.Required("origin"));
        status = body.Text("status") ?? status;
        OktaError.ThrowIf(!IsOrigin(address), "origin", "Origin value is not valid");
        if (status is not ("ACTIVE" or "INACTIVE") || body["scopes"] is not JsonArray scopes)
            throw OktaError.Malformed();
        OktaError.ThrowIf(scopes.Count is 0 or > 3, "scopes", "There must be one to three scopes");
        if (!scopes.All(scope => scope is JsonObject map && Scopes.Contains(map.Text("type") ?? "")))
            throw OktaError.Malformed();
        var others = organization.TrustedOrigins;
        others.CheckUnique("name", origin, other => other.Name == name);
        others.CheckUnique(
            "origin",
            origin,
            other => Address(other).Equals(address, StringComparison.OrdinalIgnoreCase)
        );
        origin.Json["name"] = name;
        origin.Json["origin"] = address;
        origin.Json["scopes"] = scopes.DeepClone();
        origin.SetStatus(status);
    }

    private static string Address(OktaObject origin) => (string)origin.Json["origin"]!;

    private static bool IsOrigin(string text) =>
        text.Length <= 255
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Host.Length > 0
        && Schemes.Contains(uri.Scheme)
        && text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..].IndexOfAny(['/', '?', '#', '\\', '*', '@']) < 0;
}
