using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OktaSpa.Tests.Emulator;

/// <summary>
/// The life of a stack as the real Okta provider asked for it: each request is sent as it was, each answer must let the
/// provider go on.
/// </summary>
public sealed partial class ContractTests
{
    [Theory]
    [InlineData("ssws", "SSWS api-token")]
    [InlineData("token", "Bearer access-token")]
    [InlineData("key", "Bearer any")]
    public async Task The_provider_can_live_a_whole_life(string credentials, string authorization)
    {
        await using var emulator = await Emulated.StartAsync();
        var ids = new Dictionary<string, string>();
        foreach (
            var (recorded, name) in new[]
            {
                ("00g00000000000000003", "Engineering"),
                ("00g00000000000000004", "Engineering Managers"),
                ("00g00000000000000005", "Support"),
            }
        )
            ids[recorded] = await emulator.CreateGroupAsync(name);
        foreach (
            var file in Directory
                .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Emulator", "wire"), $"{credentials}-*.jsonl")
                .Order(StringComparer.Ordinal)
        )
        {
            foreach (var line in await File.ReadAllLinesAsync(file))
            {
                var recorded = JsonNode.Parse(line)!;
                var (method, target) = ((string)recorded["method"]!, (string)recorded["target"]!);
                var reply = await emulator.RawAsync(
                    Raw(method, RecordedId().Replace(target, id => ids[id.Value]), recorded["request"], authorization)
                );

                Assert.True(
                    (int)recorded["status"]! == reply.Status,
                    $"{Path.GetFileName(file)}: {method} {target}: {reply.Status} {reply.Text}"
                );
                AssertWire(reply);
                if (
                    target.Contains("/api/v1/apps?", StringComparison.Ordinal)
                    || RecordedApplication().IsMatch(target)
                        && method is "GET" or "PUT"
                        && reply.Json["label"] is not null
                )
                    AssertApplication(recorded["request"] as JsonObject, reply.Json);
                if (method == "POST" && target.Contains("/api/v1/apps?", StringComparison.Ordinal))
                    ids[(string)recorded["request"]!["credentials"]!["oauthClient"]!["client_id"]!] = (string)
                        reply.Json["id"]!;
                if (method == "POST" && target.EndsWith("/trustedOrigins", StringComparison.Ordinal))
                    ids[OriginId(file)] = (string)reply.Json["id"]!;
            }
        }
        var state = (await emulator.GetAsync("/emulator/state")).Json;
        Assert.Empty(state["applications"]!.AsArray());
        Assert.Empty(state["trustedOrigins"]!.AsArray());
    }

    [Theory]
    [InlineData("GET http://127.0.0.1/api/v1/users/me HTTP/1.1", "127.0.0.1")]
    [InlineData("GET http://127.0.0.1:8099/api/v1/users/me HTTP/1.1", "127.0.0.1:8099")]
    [InlineData("GET http://localhost/api/v1/users/me HTTP/1.1", "127.0.0.1:1234")]
    [InlineData("GET /api/v1/users/me HTTP/1.1", "localhost")]
    public async Task A_request_may_name_its_target_in_full(string line, string host)
    {
        await using var emulator = await Emulated.StartAsync();

        var reply = await emulator.RawAsync(
            $"{line}\r\nHost: {host}\r\nProxy-Authorization: Basic Og==\r\nAuthorization: SSWS t\r\nConnection: close\r\n\r\n"
        );

        Assert.Equal(200, reply.Status);
        Assert.Equal("ACTIVE", (string)reply.Json["status"]!);
    }

    private static string Raw(string method, string target, JsonNode? body, string authorization)
    {
        var form = (string?)body?["_form"];
        var content = form ?? body?.ToJsonString() ?? "";
        return $"{method} {target} HTTP/1.1\r\nHost: {new Uri(target).Authority}\r\nProxy-Authorization: Basic Og==\r\nAuthorization: {authorization}\r\nConnection: close\r\n"
            + $"Content-Type: {(form is null ? "application/json" : "application/x-www-form-urlencoded")}\r\nContent-Length: {Encoding.UTF8.GetByteCount(content)}\r\n\r\n{content}";
    }

    private static void AssertWire(Reply reply)
    {
        Assert.All(
            ["X-Rate-Limit-Limit", "X-Rate-Limit-Remaining", "X-Rate-Limit-Reset"],
            name => Assert.True(long.TryParse(reply.Headers[name].Single(), out _))
        );
        Assert.Single(reply.Headers["Date"]);
        if (reply.Status == 204)
            Assert.Equal("", reply.Text);
        else
            Assert.Equal("application/json", reply.Headers["Content-Type"].Single());
        Assert.All(reply.Headers["Link"], link => Assert.Single(LinkTarget().Matches(link)));
    }

    private static void AssertApplication(JsonObject? asked, JsonNode app)
    {
        Assert.All(
            ["credentials", "name", "settings", "label", "signOnMode", "status", "id"],
            key => Assert.NotNull(app[key])
        );
        Assert.Equal("OPENID_CONNECT", (string)app["signOnMode"]!);
        Assert.NotNull(app["settings"]!["oauthClient"]!["grant_types"]);
        Assert.NotNull(app["settings"]!["oauthClient"]!["idp_initiated_login"]!["mode"]);
        Assert.Null(app["credentials"]!["oauthClient"]!["client_secret"]);
        foreach (var (name, link) in app["_links"]!.AsObject())
        {
            if (name is "logo" or "appLinks")
                Assert.IsType<JsonArray>(link);
            Assert.All(link is JsonArray list ? list : [link!.DeepClone()], one => Assert.NotNull(one!["href"]));
        }
        if (asked is not null)
            AssertEchoed(asked, app, "");
    }

    // What was asked for is what is answered; more may be answered, and a null is no answer to nothing.
    private static void AssertEchoed(JsonNode asked, JsonNode answered, string path)
    {
        foreach (var (key, value) in asked.AsObject())
        {
            if (value is JsonObject { Count: > 0 } map)
                AssertEchoed(map, answered[key]!, $"{path}.{key}");
            else if (value is not JsonObject)
                Assert.True(
                    JsonNode.DeepEquals(value, answered[key]),
                    $"{path}.{key}: {value?.ToJsonString()} came back as {answered[key]?.ToJsonString()}"
                );
        }
    }

    // A create does not name the id that it will get; the later requests of the same life do.
    private static string OriginId(string file) =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file).Split('-')[0]}-*.jsonl")
            .SelectMany(File.ReadAllLines)
            .Select(line => RecordedOrigin().Match(line))
            .First(match => match.Success)
            .Value;

    [GeneratedRegex("(0oa|00g|tos)0[0-9]{16}")]
    private static partial Regex RecordedId();

    [GeneratedRegex("tos0[0-9]{16}")]
    private static partial Regex RecordedOrigin();

    [GeneratedRegex("/api/v1/apps/[^/]+$")]
    private static partial Regex RecordedApplication();

    [GeneratedRegex("<[^>]+>; rel=\"(self|next)\"")]
    private static partial Regex LinkTarget();
}
