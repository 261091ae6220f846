using OktaSpa.Tests.Support;

namespace OktaSpa.Tests;

/// <summary>
/// What this repository's own workflows do, where they are there: whoever uses it may delete them, and add others.
/// </summary>
public sealed class OwnWorkflowTests
{
    private const string Deploy = ".github/workflows/deploy.yml";
    private const string Pulumi = ".github/workflows/pulumi.yml";
    private const string ReviewComment = ".github/workflows/review-comment.yml";
    private const string Sweep = ".github/workflows/sweep.yml";

    private static readonly IReadOnlyList<string> Own =
    [
        .. new[]
        {
            ".github/actions/companion/action.yml",
            ".github/actions/pulumi/action.yml",
            ".github/workflows/ci.yml",
            Deploy,
            ".github/workflows/drift.yml",
            ".github/workflows/list-stacks.yml",
            ".github/workflows/pr-environment.yml",
            ".github/workflows/preview.yml",
            Pulumi,
            ReviewComment,
            ".github/workflows/review.yml",
            Sweep,
        }.Where(GitHubFiles.Have),
    ];

    private static IEnumerable<Job> Jobs => Own.SelectMany(Job.In);

    // What an environment's secrets are for stands once. sweep has its own: it asks for pull requests, which no other
    // may.
    [GitHubFact(Pulumi)]
    public void The_credentials_stand_in_one_workflow_that_others_call_and_in_sweep()
    {
        Assert.All(
            Own.Except([Pulumi, Sweep]),
            file => Assert.DoesNotContain("secrets.", Text(file), StringComparison.OrdinalIgnoreCase)
        );
        Assert.All(
            Jobs.Where(job => job.Node.Value("secrets") is not null),
            job => Assert.Equal(("inherit", "pulumi.yml"), (job.Node.Text("secrets"), job.Called))
        );
    }

    // A stack is whatever has a file: whoever adds one changes no workflow.
    [GitHubFact(Pulumi)]
    public void No_stack_is_named()
    {
        Assert.All(
            Jobs.Where(job => job.Called == "pulumi.yml"),
            job =>
            {
                var (stack, environment) = (job.Node.Text("with", "stack"), job.Node.Text("with", "environment"));
                if (stack == "${{ matrix.stack }}")
                {
                    Assert.Matches(
                        @"^\$\{\{ fromJSON\(needs\.stacks\.outputs\.[a-z]+\) }}$",
                        job.Node.Text("strategy", "matrix", "stack")
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
            Own.Append(".ci/stack"),
            file => Assert.DoesNotMatch("(--stack|stack select|stack select --create) [^\"-]", Text(file))
        );
    }

    [GitHubFact(Deploy)]
    public void Production_is_deployed_after_the_others_and_each_stack_in_its_own_environment()
    {
        var jobs = Job.In(Deploy).ToDictionary(job => job.Name);

        Assert.Equal(
            "${{ fromJSON(needs.stacks.outputs.others) }}",
            jobs["others"].Node.Text("strategy", "matrix", "stack")
        );
        Assert.Equal(
            "${{ fromJSON(needs.stacks.outputs.production) }}",
            jobs["production"].Node.Text("strategy", "matrix", "stack")
        );
        Assert.Equal(["stacks", "others"], jobs["production"].Node["needs"].Scalars());
        // There may be no others, which is no failure.
        Assert.Contains("!failure() && !cancelled()", jobs["production"].Node.Text("if"), StringComparison.Ordinal);
        Assert.All(
            jobs.Values.Where(job => job.Called == "pulumi.yml"),
            job => Assert.Equal("${{ matrix.stack }}", job.Node.Text("with", "environment"))
        );
    }

    [GitHubFact(ReviewComment)]
    public void The_comment_is_posted_by_a_job_that_runs_no_action_and_no_code_of_the_repository()
    {
        var job = Assert.Single(Job.In(ReviewComment));

        Assert.All(job.Steps, step => Assert.Null(step.Value("uses")));
        Assert.Equal(["actions", "pull-requests"], job.Permissions.Keys);
    }

    // What follows untrusted text can be hidden by it: <!-- at its end is enough.
    [GitHubFact(ReviewComment)]
    public void Where_a_comment_comes_from_stands_before_its_text()
    {
        var script = Assert
            .Single(
                Assert.Single(Job.In(ReviewComment)).Steps,
                step => step.Text("name") == "Write or update the comment"
            )
            .Text("run");
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

    // The published build is made by rewriting this line of Pulumi.yaml.
    [GitHubFact(".github/actions/pulumi/action.yml")]
    public void What_the_pulumi_action_looks_for_is_where_it_looks()
    {
        Assert.Matches("(?m)^runtime: dotnet$", Text("Pulumi.yaml"));
        Assert.Matches(
            "<PackageVersion Include=\"Pulumi\\.Okta\" Version=\"[0-9.]+\"",
            Text("Directory.Packages.props")
        );
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", Text(".pulumi-version"));
    }

    // --ignore-protect, PULUMI_OPTION_IGNORE_PROTECT, `pulumi state unprotect`
    [Fact]
    public void No_script_defeats_the_protection_of_applications() =>
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, ".ci")),
            file => Assert.DoesNotMatch("(?i)ignore[-_]?protect|unprotect", File.ReadAllText(file))
        );

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));
}
