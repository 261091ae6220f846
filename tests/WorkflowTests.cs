using System.Text.RegularExpressions;
using OktaSpa.Tests.Support;
using YamlDotNet.RepresentationModel;
using YamlNode = YamlDotNet.RepresentationModel.YamlNode;

namespace OktaSpa.Tests;

/// <summary>House rules of the GitHub workflows, beyond what actionlint and zizmor know.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Root = Repository.Root;

    public static TheoryData<string> Workflows { get; } =
        new(
            Directory
                .GetFiles(Path.Combine(Root, ".github/workflows"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)!
        );

    public static TheoryData<string> Actions { get; } =
        new(
            Directory
                .GetFiles(Path.Combine(Root, ".github"), "*.yml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file))
        );

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_gives_no_permission_at_the_top_and_names_each_jobs(string workflow)
    {
        var file = Read(workflow);

        Assert.Empty(Assert.IsType<YamlMappingNode>(file["permissions"]));
        Assert.All(Jobs(file), job => Assert.NotEmpty(Assert.IsType<YamlMappingNode>(job["permissions"])));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_job_ends_by_itself_on_a_fixed_machine(string workflow) =>
        Assert.All(
            Jobs(Read(workflow)),
            job =>
            {
                Assert.InRange(int.Parse(Text(job["timeout-minutes"]), null), 1, 60);
                Assert.Matches(@"^ubuntu-\d", Text(job["runs-on"]));
            }
        );

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Nothing_runs_for_a_pull_request_with_the_bases_rights(string workflow) =>
        Assert.DoesNotContain("pull_request_target", Triggers(Read(workflow)));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void What_a_forks_pull_request_reaches_has_nothing_to_steal(string workflow)
    {
        var file = Read(workflow);
        if (!Triggers(file).Contains("pull_request"))
            return;

        // A job of this repository's own pull requests says so.
        var reached = Jobs(file)
            .Where(job =>
                !(
                    job.Children.TryGetValue("if", out var condition)
                    && Text(condition)
                        .Contains(
                            "github.event.pull_request.head.repo.full_name == github.repository &&",
                            StringComparison.Ordinal
                        )
                    && !Text(condition)
                        .Replace(
                            "(vars.PULUMI_ORGANIZATION != '' || vars.PULUMI_BACKEND_URL != '')",
                            "",
                            StringComparison.Ordinal
                        )
                        .Contains("||", StringComparison.Ordinal)
                )
            );

        Assert.All(
            reached,
            job =>
            {
                Assert.Equal(
                    [("contents", "read")],
                    ((YamlMappingNode)job["permissions"]).Select(pair => (Text(pair.Key), Text(pair.Value)))
                );
                Assert.False(job.Children.ContainsKey("environment"));
                Assert.DoesNotContain(Scalars(job), text => SecretOrToken().IsMatch(text));
            }
        );
    }

    [Fact]
    public void The_comment_is_posted_by_a_job_that_runs_no_action_and_no_code_of_the_repository()
    {
        var job = Assert.Single(Jobs(Read("review-comment.yml")));

        Assert.All(
            (YamlSequenceNode)job["steps"],
            step => Assert.False(((YamlMappingNode)step).Children.ContainsKey("uses"))
        );
        Assert.Equal(
            ["actions", "pull-requests"],
            ((YamlMappingNode)job["permissions"]).Select(pair => Text(pair.Key))
        );
    }

    // What follows untrusted text can be hidden by it: <!-- at its end is enough.
    [Fact]
    public void Where_a_comment_comes_from_stands_before_its_text()
    {
        var script = Text(
            Assert.Single(
                Mappings(Read("review-comment.yml")),
                step => step.Children.TryGetValue("name", out var name) && Text(name) == "Write or update the comment"
            )["run"]
        );
        var body = script[
            script.IndexOf("{body:", StringComparison.Ordinal)..script.IndexOf(">body.json", StringComparison.Ordinal)
        ];

        Assert.InRange(
            body.IndexOf("<sub>", StringComparison.Ordinal),
            0,
            body.IndexOf("$text", StringComparison.Ordinal)
        );
        Assert.EndsWith("+ $text[:60000])}' ", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deploy.yml")]
    [InlineData("pr-environment.yml")]
    [InlineData("sweep.yml")]
    public void What_changes_Okta_is_never_canceled_half_way(string workflow)
    {
        var file = Read(workflow);
        var whole = file.Children.TryGetValue("concurrency", out var concurrency) ? concurrency : null;

        Assert.All(Jobs(file), job => Assert.Equal("false", Text((whole ?? job["concurrency"])["cancel-in-progress"])));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_is_pinned_by_its_commit_and_no_checkout_keeps_its_token(string file)
    {
        var steps = Mappings(Parse(file)).Where(step => step.Children.ContainsKey("uses"));

        Assert.All(
            steps,
            step =>
            {
                var uses = Text(step["uses"]);
                Assert.Matches(@"^(\./\.github/actions/[a-z]+|[\w-]+/[\w-]+@[0-9a-f]{40})$", uses);
                if (uses.StartsWith("actions/checkout@", StringComparison.Ordinal))
                    Assert.Equal("false", Text(step["with"]["persist-credentials"]));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void No_script_is_made_of_an_expression(string file) =>
        Assert.All(
            Mappings(Parse(file)).Where(step => step.Children.ContainsKey("run")),
            step => Assert.DoesNotContain("${{", Text(step["run"]), StringComparison.Ordinal)
        );

    // The published build is made by rewriting this line of Pulumi.yaml.
    [Fact]
    public void What_the_pulumi_action_looks_for_is_where_it_looks()
    {
        Assert.Matches("(?m)^runtime: dotnet$", File.ReadAllText(Path.Combine(Root, "Pulumi.yaml")));
        Assert.Matches(
            "<PackageVersion Include=\"Pulumi\\.Okta\" Version=\"[0-9.]+\"",
            File.ReadAllText(Path.Combine(Root, "Directory.Packages.props"))
        );
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", File.ReadAllText(Path.Combine(Root, ".pulumi-version")));
    }

    private static YamlMappingNode Read(string workflow) => Parse($".github/workflows/{workflow}");

    private static YamlMappingNode Parse(string file)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Root, file));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> Jobs(YamlMappingNode workflow) =>
        ((YamlMappingNode)workflow["jobs"]).Children.Values.Cast<YamlMappingNode>();

    private static IEnumerable<string> Triggers(YamlMappingNode workflow) =>
        workflow["on"] is YamlMappingNode events ? events.Children.Keys.Select(Text) : Scalars(workflow["on"]);

    private static IEnumerable<YamlMappingNode> Mappings(YamlNode node) => node.AllNodes.OfType<YamlMappingNode>();

    private static IEnumerable<string> Scalars(YamlNode node) => node.AllNodes.OfType<YamlScalarNode>().Select(Text);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    [GeneratedRegex(@"\bsecrets\b|github\.token", RegexOptions.IgnoreCase)]
    private static partial Regex SecretOrToken();
}
