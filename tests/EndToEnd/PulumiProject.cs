using System.Text.Json.Nodes;
using OktaSpa.Cli;
using OktaSpa.Cli.Engine;

namespace OktaSpa.Tests.EndToEnd;

/// <summary>A project named okta-spa with a stack dev, for the real Pulumi CLI, with nothing of its user's.</summary>
public sealed class PulumiProject : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("okta-spa-project-");
    private readonly PulumiCli pulumi;
    private bool isBegun;

    public PulumiProject()
    {
        Folder = root.CreateSubdirectory("project").FullName;
        pulumi = new(
            "pulumi",
            Folder,
            new Dictionary<string, string?>
            {
                ["PULUMI_HOME"] = root.CreateSubdirectory("home").FullName,
                ["PULUMI_BACKEND_URL"] = new Uri(root.CreateSubdirectory("state").FullName).AbsoluteUri,
                ["PULUMI_CONFIG_PASSPHRASE"] = "",
                ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
            }
        );
    }

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string Folder { get; }

    /// <summary>What the CLI reads of the stack's configuration; null where it refuses the files.</summary>
    /// <param name="project">The text of Pulumi.yaml.</param>
    /// <param name="write">Writes what is to be read.</param>
    /// <param name="stack">The stack, as its user names it.</param>
    internal async Task<JsonObject?> ConfigAsync(string project, Action<string> write, string stack = "dev")
    {
        if (!isBegun)
        {
            Write("Pulumi.yaml", "name: okta-spa\nruntime: dotnet\n");
            _ = await pulumi.ReadAsync("stack", "init", "dev");
            isBegun = true;
        }
        File.Delete(Path.Combine(Folder, "Pulumi.dev.yaml"));
        Write("Pulumi.yaml", project);
        write(Folder);
        try
        {
            return JsonNode.Parse(await pulumi.ReadAsync("config", "--json", "--stack", stack))!.AsObject();
        }
        catch (EngineException)
        {
            return null;
        }
    }

    public void Dispose() => root.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);
}
