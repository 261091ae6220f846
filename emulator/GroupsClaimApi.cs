using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/internal/apps/{id}/settings/oauth/idToken</c>: the groups claim of an application's ID tokens. Okta does
/// not document it; the provider asks for it when it has an API token.
/// </summary>
internal static class GroupsClaimApi
{
    private const string Path = "/api/v1/internal/apps/{id}/settings/oauth/idToken";

    public static void Map(Routes routes)
    {
        routes.Get(Path, Get);
        routes.Post(Path, Set);
    }

    private static Answer Get(Call call)
    {
        var application = ApplicationsApi.Find(call);
        var claim = application.GroupsClaim ?? Json.Of(new { issuerMode = "ORG_URL" });
        return Render(claim, issuer: call.Base, audience: application.ClientId);
    }

    private static Answer Set(Call call)
    {
        var claim = call.Body();
        ApplicationsApi.Find(call).GroupsClaim = claim;
        return Render(claim, issuer: null, audience: null);
    }

    private static Answer Render(JsonObject claim, string? issuer, string? audience)
    {
        var answer = claim.DeepClone().AsObject();
        answer["issuer"] = issuer;
        answer["orgUrl"] = null;
        answer["customUrl"] = null;
        answer["audience"] = audience;
        return Answer.Ok(answer);
    }
}
