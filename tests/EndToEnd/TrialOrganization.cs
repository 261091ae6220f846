using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OktaSpa.Cli;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Stacks;
using OktaSpa.Emulator;
using OktaSpa.Tests.Cli;

namespace OktaSpa.Tests.EndToEnd;

/// <summary>An Okta organization in memory and the stacks that the real <c>pulumi</c> deploys to it.</summary>
internal sealed class TrialOrganization : IAsyncDisposable
{
    private readonly OktaEmulator emulator;
    private readonly HttpClient http;
    private readonly List<Trial> trials = [];
    private readonly StringWriter log = new();

    private TrialOrganization(OktaEmulator emulator)
    {
        this.emulator = emulator;
        http = new() { BaseAddress = emulator.Address };
        http.DefaultRequestHeaders.Authorization = new("SSWS", "by-hand");
    }

    /// <param name="groups">The groups that it has beside Okta's own.</param>
    public static Task<TrialOrganization> StartAsync(params string[] groups) =>
        StartAsync(
            new Seed { Groups = [.. groups.Select(name => new SeedGroup(name))], ApiTokens = ["by-hand", "any"] }
        );

    public static async Task<TrialOrganization> StartAsync(Seed seed) => new(await OktaEmulator.StartAsync(seed));

    /// <summary>What <c>pulumi</c> has said so far.</summary>
    public string Log => log.ToString();

    /// <summary>A stack with its own state, not deployed yet.</summary>
    public async Task<Trial> StackAsync(
        string yaml,
        string stack = "dev",
        IReadOnlyDictionary<string, string>? credentials = null
    )
    {
        var trial = new Trial(new Surroundings(), "okta-spa", Read(yaml, stack), emulator.Address, log, credentials);
        trials.Add(trial);
        await trial.InitializeAsync();
        return trial;
    }

    /// <summary>Deploys a stack with other settings.</summary>
    /// <exception cref="EngineException">It could not be deployed.</exception>
    public static Task<JsonObject> UpAsync(Trial trial, string yaml, params string[] options)
    {
        trial.Configure(Read(yaml, trial.Stack));
        return trial.UpAsync(options);
    }

    /// <summary>Asks as somebody with a browser and an administrator's account would.</summary>
    public async Task<JsonNode?> ByHandAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    public async Task FailAsync(string method, string path, string answer, int times = 1) =>
        await ByHandAsync(
            HttpMethod.Put,
            "emulator/faults",
            new JsonArray(
                new JsonObject
                {
                    ["method"] = method,
                    ["path"] = path,
                    ["answer"] = answer,
                    ["times"] = times,
                }
            )
        );

    /// <summary>
    /// What changed something since the requests were last forgotten, as <c>POST /api/v1/apps</c>, in order.
    /// </summary>
    public async Task<IReadOnlyList<string>> WritesAsync() =>
        [
            .. from request in (await ByHandAsync(HttpMethod.Get, "emulator/requests"))!.AsArray()
            let method = (string)request!["method"]!
            let path = (string)request["path"]!
            where method != "GET" && path.StartsWith("/api/", StringComparison.Ordinal)
            select $"{method} {path}",
        ];

    public Task ForgetRequestsAsync() => ByHandAsync(HttpMethod.Delete, "emulator/requests");

    public async Task<JsonObject> StateAsync() => (await ByHandAsync(HttpMethod.Get, "emulator/state"))!.AsObject();

    /// <summary>The names of the groups whose members may use an application, by name.</summary>
    public async Task<IReadOnlyList<string>> AccessAsync(string application)
    {
        var state = await StateAsync();
        var names = state["groups"]!
            .AsArray()
            .ToDictionary(group => (string)group!["id"]!, group => (string)group!["profile"]!["name"]!);
        return
        [
            .. (state["assignments"]![application] as JsonArray ?? [])
                .Select(assignment => names[(string)assignment!["id"]!])
                .Order(StringComparer.Ordinal),
        ];
    }

    public async Task<JsonObject> ApplicationAsync(string id) =>
        (await ByHandAsync(HttpMethod.Get, $"api/v1/apps/{id}"))!.AsObject();

    public async ValueTask DisposeAsync()
    {
        foreach (var trial in trials)
            await trial.DisposeAsync();
        http.Dispose();
        await log.DisposeAsync();
        await emulator.DisposeAsync();
    }

    private static StackFile Read(string yaml, string stack) => Companion.Read(yaml, stack);
}
