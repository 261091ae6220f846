using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Cli;

public sealed class PreviewTests
{
    [Fact]
    public async Task All_stacks_of_the_project_are_shown_the_template_as_pr_1()
    {
        var run = await Companion.RunAsync("preview", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["dev", "pr-1", "prod"], Stacks(run).Select(stack => (string)stack["stack"]!));
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Json_is_the_same_to_the_byte_from_run_to_run()
    {
        var runs = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => Companion.RunAsync("preview", "--format", "json"))
        );

        Assert.Single(runs.Select(run => run.Out).Distinct());
    }

    [Fact]
    public async Task Json_has_everything_about_each_resource_under_the_names_that_programs_rely_on()
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.qa.yaml",
            Companion
                .Right.Replace(
                    "access: everyone",
                    "access: { groups: [Engineering, 00g1abcd2efgh3ijkl4m] }",
                    StringComparison.Ordinal
                )
                .Replace(
                    "- https://app.example.com",
                    "- https://app.example.com\n          - https://elsewhere.example.com",
                    StringComparison.Ordinal
                )
                .Replace(
                    "production: false",
                    "production: false\n    trustedOriginsManagedElsewhere: [https://elsewhere.example.com]",
                    StringComparison.Ordinal
                )
        );

        var run = await Companion.RunAsync("preview", file, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        var document = (JsonObject)JsonNode.Parse(run.Out)!;
        Assert.Equal(["version", "stacks"], document.Select(pair => pair.Key));
        var stack = Assert.Single(Stacks(run));
        Assert.Equal(2, (int)document["version"]!);
        Assert.Equal(
            ["stack", "organization", "project", "resources", "lookups", "outputs", "risks", "facts"],
            stack.Select(pair => pair.Key)
        );
        Assert.Equal("dev-00000000.okta.com okta-spa", $"{stack["organization"]} {stack["project"]}");
        Assert.Equal("qa", (string)stack["stack"]!);
        Assert.Equal(
            """{"groups":["00g1abcd2efgh3ijkl4m","Engineering"],"trustedOrigins":["https://elsewhere.example.com"]}""",
            stack["lookups"]!.ToJsonString()
        );
        var resources = ((JsonArray)stack["resources"]!).Select(resource => (JsonObject)resource!).ToList();
        Assert.All(
            resources,
            resource =>
                Assert.Equal(
                    ["type", "name", "parent", "protect", "applications", "inputs", "references"],
                    resource.Select(pair => pair.Key).Except(["retainOnDelete"])
                )
        );
        Assert.Equal(
            "storefront-access",
            (string)Assert.Single(resources, resource => resource.ContainsKey("retainOnDelete"))["name"]!
        );
        Assert.Equal(
            [
                "okta-spa:index:SpaApplication::storefront < ",
                "okta-spa:index:TrustedOrigins::trusted-origins < ",
                "okta:app/oAuth:OAuth::storefront < okta-spa:index:SpaApplication::storefront",
                "okta:index/appGroupAssignments:AppGroupAssignments::storefront-access < okta-spa:index:SpaApplication::storefront",
                "okta:trustedorigin/origin:Origin::https://app.example.com < okta-spa:index:TrustedOrigins::trusted-origins",
            ],
            resources.Select(resource => $"{resource["type"]}::{resource["name"]} < {resource["parent"]}")
        );
        Assert.All(resources, resource => Assert.Equal("""["storefront"]""", resource["applications"]!.ToJsonString()));
        Assert.Equal("""["okta:app/oAuth:OAuth::storefront"]""", resources[3]["references"]!.ToJsonString());
        Assert.Equal(
            """{"appId":"${storefront.id}","groups":[{"id":"${Engineering.id}","profile":"{}"},{"id":"00g1abcd2efgh3ijkl4m","profile":"{}"}]}""",
            resources[3]["inputs"]!.ToJsonString()
        );
        Assert.Equal("30", resources[2]["inputs"]!["refreshTokenLeeway"]!.ToJsonString());
        Assert.Equal("${storefront.clientId}", (string)stack["outputs"]!["storefront"]!["authJs"]!["clientId"]!);
        Assert.DoesNotContain(run.Out, character => char.IsControl(character) && character != '\n');
    }

    [Fact]
    public async Task The_name_of_a_stack_file_reorders_neither_the_tree_nor_the_problems()
    {
        using var companion = new Companion();

        var right = await Companion.RunAsync("preview", companion.Write("Pulumi.q\u202Ea.yaml", Companion.Right));
        var wrong = await Companion.RunAsync(
            "preview",
            companion.Write(
                "Pulumi.q\u202Ea.yaml",
                Companion.Right.Replace("https://app.example.com", "https://app.example.com/", StringComparison.Ordinal)
            )
        );

        Assert.Equal((0, 2), (right.ExitCode, wrong.ExitCode));
        Assert.Contains("stack q\uFFFDa", right.Out, StringComparison.Ordinal);
        Assert.All(new[] { right.Out, wrong.Out }, text => Assert.DoesNotContain('\u202E', text));
    }

    [Fact]
    public async Task A_former_name_is_in_the_graph_of_its_component()
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.qa.yaml",
            Companion.Right.Replace(
                "label: Storefront",
                "label: Storefront\n        formerly: shop",
                StringComparison.Ordinal
            )
        );

        var run = await Companion.RunAsync("preview", file, "--format", "json");

        var component = ((JsonArray)Assert.Single(Stacks(run))["resources"]!)[0]!;
        Assert.Equal("""["shop"]""", component["aliases"]!.ToJsonString());
    }

    [Fact]
    public async Task Of_an_origin_that_is_shared_all_applications_are_named()
    {
        var run = await Companion.RunAsync("preview", "dev", "--format", "json");

        var origin = ((JsonArray)Assert.Single(Stacks(run))["resources"]!).Single(resource =>
            (string)resource!["type"]! == "okta:trustedorigin/origin:Origin"
        )!;
        Assert.Equal("""["storefront","storefront-blazor"]""", origin["applications"]!.ToJsonString());
    }

    [Fact]
    public async Task Risks_name_their_application_dangers_first()
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.live.yaml",
            Companion
                .Right.Replace("production: false", "production: true", StringComparison.Ordinal)
                .Replace(
                    "access: everyone",
                    "access: everyone\n        issuer: default\n        wildcardRedirect: true\n        signInRedirectUris: [https://*.example.com/cb]",
                    StringComparison.Ordinal
                )
        );

        var run = await Companion.RunAsync("preview", file, "--format", "json");

        var risks = ((JsonArray)Assert.Single(Stacks(run))["risks"]!).Select(risk => (JsonObject)risk!).ToList();
        Assert.Equal(["danger", "caution", "note"], risks.Select(risk => (string)risk["severity"]!));
        Assert.All(
            risks,
            risk =>
                Assert.Equal(
                    ["severity", "resource", "message", "rule", "application", "about", "accepted"],
                    risk.Select(pair => pair.Key)
                )
        );
        Assert.Equal(
            [
                "wildcard-redirect storefront https://*.example.com/cb",
                "everyone-in-production storefront everyone",
                "custom-authorization-server storefront default",
            ],
            risks.Select(risk => $"{risk["rule"]} {risk["application"]} {risk["about"]}")
        );
        Assert.All(risks, risk => Assert.Equal("okta:app/oAuth:OAuth::storefront", (string)risk["resource"]!));
    }

    [Fact]
    public async Task One_wrong_stack_among_several_does_not_hide_the_others()
    {
        using var companion = new Companion();
        var right = companion.Write("Pulumi.right.yaml", Companion.Right);
        var wrong = companion.Write(
            "Pulumi.wrong.yaml",
            Companion.Right.Replace("https://app.example.com", "https://app.example.com/", StringComparison.Ordinal)
        );

        var json = await Companion.RunAsync("preview", right, wrong, "--format", "json");
        var text = await Companion.RunAsync("preview", right, wrong);

        Assert.Equal((2, 2), (json.ExitCode, text.ExitCode));
        Assert.Equal(["right"], Stacks(json).Select(stack => (string)stack["stack"]!));
        var problem = Assert.Single((JsonArray)JsonNode.Parse(json.Out)!["problems"]!);
        Assert.Equal(
            "wrong 10 13 applications.storefront.baseUris[0]",
            $"{problem!["stack"]} {problem["line"]} {problem["column"]} {problem["path"]}"
        );
        Assert.Contains("stack right", text.Out, StringComparison.Ordinal);
        Assert.Contains("applications.storefront.baseUris[0]", text.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("stack wrong", text.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pr", "pr-1")]
    [InlineData("pr-7", "pr-7")]
    public async Task The_template_is_shown_as_a_pull_requests_stack(string name, string stack)
    {
        var run = await Companion.RunAsync("preview", name, "--format", "json");

        Assert.Equal(stack, (string)Assert.Single(Stacks(run))["stack"]!);
        Assert.Contains($"https://{stack}.preview.example.com", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("PR_NUMBER", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_get_a_tree_of_what_a_reviewer_must_know_in_eighty_columns_without_escape_codes()
    {
        var run = await Companion.RunAsync("preview", "prod");

        Assert.Equal(0, run.ExitCode);
        foreach (
            var text in new[]
            {
                "stack prod",
                "storefront \"Storefront\" protected from deletion",
                "no secret",
                "PKCE",
                "rotated, grace period 30 s",
                "group Customer Support",
                "group Engineering",
                "https://app.example.com/login/callback",
                "issuer https://example.okta.com",
                "trusted origins",
                "not a comparison",
            }
        )
            Assert.Contains(text, run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Fact]
    public async Task Risks_and_values_from_elsewhere_are_said_below_the_tree()
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.qa.yaml",
            "environment: [okta]\n"
                + Companion.Right.Replace(
                    "access: everyone",
                    "access: everyone\n        refreshToken: { rotation: persistent }",
                    StringComparison.Ordinal
                )
        );

        var run = await Companion.RunAsync("preview", file);

        Assert.Contains("CAUTION", run.Out, StringComparison.Ordinal);
        // The path of the file is of any length, so that the sentence may be wrapped anywhere.
        Assert.Contains(
            "values from Pulumi ESC are not seen here",
            string.Join(' ', run.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Markup_in_a_label_is_shown_to_the_letter()
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.qa.yaml",
            Companion.Right.Replace("label: Storefront", "label: '[red]x[/] [[y'", StringComparison.Ordinal)
        );

        Assert.Contains("\"[red]x[/] [[y\"", (await Companion.RunAsync("preview", file)).Out, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonObject> Stacks(CompanionRun run) =>
        ((JsonArray)JsonNode.Parse(run.Out)!["stacks"]!).Select(stack => (JsonObject)stack!);
}
