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
            Jobs(Read(workflow)).Where(job => Called(job) is null),
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
                Assert.False(IsTrusted(job));
            }
        );
    }

    // sweep has its own: it asks which pull requests are open, which no other may.
    [Fact]
    public void The_credentials_stand_in_one_workflow_that_others_call_and_in_sweep()
    {
        Assert.Equal(
            ["pulumi.yml", "sweep.yml"],
            Directory
                .GetFiles(Path.Combine(Root, ".github"), "*.yml", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file).Contains("secrets.", StringComparison.OrdinalIgnoreCase))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            AllJobs(),
            job =>
            {
                if (job.Children.TryGetValue("secrets", out var secrets))
                    Assert.Equal(("inherit", "pulumi.yml"), (Text(secrets), Called(job)));
            }
        );
    }

    // What one run leaves in the cache is code of the next.
    [Theory]
    [MemberData(nameof(Workflows))]
    public void What_earlier_runs_left_is_not_taken_where_there_are_credentials(string workflow) =>
        Assert.All(
            Jobs(Read(workflow)).Where(IsTrusted),
            job =>
                Assert.DoesNotContain(
                    Scalars(job),
                    text =>
                        text.StartsWith("actions/cache", StringComparison.Ordinal)
                        || text == "./.github/actions/companion"
                )
        );

    // A stack is whatever has a file: whoever adds one changes no workflow.
    [Fact]
    public void No_stack_is_named()
    {
        var calls = AllJobs().Where(job => Called(job) == "pulumi.yml").ToList();

        Assert.NotEmpty(calls);
        Assert.All(
            calls,
            job =>
            {
                var (stack, environment) = (Text(job["with"]["stack"]), Text(job["with"]["environment"]));
                if (stack == "${{ matrix.stack }}")
                {
                    Assert.Matches(
                        @"^\$\{\{ fromJSON\(needs\.stacks\.outputs\.[a-z]+\) }}$",
                        Text(job["strategy"]["matrix"]["stack"])
                    );
                    Assert.Matches(@"^\$\{\{ matrix\.stack }}(-[a-z]+)?$", environment);
                }
                else
                {
                    Assert.Equal("pr-${{ github.event.pull_request.number }}", stack);
                }
            }
        );
        Assert.All(
            ScriptsAndWorkflows(),
            file => Assert.DoesNotMatch("(--stack|stack select|stack select --create) [^\"-]", File.ReadAllText(file))
        );
    }

    [Fact]
    public void Production_is_deployed_after_the_others_and_each_stack_in_its_own_environment()
    {
        var jobs = (YamlMappingNode)Read("deploy.yml")["jobs"];

        Assert.Equal(
            "${{ fromJSON(needs.stacks.outputs.others) }}",
            Text(jobs["others"]["strategy"]["matrix"]["stack"])
        );
        Assert.Equal(
            "${{ fromJSON(needs.stacks.outputs.production) }}",
            Text(jobs["production"]["strategy"]["matrix"]["stack"])
        );
        Assert.Equal(["stacks", "others"], Scalars(jobs["production"]["needs"]));
        // There may be no others, which is no failure.
        Assert.Contains("!failure() && !cancelled()", Text(jobs["production"]["if"]), StringComparison.Ordinal);
        Assert.All(
            jobs.Children.Values.Where(job => Called((YamlMappingNode)job) == "pulumi.yml"),
            job => Assert.Equal("${{ matrix.stack }}", Text(job["with"]["environment"]))
        );
    }

    // --ignore-protect, PULUMI_OPTION_IGNORE_PROTECT, `pulumi state unprotect`
    [Fact]
    public void Nothing_defeats_the_protection_of_applications() =>
        Assert.All(
            ScriptsAndWorkflows(),
            file => Assert.DoesNotMatch("(?i)ignore[-_]?protect|unprotect", File.ReadAllText(file))
        );

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
        var trusted = Jobs(file).Where(IsTrusted).ToList();

        Assert.NotEmpty(trusted);
        Assert.All(trusted, job => Assert.Equal("false", Text((whole ?? job["concurrency"])["cancel-in-progress"])));
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
                Assert.Matches(
                    @"^(\./\.github/(actions/[a-z]+|workflows/[a-z-]+\.yml)|[\w-]+/[\w-]+@[0-9a-f]{40})$",
                    uses
                );
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

    private static IEnumerable<string> ScriptsAndWorkflows() =>
        Directory
            .GetFiles(Path.Combine(Root, ".github"), "*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Root, ".ci")));

    private static YamlMappingNode Read(string workflow) => Parse($".github/workflows/{workflow}");

    private static YamlMappingNode Parse(string file)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Root, file));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> AllJobs() =>
        Directory
            .GetFiles(Path.Combine(Root, ".github/workflows"))
            .SelectMany(file => Jobs(Read(Path.GetFileName(file))));

    private static IEnumerable<YamlMappingNode> Jobs(YamlMappingNode workflow) =>
        ((YamlMappingNode)workflow["jobs"]).Children.Values.Cast<YamlMappingNode>();

    /// <summary>The file of the workflow that a job calls; null where it runs by itself.</summary>
    private static string? Called(YamlMappingNode job) =>
        job.Children.TryGetValue("uses", out var workflow) ? Path.GetFileName(Text(workflow)) : null;

    /// <summary>Whether a job has credentials, or a token of more use than reading.</summary>
    private static bool IsTrusted(YamlMappingNode job) =>
        job.Children.ContainsKey("environment") || Scalars(job).Any(text => SecretOrToken().IsMatch(text));

    private static IEnumerable<string> Triggers(YamlMappingNode workflow) =>
        workflow["on"] is YamlMappingNode events ? events.Children.Keys.Select(Text) : Scalars(workflow["on"]);

    private static IEnumerable<YamlMappingNode> Mappings(YamlNode node) => node.AllNodes.OfType<YamlMappingNode>();

    private static IEnumerable<string> Scalars(YamlNode node) => node.AllNodes.OfType<YamlScalarNode>().Select(Text);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    [GeneratedRegex(@"\bsecrets\b|github\.token", RegexOptions.IgnoreCase)]
    private static partial Regex SecretOrToken();
}
