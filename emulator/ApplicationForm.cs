using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>An application as a client sends it, checked, and filled in as Okta does.</summary>
internal static class ApplicationForm
{
    private const string Mode = "OPENID_CONNECT";
    private const string Kind = "oidc_client";

    // What Okta adds where a client said nothing. What is not shown is hidden.
    private static readonly JsonObject Defaults = JsonNode
        .Parse(
            """
            {
              "accessibility": { "selfService": false, "errorRedirectUrl": null, "loginRedirectUrl": null },
              "visibility": {
                "autoLaunch": false,
                "autoSubmitToolbar": false,
                "hide": { "iOS": true, "web": true },
                "appLinks": { "oidc_client_link": true }
              },
              "credentials": {
                "oauthClient": {},
                "userNameTemplate": { "template": "${source.login}", "type": "BUILT_IN" }
              },
              "settings": {
                "app": {},
                "manualProvisioning": false,
                "implicitAssignment": false,
                "notes": { "admin": null, "enduser": null },
                "oauthClient": { "client_uri": null, "logo_uri": null, "participate_slo": false }
              }
            }
            """
        )!
        .AsObject();

    /// <summary>The application that is to be kept.</summary>
    /// <param name="organization">Where it is to be; it is not changed.</param>
    /// <param name="body">What the client sent.</param>
    /// <param name="id">Its id.</param>
    /// <param name="existing">What it is now; null: it is new.</param>
    /// <exception cref="OktaError">Okta would refuse it.</exception>
    public static JsonObject Read(OktaOrganization organization, JsonObject body, string id, OktaApplication? existing)
    {
        var application = body.DeepClone().AsObject();
        application.FillIn(Defaults);
        application.Required("label", 100);
        var isOAuth = (body.Text("signOnMode") ?? Mode) == Mode && (body.Text("name") ?? Kind) == Kind;
        OktaError.ThrowIf(
            !isOAuth,
            "signOnMode",
            $"The emulator knows applications of mode {Mode} and name {Kind} only"
        );
        var (settings, credentials) = (application.Map("settings")!, application.Map("credentials")!);
        var (given, client) = (settings.Map("oauthClient")!, credentials.Map("oauthClient")!);
        var oauth = OAuthClientRules.Settings(given, client);
        var type = oauth.Text("application_type")!;
        var isOtherType = existing is not null && existing.Type != type;
        OktaError.ThrowIf(isOtherType, "application_type", "'application_type' cannot be changed.");
        CheckAssignment(settings, existing);
        CheckVisibility(application.Map("visibility")!.Map("hide")!, oauth.Map("idp_initiated_login")!);

        application["id"] = id;
        application["name"] = Kind;
        application["signOnMode"] = Mode;
        application["status"] = existing?.Status;
        application["lastUpdated"] = OktaObject.Now();
        application["created"] = existing?.Json["created"]!.DeepClone() ?? OktaObject.Now();
        application["features"] = new JsonArray();
        credentials["oauthClient"] = OAuthClientRules.Credentials(
            client,
            type,
            ClientId(organization, client, id, existing)
        );
        settings["oauthClient"] = oauth;
        return application;
    }

    private static void CheckAssignment(JsonObject settings, OktaApplication? existing) =>
        OktaError.ThrowIf(
            settings.Flag("implicitAssignment") == true && existing is { Groups.Count: > 0 },
            "implicitAssignment",
            "It is not possible to enable Federation Broker Mode for an AppInstance that has groups assigned"
        );

    private static void CheckVisibility(JsonObject hide, JsonObject login) =>
        OktaError.ThrowIf(
            login.Text("mode") == "DISABLED" && (hide.Flag("iOS") == false || hide.Flag("web") == false),
            "mode",
            "'idp_initiated_login.mode' cannot be DISABLED when 'visibility.hide.iOS' or 'visibility.hide.web' is false."
        );

    private static string ClientId(
        OktaOrganization organization,
        JsonObject client,
        string id,
        OktaApplication? existing
    )
    {
        var clientId = client.Text("client_id") ?? existing?.ClientId ?? id;
        var isOther = existing is not null && clientId != existing.ClientId;
        OktaError.ThrowIf(isOther, "client_id", "'client_id' cannot be changed.");
        OAuthClientRules.CheckClientId(clientId);
        organization.Applications.CheckUnique("client_id", existing, other => other.ClientId == clientId);
        return clientId;
    }
}
