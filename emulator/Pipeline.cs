using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OktaSpa.Emulator;

/// <summary>
/// What every call of the API goes through: written down, made to fail where that is wanted, its credentials checked,
/// refusals put into Okta's words.
/// </summary>
internal sealed class Pipeline(Credentials credentials, FaultInjection faults, RateLimit limit, RequestLog log)
{
    /// <summary>Where the request's body is kept as text.</summary>
    public const string Content = "content";

    public async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        using var reader = new StreamReader(http.Request.Body);
        var content = await reader.ReadToEndAsync(http.RequestAborted);
        http.Items[Content] = content;
        var status = 0;
        try
        {
            var fault = faults.Take(http.Request.Method, http.Request.Path);
            if (fault is { After: true })
                await CarryOutUnheardAsync(http, next);
            if (fault is { Answer: "close" })
            {
                http.Abort();
                return;
            }
            if (fault is { Answer: "429" })
                limit.Exceed(http, fault.Milliseconds);
            else
                limit.Count(http);
            try
            {
                await AnswerAsync(http, next, fault);
            }
            catch (OktaError error)
            {
                if (error.Challenge is { } challenge)
                    http.Response.Headers.WWWAuthenticate = challenge;
                await WriteAsync(http, error.Status, error.ToJson());
            }
            catch (OAuthError error)
            {
                await WriteAsync(http, error.Status, error.ToJson());
            }
            status = http.Response.StatusCode;
        }
        finally
        {
            var scheme = http.Request.Headers.Authorization.ToString().Split(' ')[0];
            log.Add(
                new(
                    http.Request.Method,
                    http.Request.Path,
                    http.Request.QueryString.Value ?? "",
                    scheme is "SSWS" or "Bearer" ? scheme : "",
                    RequestLog.Body(content, http.Request.ContentType),
                    status
                )
            );
        }
    }

    public static Task WriteAsync(HttpContext http, int status, JsonObject body) =>
        WriteAsync(http, status, body.ToJsonString(Json.Plain));

    public static Task WriteAsync(HttpContext http, int status, string? body, params string[] links)
    {
        http.Response.StatusCode = status;
        // Lines of their own: the provider reads a line as one link.
        if (links.Length > 0)
            http.Response.Headers.Link = links;
        if (body is null)
            return Task.CompletedTask;
        var bytes = Encoding.UTF8.GetBytes(body);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private async Task AnswerAsync(HttpContext http, RequestDelegate next, InjectedFault? fault)
    {
        switch (fault?.Answer)
        {
            case "429":
                throw OktaError.RateLimited();
            case "500":
                throw OktaError.Unexpected();
            case "broken":
                await WriteAsync(http, 200, "{\"id\":\"0oa");
                return;
            case "slow":
                await Task.Delay(fault.Milliseconds, http.RequestAborted);
                break;
            default:
                break;
        }
        await CarryOutAsync(http, next);
    }

    private async Task CarryOutAsync(HttpContext http, RequestDelegate next)
    {
        if (
            http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            || http.Request.Path.StartsWithSegments("/oauth2/v1/clients", StringComparison.Ordinal)
        )
            credentials.Check(http.Request);
        await next(http);
        if (http.Response is { HasStarted: false, StatusCode: 404 })
            throw new OktaError(404, "E0000007", $"Not found: Resource not found: {http.Request.Path} (Endpoint)");
        if (http.Response is { HasStarted: false, StatusCode: 405 })
            throw new OktaError(405, "E0000022", "The endpoint does not support the provided HTTP method");
    }

    // What is answered is lost, a refusal too.
    private async Task CarryOutUnheardAsync(HttpContext http, RequestDelegate next)
    {
        var wire = http.Response.Body;
        http.Response.Body = Stream.Null;
        try
        {
            await CarryOutAsync(http, next);
        }
        catch (Exception exception) when (exception is OktaError or OAuthError) { }
        http.Response.Body = wire;
        http.Response.Clear();
    }
}
