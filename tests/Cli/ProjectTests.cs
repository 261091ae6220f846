using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Cli;

/// <summary>Which files are a project's stacks, and how they are named.</summary>
public sealed class ProjectTests : IDisposable
{
    private readonly Companion companion = new();

    public void Dispose() => companion.Dispose();

    [Theory]
    [InlineData("check")]
    [InlineData("preview")]
    [InlineData("diff", "--base-ref", "HEAD")]
    public async Task No_stack_file_is_wrong_and_said_with_where_it_would_be(params string[] arguments)
    {
        companion.Write("Pulumi.yaml", "name: okta-spa\nstackConfigDir: stacks\n");

        var run = await companion.RunHereAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("okta-spa: There is no stack file, such as ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            $", in {companion.PathOf("stacks")}, the stackConfigDir of {companion.Shown("Pulumi.yaml")}.\n",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("stackConfigDir: stacks")]
    [InlineData("stackConfigDir: /stacks/")]
    [InlineData("config: stacks")]
    public async Task Stack_files_are_found_in_the_folder_that_the_project_names(string line)
    {
        companion.Write("Pulumi.yaml", $"name: okta-spa\n{line}\n");
        companion.Write("stacks/Pulumi.dev.yaml", Companion.Right);
        companion.Write("stacks/Pulumi.pr-7.yaml", "a copy of the template\n");

        Assert.Equal("1 stack file read, 0 problems, 0 risks.\n", (await companion.RunHereAsync(["check"])).Out);
        Assert.Equal(0, (await companion.RunHereAsync(["preview", "dev"])).ExitCode);
    }

    [Theory]
    [InlineData("Pulumi.yml", "Pulumi.dev.yml", "Pulumi.dev.yaml")]
    [InlineData("Pulumi.json", "Pulumi.dev.json", "Pulumi.dev.yaml")]
    [InlineData("Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.dev.json")]
    [InlineData("Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.my dev.yaml")]
    public async Task Stack_files_end_like_the_projects_and_others_are_told(string project, string file, string stray)
    {
        companion.Write(project, """{"name": "okta-spa"}""");
        companion.Write(file, Companion.Right);
        companion.Write(stray, "{}");

        var run = await companion.RunHereAsync(["check", "--format", "line"]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(
            $"{companion.Shown(stray)}:1:1: notice stray-stack-file Pulumi reads this file for no stack.",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Single(run.Out.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("organization/dev")]
    [InlineData("organization/acme-okta/dev")]
    public async Task A_stack_has_all_the_names_that_Pulumi_gives_it(string name)
    {
        Rename();

        Assert.Equal("1 stack file read, 0 problems, 0 risks.\n", (await companion.RunHereAsync(["check", name])).Out);
    }

    [Theory]
    [InlineData(
        "organization/other/dev",
        "organization/other/dev is a stack of the project other, and this project is acme-okta."
    )]
    [InlineData(
        "my dev",
        "No stack can be called \"my dev\": Pulumi takes letters, digits, hyphens, underscores and dots."
    )]
    public async Task A_name_that_no_stack_of_the_project_has_is_told(string name, string told)
    {
        Rename();

        Assert.Equal($"okta-spa: {told}\n", (await companion.RunHereAsync(["check", name])).Error);
    }

    [Fact]
    public async Task A_stack_without_a_file_is_told_with_the_one_that_is_meant()
    {
        Rename();

        Assert.Equal(
            $"okta-spa: There is no stack file {companion.Shown("Pulumi.devv.yaml")}. Did you mean dev? There is dev.\n",
            (await companion.RunHereAsync(["check", "devv"])).Error
        );
    }

    [Fact]
    public async Task A_renamed_project_has_settings_in_its_own_namespace()
    {
        Rename();

        var preview = JsonNode.Parse((await companion.RunHereAsync(["preview", "--format", "json"])).Out)!;
        var schema = JsonNode.Parse((await companion.RunHereAsync(["schema"])).Out)!;

        Assert.Contains("acme-okta", preview["stacks"]![0]!["resources"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(schema["properties"]!["config"]!["properties"]!["acme-okta:settings"]);
    }

    [Theory]
    [InlineData("okta-spa:settings", "settings-of-another-project", "write acme-okta:settings")]
    [InlineData("acme_okta:settings", "settings-of-another-project", "write acme-okta:settings")]
    [InlineData("acme-okta:setings", "unknown-key", "did you mean acme-okta:settings?")]
    public async Task Settings_below_another_key_are_told_with_the_right_one_and_checked_all_the_same(
        string key,
        string rule,
        string remedy
    )
    {
        Rename();
        companion.Write(
            "Pulumi.dev.yaml",
            Companion
                .Right.Replace("okta-spa:settings", key, StringComparison.Ordinal)
                .Replace("access: everyone", "access: nobody", StringComparison.Ordinal)
        );

        var run = await companion.RunHereAsync(["check", "--format", "json"]);

        var problems = JsonNode.Parse(run.Out)!["problems"]!.AsArray();
        Assert.Equal(
            [$"4 {rule} {key}", "11 wrong-kind applications.storefront.access"],
            problems.Select(problem => $"{problem!["line"]} {problem["rule"]} {problem["path"]}")
        );
        Assert.Equal(remedy, (string)problems[0]!["remedy"]!);
    }

    [Fact]
    public async Task Settings_of_another_program_are_its_own()
    {
        companion.Write("Pulumi.dev.yaml", Companion.Right + "  other:settings: { anything: 1 }\n");

        Assert.Equal(0, (await companion.RunHereAsync(["check"])).ExitCode);
    }

    [Fact]
    public async Task What_is_wrong_in_the_project_file_is_told_once_for_all_stacks()
    {
        companion.Write("Pulumi.yaml", "name: okta-spa\nconfig:\n  okta:orgName: { default: a }\n");
        companion.Write("Pulumi.a.yaml", Companion.Right);
        companion.Write("Pulumi.b.yaml", Companion.Right.Replace("app.example", "b.example", StringComparison.Ordinal));

        var check = await companion.RunHereAsync(["check", "--format", "line"]);
        var preview = JsonNode.Parse((await companion.RunHereAsync(["preview", "--format", "json"])).Out)!;

        Assert.Equal(2, check.ExitCode);
        Assert.StartsWith(
            $"{companion.Shown("Pulumi.yaml")}:3:3: problem invalid-project-file",
            check.Out,
            StringComparison.Ordinal
        );
        Assert.Single(check.Out.TrimEnd().Split('\n'));
        Assert.Equal(["a", "b"], preview["problems"]!.AsArray().Select(problem => (string)problem!["stack"]!));
    }

    [Theory]
    [InlineData("", "1:1: this is not the file of a project; write name: and runtime: dotnet.")]
    [InlineData("runtime: dotnet", "1:1: the project has no name; add one, as in name: okta-spa.")]
    [InlineData("- a", "1:1: this is not the file of a project; write name: and runtime: dotnet.")]
    [InlineData(
        "name: [a",
        "2:1: this is not YAML: While parsing a flow sequence, did not find expected ',' or ']'; correct the text here, or just before."
    )]
    [InlineData("name: a\nstackConfigDir: [b]", "2:17: stackConfigDir is not text; write the name of a folder.")]
    [InlineData(
        "name: a\nstackConfigDir: b\nconfig: c",
        "3:9: both this and stackConfigDir name the folder of the stack files; keep stackConfigDir."
    )]
    [InlineData(
        "name: 12",
        "1:7: Pulumi does not take this as the name of a project; write letters, digits, hyphens, underscores and dots, in quotation marks where it is a number."
    )]
    [InlineData(
        "name: my project",
        "1:7: Pulumi does not take this as the name of a project; write letters, digits, hyphens, underscores and dots, in quotation marks where it is a number."
    )]
    public async Task A_project_file_that_cannot_be_used_is_told_in_one_line(string text, string told)
    {
        companion.Write("Pulumi.yaml", text);

        var run = await companion.RunHereAsync(["check"]);

        Assert.Equal((2, $"okta-spa: {companion.Shown("Pulumi.yaml")}:{told}\n"), (run.ExitCode, run.Error));
    }

    private void Rename()
    {
        companion.Write("Pulumi.yaml", "name: acme-okta\nruntime: dotnet\n");
        companion.Write(
            "Pulumi.dev.yaml",
            Companion.Right.Replace("okta-spa:", "acme-okta:", StringComparison.Ordinal)
        );
    }
}
