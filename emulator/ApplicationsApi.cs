using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary><c>/api/v1/apps</c>: OAuth applications and their access policy.</summary>
internal static class ApplicationsApi
{
    public static void Map(Routes routes)
    {
        const string Applications = "/api/v1/apps";
        const string One = $"{Applications}/{{id}}";
        routes.Get(Applications, List);
        routes.Post(Applications, Create);
        routes.Get(One, call => Answer.Ok(Render(call, Find(call))));
        routes.Put(One, Replace);
        routes.Delete(One, Delete);
        routes.Lifecycle(One, SetStatus);
        routes.Post($"{One}/logo", SetLogo);
        routes.Put($"{One}/policies/{{policy}}", SetPolicy);
    }

    /// <summary>The application that a call is about.</summary>
    public static OktaApplication Find(Call call) => call.Organization.Applications.Get(call.Route("id"));

    private static JsonObject Render(Call call, OktaApplication application)
    {
        var (self, policy) = ($"{call.Base}/api/v1/apps/{application.Id}", application.AccessPolicy.Id);
        var answer = application.Json.DeepClone().AsObject();
        var links = new
        {
            accessPolicy = new { href = $"{call.Base}/api/v1/policies/{policy}" },
            groups = new { href = $"{self}/groups" },
            logo = new[] { new { name = "medium", href = call.Base + application.Logo } },
            users = new { href = $"{self}/users" },
        };
        answer["_links"] = Json.Of(links);
        return answer;
    }

    private static Answer List(Call call)
    {
        var prefix = call.Query("q") ?? "";
        var applications = call.Organization.Applications.All.Where(application =>
            application.Label.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            || application.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        );
        applications = Expression.Filter(applications, call.Query("filter"));
        return Answer.Page(call, applications.Select(application => Render(call, application)), defaultLimit: 20);
    }

    private static Answer Create(Call call)
    {
        var (body, organization) = (call.Body(), call.Organization);
        var json = ApplicationForm.Read(organization, body, organization.Ids.Next("0oa"), existing: null);
        json["status"] = call.Query("activate") == "false" ? "INACTIVE" : "ACTIVE";
        var application = organization.Applications.Add(new(json, organization.DefaultPolicy));
        return AnswerWithSecret(call, application, body);
    }

    private static Answer Replace(Call call)
    {
        var (application, body) = (Find(call), call.Body());
        application.Json = ApplicationForm.Read(call.Organization, body, application.Id, application);
        return AnswerWithSecret(call, application, body);
    }

    // The answer to a change tells the secret, others do not.
    private static Answer AnswerWithSecret(Call call, OktaApplication application, JsonObject body)
    {
        ClientSecretsApi.Update(call.Organization.Ids, application, body);
        var answer = Render(call, application);
        if (application.Secret is { } secret)
            answer["credentials"]!["oauthClient"]!["client_secret"] = (string)secret["client_secret"]!;
        return Answer.Ok(answer);
    }

    private static Answer Delete(Call call)
    {
        const string StillActive = "The application must be deactivated before deletion.";
        if (Find(call).Status == "ACTIVE")
            throw new OktaError(403, "E0000056", "Delete application forbidden.", StillActive);
        call.Organization.Applications.Remove(Find(call));
        return Answer.Empty;
    }

    private static Answer SetStatus(Call call, string status)
    {
        Find(call).SetStatus(status);
        return Answer.Ok(new JsonObject());
    }

    private static Answer SetLogo(Call call)
    {
        Find(call).Logo = $"/assets/logos/{Ids.Random(12)}.png";
        return new(201);
    }

    private static Answer SetPolicy(Call call)
    {
        Find(call).AccessPolicy = call.Organization.Policies.Get(call.Route("policy"));
        Find(call).Touch();
        return Answer.Empty;
    }
}
