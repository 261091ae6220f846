using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OktaSpa.Cli.Stacks;
using OktaSpa.Settings;

namespace OktaSpa.Cli.Engine;

/// <summary>
/// A stack deployed for a while. All that Pulumi keeps - project, settings, state - is in a temporary folder, so that
/// nothing of its user's is read or written; destroyed and gone again whatever happens.
/// </summary>
internal sealed partial class Trial : IAsyncDisposable
{
    // What could send the provider to a real organization, or Pulumi to a real backend, or make it ask.
    private static readonly string[] Foreign = ["OKTA_", "PULUMI_", "TF_", "MAX_API_CAPACITY"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("okta-spa-try-");
    private readonly string project;
    private readonly string configuration;
    private readonly Uri organization;
    private readonly TextWriter log;
    private bool begun;

    /// <param name="surroundings">The machine.</param>
    /// <param name="project">The name of the project.</param>
    /// <param name="file">The stack's file, which has no problem.</param>
    /// <param name="organization">Where the organization is: <c>http</c>, loopback.</param>
    /// <param name="log">Takes what <c>pulumi</c> says.</param>
    /// <param name="credentials">The provider's environment variables; null for an API token that an organization
    /// without a seed lets in.</param>
    public Trial(
        Surroundings surroundings,
        string project,
        StackFile file,
        Uri organization,
        TextWriter log,
        IReadOnlyDictionary<string, string>? credentials = null
    )
    {
        (this.project, Stack, this.organization, this.log) = (project, file.Stack, organization, log);
        var home = folder.CreateSubdirectory("home").FullName;
        var state = folder.CreateSubdirectory("state").FullName;
        var work = folder.CreateSubdirectory("project").FullName;
        if (Plugins(surroundings.Variables) is { } plugins)
            Directory.CreateSymbolicLink(Path.Combine(home, "plugins"), plugins);
        // The program that is part of this one: what was previewed is what is deployed, and no build is waited for.
        Write(
            Path.Combine(work, "Pulumi.yaml"),
            new
            {
                Name = project,
                Runtime = new { Name = "dotnet", Options = new { Binary = typeof(OktaProgram).Assembly.Location } },
            }
        );
        configuration = Path.Combine(work, $"Pulumi.{Stack}.yaml");
        Configure(file);
        var environment = new Dictionary<string, string?>(
            surroundings.Variables.Select(variable =>
                KeyValuePair.Create(variable.Key, IsForeign(variable.Key) ? null : variable.Value)
            ),
            StringComparer.Ordinal
        )
        {
            // Okta's SDKs read ~/.okta/okta.yaml, too.
            ["HOME"] = home,
            ["USERPROFILE"] = home,
            ["PULUMI_HOME"] = home,
            ["PULUMI_BACKEND_URL"] = new Uri(state).AbsoluteUri,
            ["PULUMI_CONFIG_PASSPHRASE"] = "",
            ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
            ["PULUMI_SKIP_CHECKPOINTS"] = "true",
        };
        foreach (var (name, value) in credentials ?? new Dictionary<string, string> { ["OKTA_API_TOKEN"] = "any" })
            environment[name] = value;
        Pulumi = new(surroundings.Pulumi, work, environment);
    }

    /// <summary>The name of the stack.</summary>
    public string Stack { get; }

    /// <summary><c>pulumi</c> in the temporary project.</summary>
    public PulumiCli Pulumi { get; }

    /// <summary>Gives the stack other settings; they count from its next deployment.</summary>
    /// <param name="file">A stack file, right or wrong.</param>
    public void Configure(StackFile file) =>
        Write(
            configuration,
            new
            {
                Config = new Dictionary<string, object?>
                {
                    ["okta:orgName"] = file.Get("okta:orgName"),
                    ["okta:baseUrl"] = file.Get("okta:baseUrl"),
                    [StackSettings.KeyOf(project)] = JsonNode.Parse(file.Get(StackSettings.KeyOf(project))!),
                    // Not a proxy in the usual sense: the provider asks this address instead of the organization's.
                    ["okta:httpProxy"] = organization.GetLeftPart(UriPartial.Authority),
                },
            }
        );

    /// <summary>Makes the stack, empty, where that was not done before.</summary>
    /// <exception cref="EngineException">It could not be made.</exception>
    public async Task InitializeAsync()
    {
        if (begun)
            return;
        _ = await Pulumi.ReadAsync("stack", "init", Stack);
        begun = true;
    }

    /// <summary>Deploys the stack.</summary>
    /// <param name="options">More options of <c>pulumi up</c>.</param>
    /// <returns>Its outputs.</returns>
    /// <exception cref="EngineException">It could not be deployed; says what is missing, where something
    /// is.</exception>
    public async Task<JsonObject> UpAsync(params string[] options)
    {
        await InitializeAsync();
        if (
            await Pulumi.RunAsync(
                log,
                [
                    "up",
                    "--yes",
                    "--skip-preview",
                    "--suppress-outputs",
                    "--suppress-progress",
                    "--stack",
                    Stack,
                    .. options,
                ]
            ) is
            { } said
        )
            throw new EngineException($"stack {Stack} could not be deployed; the reason stands above.{Remedy(said)}");
        return await DeployedStacks.OutputsAsync(Pulumi, project, Stack);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!begun)
                return;
            // What production protects is protected from its users, not from the end of a trial.
            await Pulumi.RunAsync(TextWriter.Null, "state", "unprotect", "--all", "--yes", "--stack", Stack);
            await Pulumi.RunAsync(
                log,
                "destroy",
                "--yes",
                "--skip-preview",
                "--remove",
                "--suppress-progress",
                "--stack",
                Stack
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The folder of the plugins that the user has; null where there is none.</summary>
    // Downloaded once for all that the user does; without the folder, pulumi downloads what it needs into the temporary
    // one.
    public static string? Plugins(IReadOnlyDictionary<string, string?> variables)
    {
        var home =
            variables.GetValueOrDefault("PULUMI_HOME") is { Length: > 0 } set ? set
            : (variables.GetValueOrDefault("HOME") ?? variables.GetValueOrDefault("USERPROFILE"))
                is { Length: > 0 } user
                ? Path.Combine(user, ".pulumi")
            : null;
        return home is not null && Directory.Exists(Path.Combine(home, "plugins"))
            ? Path.GetFullPath(Path.Combine(home, "plugins"))
            : null;
    }

    private static bool IsForeign(string variable) =>
        Foreign.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        && !variable.StartsWith("PULUMI_PLUGIN", StringComparison.OrdinalIgnoreCase);

    private static string Remedy(string said) =>
        said.Contains("pulumi-language-dotnet", StringComparison.Ordinal)
            ? " pulumi-language-dotnet is missing, which comes with pulumi: install it anew from https://www.pulumi.com/docs/install/."
        : InstallProvider().Match(said) is { Success: true } install
            ? $" The Okta provider is missing, and could not be downloaded: run {install.Value} where there is a network."
        : "";

    // JSON is YAML.
    private static void Write(string path, object content) =>
        File.WriteAllText(path, JsonSerializer.Serialize(content, JsonFormat.Options));

    [GeneratedRegex("pulumi plugin install resource okta [^` ]+")]
    private static partial Regex InstallProvider();
}
