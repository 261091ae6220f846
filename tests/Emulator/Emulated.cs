using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using OktaSpa.Emulator;

namespace OktaSpa.Tests.Emulator;

/// <summary>What the emulator answered.</summary>
internal sealed record Reply(int Status, string Text, ILookup<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Cause => (string)Json["errorCauses"]![0]!["errorSummary"]!;
}

/// <summary>An emulator of its own for a test, and a client with an API token.</summary>
internal sealed class Emulated : IAsyncDisposable
{
    private readonly HttpClient client;
    private readonly OktaEmulator emulator;

    private Emulated(OktaEmulator emulator)
    {
        this.emulator = emulator;
        client = new() { BaseAddress = emulator.Address };
    }

    public static async Task<Emulated> StartAsync(string? seed = null, TimeProvider? time = null) =>
        new(await OktaEmulator.StartAsync(seed is null ? null : Seed.Parse(seed), time: time));

    public Task<Reply> GetAsync(string path, string? authorization = "SSWS token") =>
        SendAsync("GET", path, null, authorization);

    public Task<Reply> PostAsync(string path, string? body = null) => SendAsync("POST", path, body);

    public Task<Reply> PutAsync(string path, string? body = null) => SendAsync("PUT", path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync("DELETE", path, null);

    public async Task<Reply> SendAsync(
        string method,
        string path,
        string? body,
        string? authorization = "SSWS token",
        string contentType = "application/json",
        string? origin = null
    )
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(contentType));
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(request);
        var headers = answer
            .Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => (header.Key, value)));
        return new(
            (int)answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            headers.ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>Sends bytes as they are and reads until the connection is closed.</summary>
    public async Task<Reply> RawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, emulator.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(socket.GetStream());
        var parts = (await reader.ReadToEndAsync()).Split("\r\n\r\n", 2);
        var lines = parts[0].Split("\r\n");
        return new(
            int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture),
            parts[1],
            lines
                .Skip(1)
                .Select(line => line.Split(": ", 2))
                .ToLookup(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <summary>A request for a single-page application, to be changed by a test.</summary>
    public static JsonObject Spa(string label = "Storefront") =>
        JsonNode
            .Parse(
                $$"""
                {
                  "name": "oidc_client", "label": "{{label}}", "signOnMode": "OPENID_CONNECT",
                  "credentials": { "oauthClient": { "token_endpoint_auth_method": "none", "pkce_required": true, "autoKeyRotation": true } },
                  "settings": { "oauthClient": {
                    "application_type": "browser", "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
                    "redirect_uris": ["https://app.example.com/login/callback"], "refresh_token": { "rotation_type": "ROTATE", "leeway": 30 } } }
                }
                """
            )!
            .AsObject();

    public async Task<string> CreateSpaAsync(string label = "Storefront") =>
        (string)(await PostAsync("/api/v1/apps", Spa(label).ToJsonString())).Json["id"]!;

    public async Task<string> CreateGroupAsync(string name) =>
        (string)(await PostAsync("/api/v1/groups", $$"""{ "profile": { "name": "{{name}}" } }""")).Json["id"]!;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await emulator.DisposeAsync();
    }
}
