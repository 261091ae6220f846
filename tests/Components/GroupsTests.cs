using OktaSpa.Settings;
using OktaSpa.Tests.Support;
using Pulumi;
using Config = OktaSpa.Tests.Support.Config;

namespace OktaSpa.Tests.Components;

/// <summary>Groups that a stack declares.</summary>
public sealed class GroupsTests
{
    private const string Group = "okta:group/group:Group";
    private const string Rule = "okta:group/rule:Rule";
    private const string Mark = "Declared in code: Pulumi project okta-spa, stack dev.";

    [Fact]
    public async Task A_group_carries_its_mark_and_an_application_waits_for_its_id_without_a_look_up()
    {
        var run = await RunAsync(
            """{ "Shoppers": { "description": "May shop." } }""",
            """["Shoppers", "Engineering"]"""
        );

        var group = run.Get(Group, "Shoppers");
        Assert.Equal("Shoppers", group.Inputs["name"]);
        Assert.Equal($"May shop. {Mark}", group.Inputs["description"]);
        Assert.Equal("urn:pulumi:dev::okta-spa::okta-spa:index:Groups$okta:group/group:Group::Shoppers", group.Urn);
        Assert.DoesNotContain("Shoppers", string.Concat(run.Questions), StringComparison.Ordinal);
        Assert.Equal(
            """[{"id":"00gengineering000000","profile":"{}"},{"id":"Shoppers-id","profile":"{}"}]""",
            Wire.Of(run.Access("storefront").Inputs["groups"])
        );
    }

    [Fact]
    public async Task A_rule_fills_its_group_and_whoever_is_a_member_by_it_goes_with_it()
    {
        const string expression = "user.department == \\\"Sales\\\"";
        var run = await RunAsync($$"""{ "{{new string('x', 60)}}": { "rule": "{{expression}}" } }""");

        var rule = Assert.Single(run.Resources, resource => resource.Type == Rule);
        Assert.Equal($"{new string('x', 60)}-rule", rule.Name);
        Assert.Equal("user.department == \"Sales\"", rule.Inputs["expressionValue"]);
        Assert.Equal($"""["{new string('x', 60)}-id"]""", Wire.Of(rule.Inputs["groupAssignments"]));
        Assert.Equal(true, rule.Inputs["removeAssignedUsers"]);
        Assert.Equal("ACTIVE", rule.Inputs["status"]);
        Assert.Equal(50, ((string)rule.Inputs["name"]).Length);
    }

    [Fact]
    public async Task A_group_that_was_renamed_is_the_same_group_and_so_is_its_rule()
    {
        var run = await RunAsync("""{ "Shoppers": { "rule": "true", "formerly": "Buyers" } }""");

        Assert.Equal("Buyers", await AliasAsync(run.Get(Group, "Shoppers")));
        Assert.Equal("Buyers-rule", await AliasAsync(run.Get(Rule, "Shoppers-rule")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_group_is_protected_in_production(bool production)
    {
        var run = await RunAsync("""{ "Shoppers": {} }""", production: production);

        Assert.Equal(production, run.Get(Group, "Shoppers").Options.Protect);
        Assert.Equal(Mark, run.Get(Group, "Shoppers").Inputs["description"]);
    }

    [Fact]
    public async Task A_group_that_the_stack_no_longer_declares_but_still_names_is_a_problem()
    {
        var harness = new PulumiHarness();
        harness.Groups.Add(new("00gshoppers000000000", "Shoppers") { Description = $"May shop. {Mark}" });

        var exception = await Assert.ThrowsAsync<RunException>(() =>
            harness.RunAsync(Config.Of(Config.With("""{ "access": { "groups": ["Shoppers"] } }""")))
        );

        Assert.Contains(
            "applications.storefront.access.groups[0]: \"Shoppers\" is a group that this stack has declared",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.False(harness.HasDeclared);
    }

    [Theory]
    [InlineData("""{ "Everyone": {} }""", "built-in-group groups.Everyone")]
    [InlineData("""{ "A": {}, "a": {} }""", "group-twice groups.a")]
    [InlineData("""{ "A": { "formerly": "B" }, "B": {} }""", "formerly-is-current groups.A.formerly")]
    [InlineData("""{ "A": { "formerly": "C" }, "B": { "formerly": "C" } }""", "formerly-twice groups.B.formerly")]
    [InlineData("""{ " A": {} }""", "stray-white-space groups[\" A\"]")]
    [InlineData("""{ "A": null }""", "no-value groups.A")]
    [InlineData("""{ "A": { "rules": "true" } }""", "unknown-key groups.A.rules")]
    public void What_is_wrong_with_a_group_is_told_at_its_place(string groups, string problem)
    {
        var settings = Config
            .Settings()
            .And($$"""{ "groups": {{groups.Replace("null", "1", StringComparison.Ordinal)}} }""");
        if (groups.Contains("null", StringComparison.Ordinal))
            settings["groups"]!["A"] = null;

        var (_, problems) = StackSettings.Read(Config.Of(settings), "okta-spa", "dev");

        Assert.Equal([problem], problems.Select(found => $"{found.Rule} {found.Path}"));
    }

    [Fact]
    public void The_number_of_a_pull_request_must_be_in_the_name_of_each_group()
    {
        const string application = """{ "label": "PR_NUMBER", "baseUris": ["https://PR_NUMBER.example.com"] }""";
        var settings = Config.With(application).And("""{ "groups": { "Reviewers of PR_NUMBER": {}, "Others": {} } }""");

        var (_, problems) = StackSettings.Read(Config.Of(settings), "okta-spa", "pr-7");

        Assert.Equal(["placeholder-missing groups.Others"], problems.Select(found => $"{found.Rule} {found.Path}"));
    }

    private static Task<ProgramRun> RunAsync(
        string groups,
        string access = """["Engineering"]""",
        bool production = false
    ) =>
        new PulumiHarness().RunAsync(
            Config.Of(
                Config
                    .With($$"""{ "access": { "groups": {{access}} } }""")
                    .And($$"""{ "production": {{(production ? "true" : "false")}}, "groups": {{groups}} }""")
            )
        );

    private static async Task<string?> AliasAsync(Declared resource)
    {
        var alias = await Pulumi.Utilities.OutputUtilities.GetValueAsync(
            Assert.Single(resource.Options.Aliases).ToOutput()
        );
        return await Pulumi.Utilities.OutputUtilities.GetValueAsync(alias.Name!.ToOutput());
    }
}
