using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Cli;

public sealed class CheckTests
{
    [Fact]
    public async Task All_stack_files_of_the_project_are_read_and_counted()
    {
        var run = await Companion.RunAsync("check");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("3 stack files read, 0 problems, 0 risks.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_of_every_file_is_told_with_its_place()
    {
        using var companion = new Companion();
        var a = companion.Write(
            "Pulumi.a.yaml",
            Companion
                .Right.Replace("label: Storefront", "label: 010", StringComparison.Ordinal)
                .Replace("access: everyone", "access: all", StringComparison.Ordinal)
        );
        var b = companion.Write("Pulumi.b.yaml", "config: {}\n");

        var run = await Companion.RunAsync("check", a, b, "--format", "json");

        Assert.Equal(2, run.ExitCode);
        var document = JsonNode.Parse(run.Out)!;
        Assert.Equal(["version", "problems", "risks", "notices"], ((JsonObject)document).Select(pair => pair.Key));
        var problems = ((JsonArray)document["problems"]!).Select(problem => (JsonObject)problem!).ToList();
        Assert.All(
            problems,
            problem =>
                Assert.Equal(
                    ["file", "line", "column", "rule", "path", "message", "remedy"],
                    problem.Select(pair => pair.Key)
                )
        );
        Assert.Equal(
            [
                "Pulumi.a.yaml 8 applications.storefront.label",
                "Pulumi.a.yaml 11 applications.storefront.access",
                "Pulumi.b.yaml 1 okta:orgName",
                "Pulumi.b.yaml 1 okta:baseUrl",
                "Pulumi.b.yaml 1 okta-spa:settings",
            ],
            problems.Select(problem =>
                $"{Path.GetFileName((string)problem["file"]!)} {problem["line"]} {problem["path"]}"
            )
        );
    }

    [Fact]
    public async Task People_get_a_table_with_places_and_remedies()
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.a.yaml",
            Companion.Right.Replace("https://app.example.com", "http://app.example.com", StringComparison.Ordinal)
        );

        var run = await Companion.RunAsync("check", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("applications.storefront.baseUris[0]", run.Out, StringComparison.Ordinal);
        Assert.Contains("use https", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            ":10:13",
            run.Out.ReplaceLineEndings("")
                .Replace("│", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task The_same_origin_trusted_by_two_stacks_of_one_organization_is_a_problem_in_both()
    {
        using var companion = new Companion();
        var a = companion.Write("Pulumi.a.yaml", Companion.Right);
        var b = companion.Write(
            "Pulumi.b.yaml",
            Companion.Right.Replace(
                "access: everyone",
                "access: everyone\n        trustedOrigins: [https://app.example.com]",
                StringComparison.Ordinal
            )
        );

        var run = await Companion.RunAsync("check", a, b, "--format", "json");

        Assert.Equal(2, run.ExitCode);
        var problems = ((JsonArray)JsonNode.Parse(run.Out)!["problems"]!)
            .Select(problem => (JsonObject)problem!)
            .ToList();
        Assert.Equal(
            ["10 applications.storefront.baseUris[0]", "12 applications.storefront.trustedOrigins[0]"],
            problems.Select(problem => $"{problem["line"]} {problem["path"]}")
        );
        Assert.All(
            problems,
            problem =>
                Assert.Contains("trustedOriginsManagedElsewhere", (string)problem["remedy"]!, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("check")]
    [InlineData("preview")]
    public async Task A_single_file_is_checked_against_the_others_of_the_project(string command)
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.a.yaml",
            Companion.Right.Replace("https://app.example.com", "http://localhost:8080", StringComparison.Ordinal)
        );

        var run = await Companion.RunAsync(command, file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("stack dev", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("okta:orgName: dev-00000000", "okta:orgName: other")]
    [InlineData("okta:baseUrl: okta.com", "okta:baseUrl: oktapreview.com")]
    [InlineData(
        "production: false",
        "production: false\n    trustedOriginsManagedElsewhere: [https://app.example.com]"
    )]
    [InlineData("access: everyone", "access: everyone\n        trustedOrigins: []")]
    public async Task In_another_organization_or_with_one_owner_it_is_none(string right, string other)
    {
        using var companion = new Companion();
        var a = companion.Write("Pulumi.a.yaml", Companion.Right);
        var b = companion.Write("Pulumi.b.yaml", Companion.Right.Replace(right, other, StringComparison.Ordinal));

        Assert.Equal(0, (await Companion.RunAsync("check", a, b)).ExitCode);
    }

    [Theory]
    [InlineData(
        "label: Storefront",
        "label: Storefront PR_NUMBER",
        "https://app.example.com",
        "http://127.0.0.PR_NUMBER",
        "canonical IPv4"
    )]
    [InlineData(
        "label: Storefront",
        "label: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx PR_NUMBER",
        "https://app.example.com",
        "https://pr-PR_NUMBER.example.com",
        "Okta takes 100"
    )]
    public async Task The_template_must_be_right_for_later_pull_requests_too(
        string label,
        string newLabel,
        string uri,
        string newUri,
        string told
    )
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.pr.yaml",
            Companion
                .Right.Replace(label, newLabel, StringComparison.Ordinal)
                .Replace(uri, newUri, StringComparison.Ordinal)
        );

        var run = await Companion.RunAsync("check", file, "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Out, StringComparison.Ordinal);
        var problem = JsonNode.Parse((await Companion.RunAsync("preview", file, "--format", "json")).Out)!["problems"]![
            0
        ]!;
        Assert.Equal("pr-1", (string)problem["stack"]!);
    }

    [Fact]
    public async Task A_file_that_is_not_text_is_a_problem_among_the_others()
    {
        using var companion = new Companion();
        var file = companion.Write("Pulumi.a.yaml", "");
        await File.WriteAllBytesAsync(file, [0x61, 0x3A, 0x20, 0xE9, 0x0A]);

        var run = await Companion.RunAsync(
            "check",
            file,
            companion.Write("Pulumi.b.yaml", "config: {}\n"),
            "--format",
            "json"
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("this is not UTF-8 text", run.Out, StringComparison.Ordinal);
        Assert.Contains("okta:orgName", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loopback_origin_in_the_organization_of_production_is_a_risk_of_the_files_together()
    {
        using var companion = new Companion();
        var dev = companion.Write(
            "Pulumi.a.yaml",
            Companion.Right.Replace("https://app.example.com", "http://localhost:4711", StringComparison.Ordinal)
        );
        var prod = companion.Write(
            "Pulumi.b.yaml",
            Companion
                .Right.Replace("production: false", "production: true", StringComparison.Ordinal)
                .Replace("everyone", "{ groups: [Engineering] }", StringComparison.Ordinal)
        );

        var run = await Companion.RunAsync("check", dev, prod, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        var risk = Assert.Single((JsonArray)JsonNode.Parse(run.Out)!["risks"]!)!;
        Assert.Equal("Pulumi.a.yaml caution", $"{Path.GetFileName((string)risk["file"]!)} {risk["severity"]}");
        Assert.Contains("http://localhost:4711", (string)risk["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0, "--fail-on", "danger")]
    [InlineData(4, "--fail-on", "caution")]
    public async Task Risks_fail_the_check_from_a_severity_on(int exitCode, params string[] options)
    {
        using var companion = new Companion();
        companion.Write("Pulumi.a.yaml", Risky);

        Assert.Equal(exitCode, (await companion.RunHereAsync(["check", .. options])).ExitCode);
    }

    [Theory]
    [InlineData(0, "danger")]
    [InlineData(4, "caution")]
    [InlineData(0, "caution", "persistent-refresh-token")]
    public async Task A_risk_that_somebody_has_accepted_fails_no_check(
        int exitCode,
        string threshold,
        string? rule = null
    )
    {
        using var companion = new Companion();
        companion.Write(
            "Pulumi.a.yaml",
            rule is null ? Risky : $"{Risky}        acceptedRisks: [{{ rule: {rule}, because: old browsers }}]\n"
        );

        var run = await companion.RunHereAsync(["check", "--fail-on", threshold]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(rule is not null, run.Out.Contains("1 accepted risk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Problems_come_before_the_gate_of_risks()
    {
        using var companion = new Companion();
        companion.Write("Pulumi.a.yaml", Risky);
        companion.Write("Pulumi.b.yaml", "config: {}\n");

        Assert.Equal(2, (await companion.RunHereAsync(["check", "--fail-on", "caution"])).ExitCode);
    }

    [Fact]
    public async Task A_line_each_is_for_editors_the_gravest_first()
    {
        using var companion = new Companion();
        companion.Write("Pulumi.a.yaml", Risky + "---\n");
        companion.Write(
            "Pulumi.b.yaml",
            Companion
                .Right.Replace("label: Storefront", "lable: Storefront", StringComparison.Ordinal)
                .Replace("app.example", "b.example", StringComparison.Ordinal)
        );

        var run = await companion.RunHereAsync(["check", "--format", "line"]);

        var (a, b) = (companion.Shown("Pulumi.a.yaml"), companion.Shown("Pulumi.b.yaml"));
        Assert.Equal(
            $"""
            {b}:8:9: problem unknown-key applications.storefront.lable: there is no key "lable" here. Did you mean label?
            {a}:12:9: caution persistent-refresh-token applications.storefront.refreshToken: a refresh token that is stolen from a browser works until it expires, unnoticed. Rotate refresh tokens.
            {a}:13:1: notice yaml-second-document Pulumi does not read what stands from here on, and removes it when it writes this file. Move it into the first document, or into a file of its own.

            """,
            run.Out
        );
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task GitHub_gets_annotations_in_the_files_of_the_repository()
    {
        using var companion = new Companion();
        companion.Write("stacks/Pulumi.yaml", "");
        companion.Write("Pulumi.yaml", "name: okta-spa\nstackConfigDir: stacks\n");
        companion.Write(
            "stacks/Pulumi.a.yaml",
            Risky.Replace("label: Storefront", "label: Storefront\n        '50%, ::x': 1", StringComparison.Ordinal)
        );
        var workspace = ("GITHUB_WORKSPACE", companion.PathOf(""));

        var github = await companion.RunHereAsync(["check", "--format", "github"], "", workspace);
        var beside = await companion.RunHereAsync(["check"], "", workspace, ("GITHUB_ACTIONS", "true"));
        var preview = await companion.RunHereAsync(
            ["preview", "--format", "json"],
            "",
            workspace,
            ("GITHUB_ACTIONS", "true")
        );
        var elsewhere = await companion.RunHereAsync(["check"], "", workspace);

        const string error =
            "::error file=stacks/Pulumi.a.yaml,line=9,col=9,title=unknown-key::applications.storefront[\"50%25, ::x\"]: there is no key \"50%25, ::x\" here. ";
        Assert.Equal(2, github.ExitCode);
        Assert.StartsWith(error, github.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 stack file read, 1 problem, 0 risks.\n", github.Out, StringComparison.Ordinal);
        Assert.Equal("", github.Error);
        Assert.StartsWith(error, beside.Error, StringComparison.Ordinal);
        Assert.StartsWith(error, preview.Error, StringComparison.Ordinal);
        Assert.Equal("", elsewhere.Error);
    }

    [Theory]
    [InlineData("danger", "warning")]
    [InlineData("note", "notice")]
    [InlineData("nothing", "notice")]
    public async Task Annotations_are_as_grave_as_what_they_say(string what, string command)
    {
        using var companion = new Companion();
        companion.Write(
            "Pulumi.a.yaml",
            what switch
            {
                "danger" => Companion
                    .Right.Replace("production: false", "production: true", StringComparison.Ordinal)
                    .Replace(
                        "access: everyone",
                        "access: { groups: [A] }\n        wildcardRedirect: true\n        signInRedirectUris: [https://*.example.com/cb]",
                        StringComparison.Ordinal
                    ),
                "note" => Companion.Right + "        issuer: default\n",
                _ => Companion.Right + "---\n",
            }
        );

        var run = await companion.RunHereAsync(["check", "--format", "github"]);

        Assert.StartsWith($"::{command} file=", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "0 problems")]
    [InlineData("preview", "stack a")]
    public async Task Standard_input_stands_for_the_file_of_a_stack(string command, string told)
    {
        using var companion = new Companion();
        companion.Write("Pulumi.a.yaml", "what is in the folder is wrong\n");

        var right = await companion.RunHereAsync([command, "-", "--stack", "a"], Companion.Right);
        var wrong = await companion.RunHereAsync([command, "-", "--stack", "org/a"], "config: [\n");

        Assert.Equal(0, right.ExitCode);
        Assert.Contains(told, right.Out, StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains(
            "Pulumi.a.yaml:2:1",
            wrong
                .Out.ReplaceLineEndings("")
                .Replace(" ", "", StringComparison.Ordinal)
                .Replace("│", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("pr")]
    [InlineData("pr-7")]
    public async Task Standard_input_may_be_the_template_of_pull_requests(string stack)
    {
        using var companion = new Companion();

        var run = await companion.RunHereAsync(
            ["check", "-", "--stack", stack, "--format", "line"],
            Companion.Right.Replace("label: Storefront", "label: Storefront PR_NUMBER", StringComparison.Ordinal)
        );

        Assert.StartsWith(
            $"{companion.Shown("Pulumi.pr.yaml")}:10:13: problem placeholder-missing",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Name the stack whose file standard input is with --stack.", "-")]
    [InlineData("--stack belongs to standard input, which is -.", "--stack", "dev")]
    [InlineData("--stack belongs to standard input, which is -.", "dev", "--stack", "dev")]
    public async Task Standard_input_has_a_name(string told, params string[] arguments)
    {
        using var companion = new Companion();

        Assert.Equal(
            $"okta-spa: {told} See okta-spa check --help.\n",
            (await companion.RunHereAsync(["check", .. arguments])).Error
        );
    }

    [Fact]
    public async Task Bytes_on_standard_input_that_are_no_text_are_told()
    {
        using var companion = new Companion();

        var run = await companion.RunHereAsync(
            ["check", "-", "--stack", "a", "--format", "line"],
            "config:\n  a: \uFFFD\n"
        );

        Assert.StartsWith(
            $"{companion.Shown("Pulumi.a.yaml")}:2:1: problem not-yaml",
            run.Out,
            StringComparison.Ordinal
        );
    }

    private const string Risky = Companion.Right + "        refreshToken: { rotation: persistent }\n";
}
