using OktaSpa.Tests.Support;
using RunException = Pulumi.RunException;

namespace OktaSpa.Tests;

/// <summary>What is asked of the organization before anything is declared.</summary>
public sealed class LookupTests
{
    [Fact]
    public async Task All_groups_of_a_stack_are_one_question()
    {
        var settings = Config.With("""{ "access": { "groups": ["Engineering", "00gsupport0000000000"] } }""");
        settings["applications"]!["admin"] = System.Text.Json.Nodes.JsonNode.Parse(
            """{ "label": "Admin", "baseUris": ["https://admin.example.com"], "access": "everyone" }"""
        );

        var run = await new PulumiHarness().RunAsync(Config.Of(settings));

        Assert.Equal(
            [
                """id eq "00gsupport0000000000" or profile.name eq "Engineering" or profile.name eq "Everyone" """.TrimEnd(),
            ],
            run.Questions
        );
    }

    [Fact]
    public async Task A_long_question_is_asked_in_parts_that_lose_nobody()
    {
        var names = Enumerable.Range(0, 200).Select(number => $"Group {number:000}").ToList();

        var run = await new PulumiHarness().RunAsync(
            Config.Of(Config.With($$"""{ "access": { "groups": ["{{string.Join("\", \"", names)}}"] } }"""))
        );

        Assert.InRange(run.Questions.Count, 2, 10);
        Assert.All(run.Questions, question => Assert.InRange(question.Length, 1, 1500));
        Assert.Equal(
            names.Select(name => $"profile.name eq \"{name}\""),
            run.Questions.SelectMany(question => question.Split(" or ")).Order(StringComparer.Ordinal)
        );
        Assert.Equal(200, Wire.Of(run.Access("storefront").Inputs["groups"]).Split("\"id\"").Length - 1);
    }

