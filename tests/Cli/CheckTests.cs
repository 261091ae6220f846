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
        Assert.Equal(["version", "problems", "risks"], ((JsonObject)document).Select(pair => pair.Key));
        var problems = ((JsonArray)document["problems"]!).Select(problem => (JsonObject)problem!).ToList();
        Assert.All(
            problems,
            problem =>
                Assert.Equal(["file", "line", "column", "path", "message", "remedy"], problem.Select(pair => pair.Key))
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
}
