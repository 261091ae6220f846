using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OktaSpa.Emulator;

/// <summary>
/// An Okta organization in memory, on the loopback interface only. Point the Okta provider's <c>httpProxy</c> at <see
/// cref="Address"/>.
/// </summary>
internal sealed class OktaEmulator : IAsyncDisposable
{
    private readonly WebApplication application;

    private OktaEmulator(WebApplication application)
    {
        this.application = application;
        Address = new(
            application
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Single()
        );
    }

    /// <summary>Such as <c>http://127.0.0.1:8099/</c>.</summary>
    public Uri Address { get; }

    /// <param name="seed">What the organization begins with; null: only what every organization has, and any
    /// credentials are let in.</param>
    /// <param name="port">0: any free port.</param>
    /// <param name="time">By which calls of a minute are counted; null: the system's.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="OktaError">The seed has something that Okta refuses, such as a trusted origin with a
    /// path.</exception>
    public static async Task<OktaEmulator> StartAsync(
        Seed? seed = null,
        int port = 0,
        TimeProvider? time = null,
        CancellationToken cancellation = default
    )
    {
        var start = seed ?? new Seed();
        var organization = new Organization(start);
        var (credentials, faults, log) = (new Credentials(start), new Faults(), new RequestLog());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(options =>
            {
                options.Listen(IPAddress.Loopback, port);
                options.AddServerHeader = false;
                // A proxy's request names its target in full; that need not be what its Host header says.
                options.AllowHostHeaderOverride = true;
                options.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            });
        builder.Services.AddRoutingCore();
        // Signals are the host program's: the server's own handler would swallow one that comes while it starts.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var application = builder.Build();
        application.Use(
            (http, next) =>
                IsLocal(http.Request)
                    ? next(http)
                    : Pipeline.WriteAsync(
                        http,
                        421,
                        "{\"error\":\"the emulator answers to 127.0.0.1 and localhost only\"}"
                    )
        );
        var pipeline = new Pipeline(credentials, faults, new(time ?? TimeProvider.System), log);
        application.Use((http, next) => IsPage(http.Request) ? next(http) : pipeline.HandleAsync(http, next));
        application.UseRouting();
        var routes = new Routes(application, organization);
        Applications.Map(routes);
        AppUsers.Map(routes);
        AppSchemas.Map(routes);
        Grants.Map(routes);
        AdminRoles.Map(routes);
        Authenticators.Map(routes);
        Groups.Map(routes);
        GroupOwners.Map(routes);
        GroupRules.Map(routes);
        GroupSchema.Map(routes);
        Users.Map(routes);
        TrustedOrigins.Map(routes);
        Policies.Map(routes);
        PolicyRules.Map(routes);
        WellKnown.Map(routes);
        application.MapPost(
            "/oauth2/v1/token",
            (RequestDelegate)(
                async http =>
                    await Pipeline.WriteAsync(
                        http,
                        200,
                        (await credentials.IssueAsync((string)http.Items[Pipeline.Content]!)).Body!.ToJsonString(
                            Json.Plain
                        )
                    )
            )
        );
        MapOwn(application, organization, faults, log);
        application.UseEndpoints(_ => { });
        try
        {
            await application.StartAsync(cancellation);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
        return new(application);
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    // A web page that somebody visits must not reach the emulator by a name of its own that leads to this machine.
    private static bool IsLocal(HttpRequest request) => request.Host.Host is "127.0.0.1" or "localhost" or "[::1]";

    private static bool IsPage(HttpRequest request) =>
        request.Path == "/"
        || request.Path.StartsWithSegments("/emulator", StringComparison.Ordinal)
        || request.Path == "/favicon.ico";

    // Nor must it change anything here, which is what a browser's Origin header tells.
    private static void MapOwn(WebApplication application, Organization organization, Faults faults, RequestLog log)
    {
        application.MapGet(
            "/",
            (RequestDelegate)(
                http =>
                {
                    string page;
                    lock (organization.Gate)
                        page = Page.Render(organization, log.All());
                    http.Response.ContentType = "text/html; charset=utf-8";
                    http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
                    return http.Response.WriteAsync(page, http.RequestAborted);
                }
            )
        );
        application.MapGet(
            "/emulator/requests",
            (RequestDelegate)(
                http => Pipeline.WriteAsync(http, 200, JsonSerializer.Serialize(log.All(), RequestsFormat))
            )
        );
        application.MapDelete("/emulator/requests", (RequestDelegate)(http => Own(http, () => log.Clear())));
        application.MapGet(
            "/emulator/state",
            (RequestDelegate)(
                http =>
                {
                    string state;
                    lock (organization.Gate)
                        state = State(organization).ToJsonString(Json.Indented);
                    return Pipeline.WriteAsync(http, 200, state);
                }
            )
        );
        application.MapPut(
            "/emulator/faults",
            (RequestDelegate)(
                async http =>
                {
                    using var reader = new StreamReader(http.Request.Body);
                    var body = await reader.ReadToEndAsync(http.RequestAborted);
                    await Own(http, () => faults.Replace(body));
                }
            )
        );
    }

    private static Task Own(HttpContext http, Action change)
    {
        if (http.Request.Headers.Origin.Count > 0)
            return Pipeline.WriteAsync(http, 403, "{\"error\":\"not for web pages\"}");
        try
        {
            change();
            return Pipeline.WriteAsync(http, 204, null);
        }
        catch (FormatException exception)
        {
            return Pipeline.WriteAsync(
                http,
                400,
                new JsonObject { ["error"] = exception.Message }.ToJsonString(Json.Plain)
            );
        }
    }

    private static JsonSerializerOptions RequestsFormat { get; } =
        new(JsonSerializerDefaults.Web) { Encoder = Json.Plain.Encoder };

    private static JsonObject State(Organization organization)
    {
        return new()
        {
            ["organisation"] = organization.Name,
            ["applications"] = List(organization.Applications.All),
            ["assignments"] = new JsonObject(
                organization.Assignments.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)List(pair.Value)))
            ),
            ["groups"] = List(organization.Groups.All),
            ["groupRules"] = List(organization.GroupRules.All),
            ["trustedOrigins"] = List(organization.Origins.All),
            ["policies"] = List(organization.Policies.All),
            ["users"] = List(organization.Users.All),
        };

        static JsonArray List(IEnumerable<JsonObject> things) => new([.. things.Select(thing => thing.DeepClone())]);
    }
}
