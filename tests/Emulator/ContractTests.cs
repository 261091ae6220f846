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
    [InlineData("more", "Bearer access-token")]
    public async Task The_provider_can_live_a_whole_life(string life, string authorization)
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
        var before = await StateAsync(emulator);
        var lines = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Emulator", "wire"), $"{life}-*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadAllLines)
            .ToList();
        var recordedIds = lines.SelectMany(line => RecordedId().Matches(line)).Select(id => id.Value).ToList();
        foreach (var line in lines)
        {
            var recorded = JsonNode.Parse(line)!;
            var (method, target) = ((string)recorded["method"]!, (string)recorded["target"]!);
            // A client id stays as it is, also where it looks like an application's.
            var body = RecordedGroup().Replace(recorded["request"]?.ToJsonString() ?? "", id => ids[id.Value]);
            var asked = body.Length == 0 ? null : JsonNode.Parse(body);
            var reply = await emulator.RawAsync(
                Raw(method, RecordedId().Replace(target, id => ids[id.Value]), asked, authorization)
            );

            Assert.True((int)recorded["status"]! == reply.Status, $"{method} {target}: {reply.Status} {reply.Text}");
            AssertWire(reply);
            if (reply.Text.Length > 0 && reply.Json is JsonObject { Count: > 0 } answer)
            {
                if (answer["signOnMode"] is not null)
                    AssertApplication(answer);
                if (asked is JsonObject && asked["_form"] is null)
                    AssertEchoed(asked, answer, target);
                // A create does not name the id that it will get; the later requests of the same life do.
                if (method == "POST" && answer["id"] is { } id)
                    ids[recordedIds.First(one => one[..3] == ((string)id!)[..3] && !ids.ContainsKey(one))] = (string)
                        id!;
            }
        }
        Assert.Equal(before, await StateAsync(emulator));
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

    private static void AssertApplication(JsonObject app)
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
    }

    private static async Task<string> StateAsync(Emulated emulator)
    {
        var policies = await emulator.GetAsync("/api/v1/authorizationServers/default/policies");
        return (await emulator.GetAsync("/emulator/state")).Text + policies.Text;
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

    [GeneratedRegex("(0oa|00g|tos|00p|0pr)0[0-9]{16}")]
    private static partial Regex RecordedId();

    [GeneratedRegex("00g0[0-9]{16}")]
    private static partial Regex RecordedGroup();

    [GeneratedRegex("<[^>]+>; rel=\"(self|next)\"")]
    private static partial Regex LinkTarget();
}
