using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Cli;

public sealed class SweepTests
{
    private const string Listing = """
        [{"name":"dev","resourceCount":7},
         {"name":"pr-12","current":true,"resourceCount":4},
         {"name":"pr-101","resourceCount":1},
         {"name":"pr-15","resourceCount":4},
         {"name":"pr-1x"}, {"name":"pr-007"}, {"name":"my-pr-9"}, {"name":"pr"}, {"name":"PR-9"},
         {"name":"organization/okta-spa/pr-33"},
         {"name":"organization/other/pr-34"},
         {"name":"acme/okta-spa/pr-35"},
         {"name":"acme/pr-36","updateInProgress":false},
         {"name":"pr-40","updateInProgress":true}]
        """;

    [Fact]
    public async Task A_dry_run_says_what_would_be_destroyed_and_destroys_nothing()
    {
        using var pulumi = Backend();

        var run = await Companion.RunAsync(["sweep", "--open", "12"], "", pulumi.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            pr-12 stays: its pull request is open
            pr-40 is skipped: an update of it is running
            pr-15 would be destroyed: 4 resources
            organization/okta-spa/pr-33 would be destroyed
            pr-101 would be destroyed: 1 resource
            A dry run: nothing was destroyed. --yes destroys 3 stacks.

            """,
            run.Out
        );
        Assert.Equal(["stack ls --json"], pulumi.Calls);
    }

    [Theory]
    [InlineData("12,15", "")]
    [InlineData("-", "12\n15\n")]
    [InlineData("-", "12,15")]
    [InlineData(" 15, 12 ,", "")]
    public async Task Environments_whose_pull_request_is_not_open_are_destroyed_and_no_other_stack(
        string open,
        string input
    )
    {
        using var pulumi = Backend();

        var run = await Companion.RunAsync(["sweep", "--open", open, "--yes"], input, pulumi.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "stack ls --json",
                "destroy --yes --skip-preview --remove --suppress-progress --stack organization/okta-spa/pr-33",
                "destroy --yes --skip-preview --remove --suppress-progress --stack pr-101",
            ],
            pulumi.Calls
        );
        Assert.EndsWith("2 stacks destroyed, 0 failed.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_failure_does_not_stop_the_others_and_is_told()
    {
        using var pulumi = Backend("""*pr-33) echo "error: the stack is currently locked" >&2; exit 1 ;;""");

        var run = await Companion.RunAsync(["sweep", "--none-open", "--yes"], "", pulumi.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            pr-40 is skipped: an update of it is running
            pr-12 is destroyed and removed
            pr-15 is destroyed and removed
            organization/okta-spa/pr-33 could not be destroyed; the reason stands above
            pr-101 is destroyed and removed
            3 stacks destroyed, 1 failed (organization/okta-spa/pr-33).

            """,
            run.Out
        );
        Assert.Contains("error: the stack is currently locked", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stacks_of_an_organization_are_swept_when_it_is_named()
    {
        using var pulumi = Backend();

        var run = await Companion.RunAsync(
            ["sweep", "--none-open", "--organization", "acme", "--yes"],
            "",
            pulumi.Path
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("stack ls --json --organization acme", pulumi.Calls[0]);
        Assert.Equal(
            ["pr-12", "pr-15", "acme/okta-spa/pr-35", "acme/pr-36", "pr-101"],
            pulumi.Calls.Skip(1).Select(call => call[(call.LastIndexOf(' ') + 1)..])
        );
    }

    [Fact]
    public async Task What_was_not_begun_when_it_was_interrupted_is_told()
    {
        using var pulumi = Backend();

        var run = await Companion.RunAsync(["sweep", "--open", "12", "--yes"], "", pulumi.Path, new(canceled: true));

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("0 stacks destroyed, 0 failed, 3 not begun.\n", run.Out, StringComparison.Ordinal);
        Assert.Single(pulumi.Calls);
    }

    [Fact]
    public async Task Where_nothing_is_left_over_that_is_said()
    {
        using var pulumi = Backend();

        var run = await Companion.RunAsync(["sweep", "--open", "12,15,33,101", "--yes"], "", pulumi.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("Nothing is left over.\n", run.Out, StringComparison.Ordinal);
        Assert.Single(pulumi.Calls);
    }

    [Theory]
    [InlineData("", "", "Say which pull requests are open, with --open 12,15, or that none is, with --none-open.")]
    [InlineData(
        "--open -",
        "",
        "The list of open pull requests is empty. If that is so, say --none-open; else what made the list has failed."
    )]
    [InlineData(
        "--open ,",
        "",
        "The list of open pull requests is empty. If that is so, say --none-open; else what made the list has failed."
    )]
    [InlineData("--open 12 --none-open", "", "--none-open contradicts --open. Keep one of them.")]
    [InlineData(
        "--open 12,x",
        "",
        "\"x\" is not the number of a pull request. Write numbers with commas between them, as in --open 12,15."
    )]
    [InlineData(
        "--open 012",
        "",
        "\"012\" is not the number of a pull request. Write numbers with commas between them, as in --open 12,15."
    )]
    [InlineData(
        "--open -",
        "gh: no such repository",
        "\"gh:\" is not the number of a pull request. Write numbers with commas between them, as in --open 12,15."
    )]
    public async Task A_list_that_cannot_be_right_sweeps_nothing(string arguments, string input, string message)
    {
        using var pulumi = Backend();

        var run = await Companion.RunAsync(
            ["sweep", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--yes"],
            input,
            pulumi.Path
        );

        Assert.Equal((2, "", $"okta-spa: {message}\n"), (run.ExitCode, run.Out, run.Error));
        Assert.Empty(pulumi.Calls);
    }

    [Theory]
    [InlineData(
        "echo 'error: not logged in' >&2; exit 3",
        "okta-spa: pulumi stack ls --json failed:\nerror: not logged in\n"
    )]
    [InlineData("echo nonsense", "okta-spa: pulumi stack ls --json did not answer a list of stacks.\n")]
    [InlineData("echo '{}'", "okta-spa: pulumi stack ls --json did not answer a list of stacks.\n")]
    [InlineData("echo '[{}]'", "okta-spa: pulumi stack ls --json did not answer a list of stacks.\n")]
    [InlineData("echo '[null]'", "okta-spa: pulumi stack ls --json did not answer a list of stacks.\n")]
    public async Task A_listing_that_fails_sweeps_nothing(string behavior, string message)
    {
        using var pulumi = new FakePulumi(behavior);

        var run = await Companion.RunAsync(["sweep", "--none-open", "--yes"], "", pulumi.Path);

        Assert.Equal((1, "", message), (run.ExitCode, run.Out, run.Error));
        Assert.Single(pulumi.Calls);
    }

    private static FakePulumi Backend(string more = "") =>
        new(
            $"""
            case $command in
            {more}
            "stack ls "*) cat <<'END'
            {Listing}
            END
            ;;
            *) echo "Destroying" ;;
            esac
            """
        );
}
