using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>
/// <c>/api/v1/apps</c>: OAuth applications and bookmarks, who may use them, their access policy and their secrets.
/// </summary>
internal static class Applications
{
    private const string OAuthApplication = "oidc_client";
    private const string Bookmark = "bookmark";

    public static void Map(Routes routes)
    {
        routes.Get("/api/v1/apps", List);
        routes.Post("/api/v1/apps", Create);
        routes.Get("/api/v1/apps/{id}", call => Answer.Ok(Render(call, Application(call))));
        routes.Put("/api/v1/apps/{id}", Replace);
        routes.Delete("/api/v1/apps/{id}", Delete);
        routes.Post("/api/v1/apps/{id}/lifecycle/activate", call => SetStatus(call, "ACTIVE"));
        routes.Post("/api/v1/apps/{id}/lifecycle/deactivate", call => SetStatus(call, "INACTIVE"));
        routes.Post(
            "/api/v1/apps/{id}/logo",
            call =>
            {
                Application(call)["logo"] = $"/assets/logos/{Ids.Random(12)}.png";
                return new(201);
            }
        );
        routes.Put("/api/v1/apps/{id}/policies/{policy}", SetPolicy);
        routes.Get("/api/v1/apps/{id}/credentials/secrets", ListSecrets);
        routes.Get(
            "/api/v1/apps/{id}/groups",
            call =>
                Answer.Page(call, Assignments(call), assignment => RenderAssignment(call, assignment), defaultLimit: 20)
        );
        routes.Get("/api/v1/apps/{id}/groups/{group}", call => Answer.Ok(RenderAssignment(call, Assignment(call))));
        routes.Put("/api/v1/apps/{id}/groups/{group}", Assign);
        routes.Delete(
            "/api/v1/apps/{id}/groups/{group}",
            call =>
            {
                Assignments(call).Remove(Assignment(call));
                return Answer.Empty;
            }
        );
        routes.Get("/api/v1/internal/apps/{id}/settings/oauth/idToken", GetClaim);
        routes.Post("/api/v1/internal/apps/{id}/settings/oauth/idToken", SetClaim);
    }

