using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OktaSpa.Emulator;

/// <summary>What is the emulator's own, not Okta's: its page, the requests, the state, and faults.</summary>
internal sealed class EmulatorEndpoints(OktaOrganization organization, FaultInjection faults, RequestLog log)
{
    private static readonly JsonSerializerOptions RequestsFormat = new(JsonSerializerDefaults.Web)
    {
        Encoder = Json.Plain.Encoder,
    };

    public static bool Serves(HttpRequest request) =>
        request.Path == "/"
        || request.Path.StartsWithSegments("/emulator", StringComparison.Ordinal)
        || request.Path == "/favicon.ico";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (RequestDelegate)WritePageAsync);
        routes.MapGet("/emulator/state", (RequestDelegate)WriteStateAsync);
        routes.MapGet("/emulator/requests", (RequestDelegate)WriteRequestsAsync);
        routes.MapDelete("/emulator/requests", (RequestDelegate)(http => ChangeAsync(http, _ => log.Clear())));
        routes.MapPut("/emulator/faults", (RequestDelegate)(http => ChangeAsync(http, faults.Replace)));
    }

    private Task WritePageAsync(HttpContext http)
    {
        string page;
        lock (organization.Gate)
            page = Page.Render(organization, log.All(), http.Request.Query["filter"].ToString());
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return http.Response.WriteAsync(page, http.RequestAborted);
    }

    private Task WriteStateAsync(HttpContext http)
    {
        string state;
        lock (organization.Gate)
            state = State().ToJsonString(Json.Indented);
        return Pipeline.WriteAsync(http, 200, state);
    }

    private JsonObject State()
    {
        return Json.Of(
            new
            {
                organisation = organization.Name,
                applications = List(organization.Applications),
                assignments = organization.Applications.All.ToDictionary(app => app.Id, app => app.Groups),
                groups = List(organization.Groups),
                groupRules = List(organization.GroupRules),
                trustedOrigins = List(organization.TrustedOrigins),
                policies = List(organization.Policies),
                authorizationServers = List(organization.AuthorizationServers),
                zones = List(organization.Zones),
                users = List(organization.Users),
            }
        );

        static IEnumerable<JsonObject> List<T>(Collection<T> things)
            where T : OktaObject => things.All.Select(thing => thing.Json);
    }

    private Task WriteRequestsAsync(HttpContext http) =>
        Pipeline.WriteAsync(http, 200, JsonSerializer.Serialize(log.All(), RequestsFormat));

    // A web page that somebody visits must not change anything here; its Origin header tells it.
    private static async Task ChangeAsync(HttpContext http, Action<string> change)
    {
        if (http.Request.Headers.Origin.Count > 0)
        {
            await Pipeline.WriteAsync(http, 403, Json.Of(new { error = "not for web pages" }));
            return;
        }
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        try
        {
            change(body);
            await Pipeline.WriteAsync(http, 204, (string?)null);
        }
        catch (FormatException exception)
        {
            await Pipeline.WriteAsync(http, 400, Json.Of(new { error = exception.Message }));
        }
    }
}
