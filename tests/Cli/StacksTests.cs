using System.Text.Json.Nodes;
using OktaSpa.Cli.Commands;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Tests.Cli;

public sealed class StacksTests
{
    [Fact]
    public async Task Each_stack_is_listed_with_its_file_and_whether_it_is_production()
    {
        var run = await Companion.RunAsync("stacks");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            dev   Pulumi.dev.yaml
            pr    Pulumi.pr.yaml    template of pull requests
            prod  Pulumi.prod.yaml  production

            """,
            run.Out
        );
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Programs_get_the_same_as_JSON()
    {
        var run = await Companion.RunAsync("stacks", "--format", "json");

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """
                    {
                      "stacks": [
                        { "name": "dev", "file": "Pulumi.dev.yaml", "production": false, "pullRequestTemplate": false },
                        { "name": "pr", "file": "Pulumi.pr.yaml", "production": false, "pullRequestTemplate": true },
                        { "name": "prod", "file": "Pulumi.prod.yaml", "production": true, "pullRequestTemplate": false }
                      ]
                    }
                    """
                ),
                JsonNode.Parse(run.Out)
            ),
            run.Out
        );
    }

    [Fact]
    public void Of_a_stack_whose_file_is_wrong_nobody_can_tell_what_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("okta-spa-stacks-");
        File.WriteAllText(Path.Combine(folder.FullName, "Pulumi.yaml"), "name: okta-spa\nruntime: dotnet\n");
        File.WriteAllText(Path.Combine(folder.FullName, "Pulumi.qa.yaml"), Companion.Right);
        File.WriteAllText(
            Path.Combine(folder.FullName, "Pulumi.wrong.yaml"),
            Companion.Right.Replace("production: false", "production: maybe", StringComparison.Ordinal)
        );

        var text = StacksCommand.Show(Project.In(folder.FullName), isJson: false);
        var json = JsonNode.Parse(StacksCommand.Show(Project.In(folder.FullName), isJson: true))!["stacks"]!;
        folder.Delete(recursive: true);

        Assert.EndsWith("Pulumi.wrong.yaml  wrong: okta-spa check says why", text, StringComparison.Ordinal);
        Assert.Equal(
            [("qa", "false"), ("wrong", "null")],
            json.AsArray().Select(stack => ((string)stack!["name"]!, stack["production"]?.ToJsonString() ?? "null"))
        );
    }
}
