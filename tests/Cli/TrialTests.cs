using System.Text.Json.Nodes;
using OktaSpa.Cli;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Stacks;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Cli;

public sealed class TrialTests : IDisposable
{
    private const string Outputs = """{"storefront":{"clientId":"0oa1"}}""";

    private static readonly Uri Organization = new("http://127.0.0.1:4711/");

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("okta-spa-home-");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task A_stack_is_deployed_shown_and_destroyed()
    {
        using var pulumi = Fake();
        using var log = new StringWriter();

        await using (
            var trial = new Trial(Machine(pulumi), "okta-spa", Companion.Read(Companion.Right), Organization, log)
        )
            Assert.Equal(Outputs, (await trial.UpAsync()).ToJsonString());

        Assert.Equal(
            [
                "stack init dev",
                "up --yes --skip-preview --suppress-outputs --suppress-progress --stack dev",
                "stack output --json --stack dev",
                "state unprotect --all --yes --stack dev",
                "destroy --yes --skip-preview --remove --suppress-progress --stack dev",
            ],
            pulumi.Calls
        );
        Assert.Contains("deployed", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_project_holds_the_settings_of_the_stack_and_the_address_of_the_organization_and_nothing_else()
    {
        using var pulumi = Fake("cp Pulumi.yaml Pulumi.dev.yaml \"$here\"");
        var text = Companion.Right.Replace(
            "config:\n",
            "secretsprovider: awskms://key\nencryptionsalt: v1:xx\nenvironment: [prod]\nconfig:\n  okta:accessToken: { secure: v1:zz }\n",
            StringComparison.Ordinal
        );

        await DeployAsync(pulumi, Companion.Read(text));

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """
                    {"config": {
                        "okta:orgName": "dev-00000000",
                        "okta:baseUrl": "okta.com",
                        "okta-spa:settings": {"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}},
                        "okta:httpProxy": "http://127.0.0.1:4711"
                    }}
                    """
                ),
                JsonNode.Parse(pulumi.Read("Pulumi.dev.yaml"))
            ),
            pulumi.Read("Pulumi.dev.yaml")
        );
        var project = JsonNode.Parse(pulumi.Read("Pulumi.yaml"))!;
        Assert.Equal(("okta-spa", "dotnet"), ((string)project["name"]!, (string)project["runtime"]!["name"]!));
        Assert.True(File.Exists((string)project["runtime"]!["options"]!["binary"]!));
    }

    [Fact]
    public async Task Neither_credentials_nor_backend_of_the_user_reach_it()
    {
        using var pulumi = Fake("env >\"$here/env\"");

        await DeployAsync(
            pulumi,
            variables: new Dictionary<string, string?>
            {
                ["OKTA_ACCESS_TOKEN"] = "mine",
                ["OKTA_API_TOKEN"] = "mine",
                ["OKTA_API_PRIVATE_KEY"] = "mine",
                ["OKTA_CLIENT_PROXY_HOST"] = "mine",
                ["PULUMI_ACCESS_TOKEN"] = "mine",
                ["PULUMI_BACKEND_URL"] = "mine",
                ["PULUMI_CONFIG_PASSPHRASE_FILE"] = "mine",
                ["PULUMI_STACK"] = "mine",
                ["PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES"] = "theirs",
                ["UNRELATED"] = "kept",
            }
        );

        var variables = pulumi.Read("env").Split('\n');
        Assert.DoesNotContain(
            variables,
            variable =>
                variable.Contains("mine", StringComparison.Ordinal)
                || variable.Contains(home.FullName, StringComparison.Ordinal)
        );
        foreach (
            var variable in new[]
            {
                "UNRELATED=kept",
                "PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES=theirs",
                "PULUMI_CONFIG_PASSPHRASE=",
                "PULUMI_SKIP_CHECKPOINTS=true",
                "OKTA_API_TOKEN=any",
            }
        )
            Assert.Contains(variable, variables);
        Assert.Contains(
            variables,
            variable => variable.StartsWith("PULUMI_BACKEND_URL=file:///", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(null, ".pulumi")]
    [InlineData("elsewhere", "elsewhere")]
    public async Task Plugins_that_the_user_has_are_used_and_stay(string? pulumiHome, string folder)
    {
        var plugin = Path.Combine(home.CreateSubdirectory(Path.Combine(folder, "plugins")).FullName, "resource-okta");
        await File.WriteAllTextAsync(plugin, "");
        using var pulumi = Fake("ls \"$PULUMI_HOME/plugins\" >\"$here/plugins\"");

        await DeployAsync(
            pulumi,
            variables: pulumiHome is null ? [] : new() { ["PULUMI_HOME"] = Path.Combine(home.FullName, pulumiHome) }
        );

        Assert.Equal("resource-okta\n", pulumi.Read("plugins"));
        Assert.True(File.Exists(plugin));
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        using var pulumi = Fake("pwd >\"$here/folder\"");

        await DeployAsync(pulumi);

        var folder = Path.GetDirectoryName(pulumi.Read("folder").Trim())!;
        Assert.Contains("okta-spa-try-", folder, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("error: something else", "stack dev could not be deployed; the reason stands above.")]
    [InlineData(
        "error: no language plugin 'pulumi-language-dotnet' found in the workspace or on your $PATH",
        "stack dev could not be deployed; the reason stands above. pulumi-language-dotnet is missing, which comes with pulumi: install it anew from https://www.pulumi.com/docs/install/."
    )]
    [InlineData(
        "error: install the plugin using `pulumi plugin install resource okta v6.11.0`",
        "stack dev could not be deployed; the reason stands above. The Okta provider is missing, and could not be downloaded: run pulumi plugin install resource okta v6.11.0 where there is a network."
    )]
    public async Task A_stack_that_cannot_be_deployed_is_destroyed_with_a_word_on_what_is_missing(
        string reason,
        string message
    )
    {
        using var pulumi = Fake($"pwd >\"$here/folder\"; cat <<'END' >&2\n{reason}\nEND\nexit 1");

        var exception = await Assert.ThrowsAsync<EngineException>(() => DeployAsync(pulumi));

        Assert.Equal(message, exception.Message);
        Assert.StartsWith("destroy ", pulumi.Calls[^1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(pulumi.Read("folder").Trim()));
    }

    private async Task DeployAsync(
        FakePulumi pulumi,
        StackFile? file = null,
        Dictionary<string, string?>? variables = null
    )
    {
        using var log = new StringWriter();
        await using var trial = new Trial(
            Machine(pulumi, variables),
            "okta-spa",
            file ?? Companion.Read(Companion.Right),
            Organization,
            log
        );
        await trial.UpAsync();
    }

    private Surroundings Machine(FakePulumi pulumi, Dictionary<string, string?>? variables = null) =>
        new()
        {
            Pulumi = pulumi.Path,
            Variables = new Dictionary<string, string?>(variables ?? []) { ["HOME"] = home.FullName },
        };

    private static FakePulumi Fake(string up = "") =>
        new(
            $"""
            case $command in
            "up "*) echo deployed
            {up}
            ;;
            "stack output "*) echo '{Outputs}' ;;
            esac
            """
        );
}
