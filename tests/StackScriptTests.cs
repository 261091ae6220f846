using CliWrap;
using CliWrap.Buffered;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests;

/// <summary><c>.ci/stack</c>: what the workflows do with one stack.</summary>
public sealed class StackScriptTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("okta-spa-stack-").FullName;

    [Theory]
    [InlineData(0, 0, "### `pulumi preview` of qa\n\n~~~~~~~~~~diff\n+   create app\n!   update\n\n~~~~~~~~~~\n")]
    [InlineData(
        1,
        1,
        "### `pulumi preview` of qa: failed\n\n~~~~~~~~~~diff\n+   create app\n!   update\n\n~~~~~~~~~~\n"
    )]
    [InlineData(
        6,
        0,
        "### `pulumi preview` of qa: not deployed yet\n\nThere is no such stack so far: its first deployment creates all that it declares.\n"
    )]
    public async Task A_preview_is_a_comment(int pulumi, int exitCode, string comment)
    {
        using var fake = new FakePulumi($"echo '  + create app'; echo '~   update'; exit {pulumi}");

        var run = await RunAsync(fake, "preview", "qa");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(["preview --stack qa --diff --non-interactive --color never --suppress-progress"], fake.Calls);
        Assert.Equal(comment, Read("comment.md"));
        Assert.Equal(comment, Read("summary"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_deployment_begins_a_stack_that_is_new(int pulumi)
    {
        using var fake = new FakePulumi($"case $command in up*) exit {pulumi} ;; esac");

        var run = await RunAsync(fake, "deploy", "staging");

        Assert.Equal(pulumi, run.ExitCode);
        Assert.Equal(
            [
                "stack select --create staging",
                "up --stack staging --refresh --yes --non-interactive --diff --suppress-progress",
            ],
            fake.Calls
        );
    }

    [Theory]
    [InlineData(0, "Stack qa: Okta is as the state says.\n")]
    [InlineData(7, "### Stack qa: changed in Okta\n\n~~~~~~~~~~\n~ label\n~~~~~~~~~~\n")]
    [InlineData(1, "### Stack qa: could not be compared\n\n~~~~~~~~~~\n~ label\n~~~~~~~~~~\n")]
    public async Task Drift_is_told_in_the_summary_and_fails(int pulumi, string summary)
    {
        using var fake = new FakePulumi($"echo '~ label'; exit {pulumi}");

        var run = await RunAsync(fake, "drift", "qa");

        Assert.Equal(pulumi, run.ExitCode);
        Assert.Equal(summary, Read("summary"));
        Assert.False(File.Exists(Path.Combine(folder, "comment.md")));
        Assert.Equal(
            [
                "refresh --preview-only --expect-no-changes --stack qa --diff --non-interactive --color never --suppress-progress",
            ],
            fake.Calls
        );
    }

    [ProgramFact("jq")]
    public async Task The_environment_of_a_pull_request_is_made_from_the_template_and_its_settings_are_a_comment()
    {
        using var fake = new FakePulumi(
            """
            case $command in
              up*) echo "$PULUMI_SKIP_CHECKPOINTS" >"$here/skip" ;;
              *output*) echo '{ "shop": {}, "portal": {} }' ;;
            esac
            """
        );
        Write("stacks/Pulumi.pr.yaml", "template\n");
        Write(
            "okta-spa",
            """
            #!/bin/sh
            case $1 in
              stacks) echo '{ "stacks": [{ "file": "stacks/Pulumi.pr.yaml", "pullRequestTemplate": true }] }' ;;
              settings) echo "settings of $2 in $4" ;;
            esac
            """
        );

        var run = await RunAsync(fake, "create", "pr-12");

        Assert.Equal((0, ""), (run.ExitCode, run.StandardError));
        Assert.Equal("template\n", Read("stacks/Pulumi.pr-12.yaml"));
        Assert.Equal("true\n", fake.Read("skip"));
        Assert.Equal(
            """
            ### The environment of this pull request: stack `pr-12`

            portal:

            ~~~sh
            settings of portal in pr-12
            ~~~

            shop:

            ~~~sh
            settings of shop in pr-12
            ~~~

            """,
            Read("comment.md")
        );
    }

    [Theory]
    [InlineData(0, true)]
    // There is no such stack.
    [InlineData(6, true)]
    [InlineData(1, false)]
    public async Task The_environment_of_a_closed_pull_request_is_gone(int pulumi, bool isGone)
    {
        using var fake = new FakePulumi($"exit {pulumi}");

        var run = await RunAsync(fake, "destroy", "pr-12");

        Assert.Equal(isGone ? 0 : pulumi, run.ExitCode);
        Assert.Equal(["destroy --stack pr-12 --remove --yes --non-interactive --suppress-progress"], fake.Calls);
        Assert.Equal(isGone, File.Exists(Path.Combine(folder, "comment.md")));
    }

    [Theory]
    [InlineData("destroy", "prod")]
    [InlineData("destroy", "pr-")]
    [InlineData("destroy", "pr-1x")]
    [InlineData("create", "pr")]
    [InlineData("nonsense", "dev")]
    public async Task What_is_not_meant_for_a_stack_is_not_done(string operation, string stack)
    {
        using var fake = new FakePulumi("");

        var run = await RunAsync(fake, operation, stack);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(fake.Calls);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("0oa1", false)]
    public async Task Where_it_fails_without_credentials_the_environment_that_lacks_them_is_named(
        string? client,
        bool isTold
    )
    {
        using var fake = new FakePulumi("exit 255");

        var run = await RunAsync(fake, "deploy", "staging", client);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal(
            isTold,
            run.StandardOutput.Contains("the environment github-staging has no", StringComparison.Ordinal)
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
    }

    private Task<BufferedCommandResult> RunAsync(
        FakePulumi fake,
        string operation,
        string stack,
        string? client = "0oa1"
    ) =>
        CliWrap
            .Cli.Wrap("sh")
            .WithArguments([Path.Combine(Repository.Root, ".ci/stack"), operation, stack])
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(variables =>
                variables
                    .Set("PATH", $"{Path.GetDirectoryName(fake.Path)}:{Environment.GetEnvironmentVariable("PATH")}")
                    .Set("GITHUB_STEP_SUMMARY", Path.Combine(folder, "summary"))
                    .Set("ENVIRONMENT", $"github-{stack}")
                    .Set("OKTA_API_CLIENT_ID", client)
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
}
