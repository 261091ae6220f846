using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/authenticators</c>: what people prove with who they are. One is never deleted, only deactivated.
/// </summary>
internal static class Authenticators
{
    public const string CustomApp = "custom_app";

    public static void Map(Routes routes)
    {
        routes.Get(
            "/api/v1/authenticators",
            call =>
                Answer.Ok(
                    new JsonArray([
                        .. call.Organization.Authenticators.All.Select(authenticator => Render(call, authenticator)),
                    ])
                )
        );
        routes.Post("/api/v1/authenticators", Create);
        routes.Get("/api/v1/authenticators/{id}", call => Answer.Ok(Render(call, Authenticator(call))));
        routes.Put("/api/v1/authenticators/{id}", Replace);
        routes.Post("/api/v1/authenticators/{id}/lifecycle/activate", call => SetStatus(call, "ACTIVE"));
        routes.Post("/api/v1/authenticators/{id}/lifecycle/deactivate", call => SetStatus(call, "INACTIVE"));
    }

    private static JsonObject Authenticator(Call call) => call.Organization.Authenticators.Get(call.Route("id"));

    private static Answer Create(Call call)
    {
        var body = call.Body();
        if (body.Text("key") != CustomApp)
            throw OktaError.Invalid("key", "key: The emulator can add authenticators of the key custom_app only");
        if (body.Flag("agreeToTerms") != true)
            throw OktaError.Invalid("agreeToTerms", "agreeToTerms: The terms must be agreed to");
        var (name, settings, provider) = Read(call, body, except: null);
        var authenticator = call.Organization.AddAuthenticator(
            "app",
            CustomApp,
            name,
            call.Query("activate") == "true" ? "ACTIVE" : "INACTIVE"
        );
        authenticator["settings"] = settings;
        authenticator["provider"] = provider;
        return Answer.Ok(Render(call, authenticator));
    }

    private static Answer Replace(Call call)
    {
        var authenticator = Authenticator(call);
        var (name, settings, provider) = Read(call, call.Body(), authenticator);
        authenticator["name"] = name;
        if (settings is not null)
            authenticator["settings"] = settings;
        if (provider is not null)
            authenticator["provider"] = provider;
        authenticator["lastUpdated"] = Organization.Now();
        return Answer.Ok(Render(call, authenticator));
    }

    private static (string Name, JsonObject? Settings, JsonObject? Provider) Read(
        Call call,
        JsonObject body,
        JsonObject? except
    )
    {
        var name = body.Required("name");
        if (call.Organization.Authenticators.All.Any(other => other != except && (string)other["name"]! == name))
            throw OktaError.Taken("name");
        var settings = (JsonObject?)body.Map("settings")?.DeepClone();
        // The client that sends the pushes.
        if (settings?.Text("appInstanceId") is { Length: > 0 } application)
            settings["oauthClientId"] = application;
        return (name, settings, (JsonObject?)body.Map("provider")?.DeepClone());
    }

    private static Answer SetStatus(Call call, string status)
    {
        var authenticator = Authenticator(call);
        if (
            status == "INACTIVE"
            && call.Organization.Applications.All.Any(app =>
                (string?)app["settings"]!["oauthClient"]?["backchannel_custom_authenticator_id"] == call.Route("id")
            )
        )
            throw OktaError.Invalid(
                "Authenticator",
                "Cannot delete this authenticator because it is being configured for CIBA by one or more OIDC applications."
            );
        authenticator["status"] = status;
        authenticator["lastUpdated"] = Organization.Now();
        return Answer.Ok(Render(call, authenticator));
    }

    private static JsonObject Render(Call call, JsonObject authenticator)
    {
        var self = $"/api/v1/authenticators/{(string)authenticator["id"]!}";
        var change = (string)authenticator["status"]! == "ACTIVE" ? "deactivate" : "activate";
        var answer = (JsonObject)authenticator.DeepClone();
        answer["_links"] = new JsonObject
        {
            ["self"] = call.Link(self, "GET", "PUT"),
            [change] = call.Link($"{self}/lifecycle/{change}", "POST"),
        };
        return answer;
    }
}
