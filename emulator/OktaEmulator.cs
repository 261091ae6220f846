using System.Net;
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
        var server = application.Services.GetRequiredService<IServer>();
        Address = new(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Such as <c>http://127.0.0.1:8099/</c>.</summary>
    public Uri Address { get; }

    /// <param name="seed">What the organization begins with; null: only what every organization has, and any
    /// credentials are let in.</param>
    /// <param name="port">0: any free port.</param>
    /// <param name="time">By which calls of a minute are counted; null: the system's.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="FormatException">The seed has something that Okta refuses, such as a trusted origin with a
    /// path.</exception>
    public static async Task<OktaEmulator> StartAsync(
        Seed? seed = null,
        int port = 0,
        TimeProvider? time = null,
        CancellationToken cancellation = default
    )
    {
        var application = Build(seed ?? new Seed(), port, time ?? TimeProvider.System);
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

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static WebApplication Build(Seed seed, int port, TimeProvider time)
    {
        var organization = new OktaOrganization(seed);
        var (credentials, faults, log) = (new Credentials(seed), new FaultInjection(), new RequestLog());
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
        var pipeline = new Pipeline(credentials, faults, new(time), log);
        application.Use(RefuseOtherHosts);
        application.Use(
            (http, next) => EmulatorEndpoints.Serves(http.Request) ? next(http) : pipeline.HandleAsync(http, next)
        );
        application.UseRouting();
        MapOkta(new(application, organization));
        application.MapPost("/oauth2/v1/token", (RequestDelegate)credentials.AnswerAsync);
        new EmulatorEndpoints(organization, faults, log).Map(application);
        application.UseEndpoints(_ => { });
        return application;
    }

    private static void MapOkta(Routes routes)
    {
        ApplicationsApi.Map(routes);
        AssignmentsApi.Map(routes);
        ClientSecretsApi.Map(routes);
        GroupsClaimApi.Map(routes);
        GroupsApi.Map(routes);
        GroupRulesApi.Map(routes);
        UsersApi.Map(routes);
        RolesApi.Map(routes);
        TrustedOriginsApi.Map(routes);
        new AccessPoliciesApi().Map(routes);
        AuthorizationServersApi.Map(routes);
        new TokenPoliciesApi().Map(routes);
        ZonesApi.Map(routes);
        WellKnownApi.Map(routes);
    }

    // A web page that somebody visits must not reach the emulator by a name of its own that leads to this machine.
    private static Task RefuseOtherHosts(HttpContext http, RequestDelegate next) =>
        http.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]"
            ? next(http)
            : Pipeline.WriteAsync(
                http,
                421,
                Json.Of(new { error = "the emulator answers to 127.0.0.1 and localhost only" })
            );

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