    public static JsonObject Render(Call call, JsonObject app)
    {
        var id = (string)app["id"]!;
        var self = $"/api/v1/apps/{id}";
        var isActive = (string)app["status"]! == "ACTIVE";
        var links = new JsonObject
        {
            ["uploadLogo"] = call.Link($"{self}/logo", "POST"),
            ["appLinks"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = $"{app["name"]}_link",
                    ["href"] = $"{call.Base}/home/{app["name"]}/{id}/aln0000000000001emu7",
                    ["type"] = "text/html",
                }
            ),
            ["profileEnrollment"] = call.Link($"/api/v1/policies/{call.Organization.DefaultPolicy}"),
            ["policies"] = call.Link($"{self}/policies", "PUT"),
            ["groups"] = call.Link($"{self}/groups"),
            ["logo"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "medium",
                    ["href"] = call.Base + (string)app["logo"]!,
                    ["type"] = "image/png",
                }
            ),
            ["accessPolicy"] = call.Link($"/api/v1/policies/{(string)app["accessPolicy"]!}"),
            ["users"] = call.Link($"{self}/users"),
            [isActive ? "deactivate" : "activate"] = call.Link(
                $"{self}/lifecycle/{(isActive ? "deactivate" : "activate")}"
            ),
        };
        if (call.Organization.Secrets.ContainsKey(id))
            links["clientCredentials"] = new JsonArray(
                new JsonObject { ["name"] = "secrets", ["href"] = $"{call.Base}{self}/credentials/secrets" }
            );
        else if (app["settings"]!["oauthClient"]?["jwks"] is not null)
            links["clientCredentials"] = new JsonArray(
                new JsonObject { ["name"] = "jwks", ["href"] = $"{call.Base}{self}/credentials/jwks" }
            );
        var answer = (JsonObject)app.DeepClone();
        answer.Remove("logo");
        answer.Remove("accessPolicy");
        answer["_links"] = links;
        return answer;
    }

    private static JsonObject Application(Call call) => call.Organization.Applications.Get(call.Route("id"));

    private static Answer List(Call call)
    {
        var apps = call.Organization.Applications.All;
        if (call.Query("q") is { } prefix)
            apps = apps.Where(app =>
                ((string)app["label"]!).StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                || ((string)app["name"]!).StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            );
        if (call.Query("filter") is { } filter)
            apps = apps.Where(Expression.Parse(filter).Holds);
        return Answer.Page(call, apps, app => Render(call, app), defaultLimit: 20);
    }

    private static Answer Create(Call call)
    {
        var organization = call.Organization;
        var (id, now) = (organization.Ids.Next("0oa"), Organization.Now());
        var app = Build(call, call.Body(), id, existing: null, out var secret);
        app["status"] = call.Query("activate") == "false" ? "INACTIVE" : "ACTIVE";
        app["created"] = now;
        app["lastUpdated"] = now;
        organization.Applications.Add(app);
        organization.Assignments[id] = [];
        return Keep(call, app, secret);
    }

    private static Answer Replace(Call call)
    {
        var existing = Application(call);
        var app = Build(call, call.Body(), (string)existing["id"]!, existing, out var secret);
        app["lastUpdated"] = Organization.Now();
        call.Organization.Applications.Replace(app);
        return Keep(call, app, secret);
    }

    // A secret is told only to whom it was just made for.
    private static Answer Keep(Call call, JsonObject app, string? secret)
    {
        var (id, secrets) = ((string)app["id"]!, call.Organization.Secrets);
        if (
            app["credentials"]!["oauthClient"] is not JsonObject client
            || !ApplicationRules.HasSecret((string)client["token_endpoint_auth_method"]!)
        )
        {
            secrets.Remove(id);
            return Answer.Ok(Render(call, app));
        }
        if (
            !secrets.TryGetValue(id, out var kept)
            || secret is { Length: > 0 } && (string)kept["client_secret"]! != secret
        )
        {
            var now = Organization.Now();
            secrets[id] = kept = new JsonObject
            {
                ["id"] = call.Organization.Ids.Next("ocs"),
                ["created"] = now,
                ["lastUpdated"] = now,
                ["status"] = "ACTIVE",
                ["client_secret"] = secret is { Length: > 0 } ? secret : Ids.Random(64),
            };
        }
        var answer = Render(call, app);
        var credentials = (JsonObject)answer["credentials"]!["oauthClient"]!;
        credentials.Insert(2, "client_secret", (string)kept["client_secret"]!);
        return Answer.Ok(answer);
    }

    // Checks all before it changes anything.
    private static JsonObject Build(Call call, JsonObject body, string id, JsonObject? existing, out string? secret)
    {
        var label = body.Required("label");
        if (label.Length > 100)
            throw OktaError.Invalid("label", "label: String cannot exceed 100 characters");
        var mode = body.Text("signOnMode") ?? "OPENID_CONNECT";
        if (mode is not ("OPENID_CONNECT" or "BOOKMARK"))
            throw OktaError.Invalid(
                "signOnMode",
                "signOnMode: The emulator knows applications of sign-on mode OPENID_CONNECT and BOOKMARK only"
            );
        if (existing is not null && mode != (string)existing["signOnMode"]!)
            throw OktaError.Invalid("signOnMode", "signOnMode: The sign-on mode of an application cannot be changed");
        var (settings, credentials, visibility, accessibility) = (
            body.Map("settings") ?? [],
            body.Map("credentials") ?? [],
            body.Map("visibility") ?? [],
            body.Map("accessibility") ?? []
        );
        var (oauth, client, notes) = (
            settings.Map("oauthClient") ?? [],
            credentials.Map("oauthClient") ?? [],
            settings.Map("notes") ?? []
        );
        // The catalog's own applications keep their OAuth settings to themselves.
        var name =
            (string?)existing?["name"]
            ?? (mode == "BOOKMARK" ? Bookmark : null)
            ?? body.Text("name")?.ToLowerInvariant()
            ?? OAuthApplication;
        secret = client.Text("client_secret");

        var rendered = new JsonObject
        {
            ["userNameTemplate"] = credentials.Copy(
                "userNameTemplate",
                () => new JsonObject { ["template"] = "${source.login}", ["type"] = "BUILT_IN" }
            ),
            ["signing"] = name == Bookmark ? new JsonObject() : new JsonObject { ["kid"] = "emulator-signing-key" },
        };
        JsonObject? oauthSettings = null;
        if (name == OAuthApplication)
        {
            var type = ApplicationRules.Type(oauth);
            rendered["oauthClient"] = ApplicationRules.Credentials(client, type, ClientId(call, client, id, existing));
            oauthSettings = ApplicationRules.Settings(
                oauth,
                type,
                (string)rendered["oauthClient"]!["token_endpoint_auth_method"]!,
                call.Organization.Ids
            );
            if (
                oauth.Text("backchannel_custom_authenticator_id") is { } authenticator
                && (string?)call.Organization.Authenticators.Find(authenticator)?["key"] != Authenticators.CustomApp
            )
                throw OktaError.Invalid(
                    "backchannel_custom_authenticator_id",
                    $"backchannel_custom_authenticator_id: '{authenticator}' is not a custom authenticator of this organization."
                );
            if (existing is not null && type != (string?)existing["settings"]!["oauthClient"]!["application_type"])
                throw OktaError.Invalid("application_type", "application_type: 'application_type' cannot be changed.");
        }
        var hide = visibility.Map("hide") ?? [];
        var implicitAssignment = settings.Flag("implicitAssignment") ?? false;
        if (implicitAssignment && existing is not null && call.Organization.Assignments[id].Count > 0)
            throw OktaError.Invalid(
                "implicitAssignment",
                "implicitAssignment: It is not possible to enable Federation Broker Mode for an AppInstance that has groups assigned"
            );
        var app = new JsonObject
        {
            ["id"] = id,
            ["orn"] = $"orn:okta:idp:{call.Organization.Id}:apps:{name}:{id}",
            ["name"] = name,
            ["label"] = label,
            ["status"] = existing?["status"]!.DeepClone(),
            ["lastUpdated"] = null,
            ["created"] = existing?["created"]!.DeepClone(),
            ["accessibility"] = new JsonObject
            {
                ["selfService"] = accessibility.Flag("selfService") ?? false,
                ["errorRedirectUrl"] = accessibility.Text("errorRedirectUrl"),
                ["loginRedirectUrl"] = accessibility.Text("loginRedirectUrl"),
            },
            ["visibility"] = new JsonObject
            {
                ["autoLaunch"] = visibility.Flag("autoLaunch") ?? false,
                ["autoSubmitToolbar"] = visibility.Flag("autoSubmitToolbar") ?? false,
                ["hide"] = new JsonObject { ["iOS"] = hide.Flag("iOS") ?? false, ["web"] = hide.Flag("web") ?? false },
                ["appLinks"] = visibility.Copy(
                    "appLinks",
                    () => new JsonObject { [name == Bookmark ? "login" : $"{name}_link"] = true }
                ),
            },
            ["features"] = new JsonArray(),
            ["signOnMode"] = mode,
            ["credentials"] = rendered,
            ["universalLogout"] =
                name != OAuthApplication
                    ? new JsonObject { ["status"] = "UNSUPPORTED" }
                    : new JsonObject
                    {
                        ["status"] = "DISABLED",
                        ["supportType"] = "FULL",
                        ["identityStack"] = "NOT_SHARED",
                        ["protocol"] = "GLOBAL_TOKEN_REVOCATION",
                    },
            ["settings"] = new JsonObject
            {
                ["app"] = settings.Copy("app", () => new JsonObject()),
                ["notifications"] = settings.Copy(
                    "notifications",
                    () =>
                        new JsonObject
                        {
                            ["vpn"] = new JsonObject
                            {
                                ["network"] = new JsonObject { ["connection"] = "DISABLED" },
                                ["message"] = null,
                                ["helpUrl"] = null,
                            },
                        }
                ),
                ["manualProvisioning"] = settings.Flag("manualProvisioning") ?? false,
                ["implicitAssignment"] = implicitAssignment,
                ["emOptInStatus"] = "NONE",
                ["notes"] = new JsonObject { ["admin"] = notes.Text("admin"), ["enduser"] = notes.Text("enduser") },
            },
            ["accessPolicy"] = existing?["accessPolicy"]!.DeepClone() ?? call.Organization.DefaultPolicy,
            ["logo"] = existing?["logo"]!.DeepClone() ?? "/assets/logos/default.png",
        };
        if (name == Bookmark)
            app.Remove("universalLogout");
        if (oauthSettings is not null)
            app["settings"]!["oauthClient"] = oauthSettings;
        if (body.Map("profile") is { Count: > 0 } profile)
            app["profile"] = profile.DeepClone();
        return app;
    }

    private static string ClientId(Call call, JsonObject client, string id, JsonObject? existing)
    {
        var current = (string?)existing?["credentials"]!["oauthClient"]!["client_id"];
        var clientId = client.Text("client_id") ?? current ?? id;
        if (current is not null && clientId != current)
            throw OktaError.Invalid("client_id", "client_id: 'client_id' cannot be changed.");
        ApplicationRules.CheckClientId(clientId);
        return call.Organization.Applications.All.Any(other =>
            other != existing && (string?)other["credentials"]!["oauthClient"]?["client_id"] == clientId
        )
            ? throw OktaError.Taken("client_id")
            : clientId;
    }

    private static Answer Delete(Call call)
    {
        var id = (string)Application(call)["id"]!;
        if ((string)Application(call)["status"]! == "ACTIVE")
            throw new OktaError(
                403,
                "E0000056",
                "Delete application forbidden.",
                "The application must be deactivated before deletion."
            );
        call.Organization.RemoveApplication(id);
        return Answer.Empty;
    }

    private static Answer SetStatus(Call call, string status)
    {
        var app = Application(call);
        app["status"] = status;
        app["lastUpdated"] = Organization.Now();
        return Answer.Ok(new JsonObject());
    }

    private static Answer SetPolicy(Call call)
    {
        var app = Application(call);
        app["accessPolicy"] = (string)call.Organization.Policies.Get(call.Route("policy"))["id"]!;
        app["lastUpdated"] = Organization.Now();
        return Answer.Empty;
    }

    private static Answer ListSecrets(Call call)
    {
        Application(call);
        if (!call.Organization.Secrets.TryGetValue(call.Route("id"), out var kept))
            return Answer.Ok(new JsonArray());
        var secret = (JsonObject)kept.DeepClone();
        // The left half, as in the claims at_hash and c_hash of OpenID Connect.
        secret["secret_hash"] = Base64Url.EncodeToString(
            SHA256.HashData(Encoding.UTF8.GetBytes((string)kept["client_secret"]!)).AsSpan(0, 16)
        );
        secret["_links"] = new JsonObject
        {
            ["deactivate"] = call.Link(
                $"/api/v1/apps/{call.Route("id")}/credentials/secrets/{(string)kept["id"]!}/lifecycle/deactivate",
                "POST"
            ),
        };
        return Answer.Ok(new JsonArray(secret));
    }

    private static List<JsonObject> Assignments(Call call) =>
        call.Organization.Assignments[(string)Application(call)["id"]!];

    private static JsonObject Assignment(Call call) =>
        Assignments(call).Find(assignment => (string)assignment["id"]! == call.Route("group"))
        ?? throw OktaError.NotFound(call.Route("group"), "GroupAppAssignment");

    private static Answer Assign(Call call)
    {
        var (app, group) = (Application(call), (string)call.Organization.Groups.Get(call.Route("group"))["id"]!);
        var body = string.IsNullOrWhiteSpace(call.Content) ? [] : call.Body();
        if ((bool)app["settings"]!["implicitAssignment"]!)
            throw OktaError.Invalid(
                "GroupAppAssignment",
                "It is not possible to assign groups to an AppInstance that has Federation Broker Mode enabled"
            );
        if (body.Number("priority") is < 0 or > 100)
            throw OktaError.Invalid("priority", "priority: The priority must be between 0 and 100");
        var assignments = Assignments(call);
        var existing = assignments.Find(assignment => (string)assignment["id"]! == group);
        var assignment = new JsonObject
        {
            ["id"] = group,
            ["lastUpdated"] = Organization.Now(),
            ["priority"] =
                body.Number("priority")
                ?? (int?)existing?["priority"]
                ?? assignments.Select(other => (int)other["priority"]! + 1).DefaultIfEmpty(0).Max(),
            ["profile"] = body.Map("profile")?.DeepClone() ?? existing?["profile"]!.DeepClone() ?? new JsonObject(),
        };
        if (existing is not null)
            assignments[assignments.IndexOf(existing)] = assignment;
        else
            assignments.Add(assignment);
        // By priority; a stable order for equal ones.
        var ordered = assignments.OrderBy(other => (int)other["priority"]!).ToList();
        assignments.Clear();
        assignments.AddRange(ordered);
        return Answer.Ok(RenderAssignment(call, assignment));
    }

    private static JsonObject RenderAssignment(Call call, JsonObject assignment)
    {
        var (app, group) = (call.Route("id"), (string)assignment["id"]!);
        var answer = (JsonObject)assignment.DeepClone();
        answer["_links"] = new JsonObject
        {
            ["app"] = call.Link($"/api/v1/apps/{app}"),
            ["self"] = call.Link($"/api/v1/apps/{app}/groups/{group}"),
            ["group"] = call.Link($"/api/v1/groups/{group}"),
        };
        return answer;
    }

    // Those of the catalog have no such claim.
    private static JsonObject OAuthClient(Call call) =>
        (JsonObject?)Application(call)["credentials"]!["oauthClient"]
        ?? throw OktaError.NotFound(call.Route("id"), "OAuth2AppInstance");

    private static Answer GetClaim(Call call)
    {
        var client = OAuthClient(call);
        var claim = call.Organization.Claims.TryGetValue(call.Route("id"), out var kept)
            ? (JsonObject)kept.DeepClone()
            : new() { ["issuerMode"] = "ORG_URL" };
        return Answer.Ok(Claim(claim, call.Base, (string)client["client_id"]!));
    }

    private static Answer SetClaim(Call call)
    {
        OAuthClient(call);
        var claim = call.Body();
        call.Organization.Claims[call.Route("id")] = (JsonObject)claim.DeepClone();
        return Answer.Ok(Claim(claim, issuer: null, audience: null));
    }

    private static JsonObject Claim(JsonObject claim, string? issuer, string? audience)
    {
        claim["issuer"] = issuer;
        claim["orgUrl"] = null;
        claim["customUrl"] = null;
        claim["audience"] = audience;
        return claim;
    }
}