    [Fact]
    public async Task Without_trusted_origins_elsewhere_nothing_is_asked_about_them()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.Settings()));

        Assert.Equal(["""profile.name eq "Everyone" """.TrimEnd()], run.Questions);
    }

    [Theory]
    [InlineData("403 Forbidden", "403 Forbidden")]
    [InlineData(
        "Status(StatusCode=\"Unknown\", Detail=\"1 error occurred:\n\t* failed to list \"groups\": 403 Forbidden\n\n\")",
        "1 error occurred: * failed to list \"groups\": 403 Forbidden"
    )]
    [InlineData(
        "Status(StatusCode=\"Unavailable\", Detail=\"no answer\", DebugException=\"System.Exception: no\")",
        "no answer"
    )]
    [InlineData(
        "Status(StatusCode=\"Unknown\", Detail=\"invocation of okta:index/getGroups:getGroups returned an error: 401 Unauthorized\")",
        "401 Unauthorized"
    )]
    public async Task An_organization_that_does_not_answer_is_told_in_its_own_words_and_nothing_is_declared(
        string thrown,
        string told
    )
    {
        var harness = new PulumiHarness();
        harness.Refuse(thrown);

        var error = await Assert.ThrowsAsync<RunException>(() => harness.RunAsync(Config.Of(Config.Settings())));

        Assert.EndsWith(
            $"could not be asked for its groups; nothing was declared.\n  {told}\n  Check the credentials, which need okta.groups.read, okta:orgName and okta:baseUrl, and the network.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.False(harness.HasDeclared);
    }

    [Fact]
    public async Task A_question_about_trusted_origins_that_fails_names_what_it_needs()
    {
        var harness = new PulumiHarness();
        harness.Refuse("403 Forbidden", "filter");

        var error = await Assert.ThrowsAsync<RunException>(() =>
            harness.RunAsync(
                Config.Of(
                    Config.Settings().And("""{ "trustedOriginsManagedElsewhere": ["https://app.example.com"] }""")
                )
            )
        );

        Assert.Equal(
            "dev-00000000.okta.com could not be asked for its trusted origins; nothing was declared.\n  403 Forbidden\n  Check the credentials, which need okta.trustedOrigins.read, okta:orgName and okta:baseUrl, and the network.",
            error.Message
        );
        Assert.False(harness.HasDeclared);
    }

    [Fact]
    public async Task Everything_that_the_organization_lacks_is_told_at_once_and_nothing_is_declared()
    {
        var harness = new PulumiHarness { Missing = { "Nobody", "https://a.example.com" } };
        harness.Groups.Add(new("00gtwin1000000000000", "Twin"));
        harness.Groups.Add(new("00gtwin2000000000000", "Twin"));
        harness.TrustedOrigins.Add(new("https://b.example.com", false, "CORS", "REDIRECT"));
        harness.TrustedOrigins.Add(new("https://c.example.com", true, "CORS"));
        harness.TrustedOrigins.Add(new("https://d.example.com", true));

        var problems = await ProblemsAsync(
            harness,
            Config
                .With(
                    """
                    {
                      "baseUris": ["https://a.example.com", "https://b.example.com", "https://c.example.com", "https://d.example.com"],
                      "access": { "groups": ["engineering", "Nobody", "Twin", "00gadmins00000000000", "00gsupport0000000000", "Customer Support"] }
                    }
                    """
                )
                .And(
                    """{ "trustedOriginsManagedElsewhere": ["https://a.example.com", "https://b.example.com", "https://c.example.com", "https://d.example.com"] }"""
                )
        );

        Assert.Equal(
            [
                """applications.storefront.access.groups[0]: there is no group "engineering" in the organization, or the credentials may not see it. Did you mean "Engineering"?""",
                """applications.storefront.access.groups[1]: there is no group "Nobody" in the organization, or the credentials may not see it. Write the name or the id of a group that is there.""",
                """applications.storefront.access.groups[2]: 2 groups have the name "Twin". Write the id of the one that is meant: 00gtwin1000000000000 or 00gtwin2000000000000.""",
                """applications.storefront.access.groups[3]: Okta Administrators is a group that Okta manages itself. Name groups of your own.""",
                """applications.storefront.access.groups[5]: "Customer Support" is a group that is named before, by name or by id. Keep one of them.""",
                "trustedOriginsManagedElsewhere[0]: https://a.example.com is not a trusted origin of the organization (applications: storefront). Deploy the stack that declares it first, or remove it here so that this stack declares it.",
                "trustedOriginsManagedElsewhere[1]: https://b.example.com is a trusted origin, but an inactive one (applications: storefront). Activate it where it is declared.",
                "trustedOriginsManagedElsewhere[2]: https://c.example.com is a trusted origin, but not for REDIRECT (applications: storefront). Add REDIRECT to its scopes where it is declared.",
                "trustedOriginsManagedElsewhere[3]: https://d.example.com is a trusted origin, but not for CORS and REDIRECT (applications: storefront). Add CORS and REDIRECT to its scopes where it is declared.",
            ],
            problems
        );
        Assert.False(harness.HasDeclared);
    }

    [Fact]
    public async Task A_group_that_is_missing_is_told_for_each_application_that_it_hits()
    {
        var settings = Config.With("""{ "access": { "groups": ["Nobody"] } }""");
        settings["applications"]!["admin"] = System.Text.Json.Nodes.JsonNode.Parse(
            """{ "label": "Admin", "baseUris": ["https://admin.example.com"], "access": { "groups": ["Engineering", "Nobody"] } }"""
        );

        var problems = await ProblemsAsync(new PulumiHarness { Missing = { "Nobody" } }, settings);

        Assert.Equal(
            ["applications.admin.access.groups[1]", "applications.storefront.access.groups[0]"],
            problems.Select(problem => problem.Split(':')[0])
        );
    }

    [Fact]
    public async Task Everyone_must_be_the_built_in_group_and_not_one_of_that_name()
    {
        var harness = new PulumiHarness();
        harness.Groups.RemoveAt(0);
        harness.Groups.Add(new("00gimpostor000000000", "Everyone"));

        var problems = await ProblemsAsync(harness, Config.Settings());

        Assert.Equal(
            [
                "applications.storefront.access: the organization shows no built-in group Everyone, which group administrators may not see. Give the credentials okta.groups.read with a role that sees all groups, or name groups of your own.",
            ],
            problems
        );
    }

    [Fact]
    public async Task A_group_of_everyones_name_does_not_hide_the_built_in_one()
    {
        var harness = new PulumiHarness();
        harness.Groups.Add(new("00gimpostor000000000", "Everyone"));

        var run = await harness.RunAsync(Config.Of(Config.Settings()));

        Assert.Contains(
            PulumiHarness.EveryoneId,
            Wire.Of(run.Access("storefront").Inputs["groups"]),
            StringComparison.Ordinal
        );
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(
        PulumiHarness harness,
        System.Text.Json.Nodes.JsonObject settings
    )
    {
        var thrown = await Assert.ThrowsAsync<RunException>(() => harness.RunAsync(Config.Of(settings)));
        return thrown
            .Message.Split('\n')
            .Skip(1)
            .Select(line => line[(line.IndexOf(". ", StringComparison.Ordinal) + 2)..]);
    }
}
