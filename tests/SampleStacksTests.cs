using OktaSpa.Cli.Stacks;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests;

/// <summary>What is declared for the stacks of <c>Fixtures/Project</c>, one of each kind.</summary>
public sealed class SampleStacksTests
{
    // A changed URN is another resource: a new client id, or an assignment that is lost for a while.
    [Theory]
    [InlineData(
        "dev",
        """
            urn:pulumi:dev::okta-spa::okta-spa:index:SpaApplication$okta:app/oAuth:OAuth::storefront
            urn:pulumi:dev::okta-spa::okta-spa:index:SpaApplication$okta:app/oAuth:OAuth::storefront-blazor
            urn:pulumi:dev::okta-spa::okta-spa:index:SpaApplication$okta:index/appGroupAssignments:AppGroupAssignments::storefront-access
            urn:pulumi:dev::okta-spa::okta-spa:index:SpaApplication$okta:index/appGroupAssignments:AppGroupAssignments::storefront-blazor-access
            urn:pulumi:dev::okta-spa::okta-spa:index:SpaApplication::storefront
            urn:pulumi:dev::okta-spa::okta-spa:index:SpaApplication::storefront-blazor
            urn:pulumi:dev::okta-spa::okta-spa:index:TrustedOrigins$okta:trustedorigin/origin:Origin::http://localhost:8080
            urn:pulumi:dev::okta-spa::okta-spa:index:TrustedOrigins::trusted-origins
            """
    )]
    [InlineData(
        "prod",
        """
            urn:pulumi:prod::okta-spa::okta-spa:index:SpaApplication$okta:app/oAuth:OAuth::storefront
            urn:pulumi:prod::okta-spa::okta-spa:index:SpaApplication$okta:index/appGroupAssignments:AppGroupAssignments::storefront-access
            urn:pulumi:prod::okta-spa::okta-spa:index:SpaApplication::storefront
            urn:pulumi:prod::okta-spa::okta-spa:index:TrustedOrigins$okta:trustedorigin/origin:Origin::https://app.example.com
            urn:pulumi:prod::okta-spa::okta-spa:index:TrustedOrigins::trusted-origins
            """
    )]
    [InlineData(
        "pr-1",
        """
            urn:pulumi:pr-1::okta-spa::okta-spa:index:SpaApplication$okta:app/oAuth:OAuth::storefront
            urn:pulumi:pr-1::okta-spa::okta-spa:index:SpaApplication$okta:index/appGroupAssignments:AppGroupAssignments::storefront-access
            urn:pulumi:pr-1::okta-spa::okta-spa:index:SpaApplication::storefront
            urn:pulumi:pr-1::okta-spa::okta-spa:index:TrustedOrigins::trusted-origins
            """
    )]
    public async Task Every_urn_of_a_sample_stack_is_pinned(string stack, string urns)
    {
        var run = await RunAsync(stack);

        Assert.Equal(
            urns.ReplaceLineEndings("\n").Split('\n'),
            run.Resources.Select(resource => resource.Urn).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Dev_has_the_guides_own_callbacks_and_is_open_to_everyone()
    {
        var run = await RunAsync("dev");

        Assert.Equal(
            """["http://localhost:8080/login/callback"]""",
            Wire.Of(run.App("storefront").Inputs["redirectUris"])
        );
        Assert.Equal(
            """["http://localhost:8080/authentication/login-callback"]""",
            Wire.Of(run.App("storefront-blazor").Inputs["redirectUris"])
        );
        Assert.All(
            ["storefront", "storefront-blazor"],
            name =>
                Assert.Contains(
                    PulumiHarness.EveryoneId,
                    Wire.Of(run.Access(name).Inputs["groups"]),
                    StringComparison.Ordinal
                )
        );
        Assert.DoesNotContain(run.Resources, resource => resource.Options.Protect == true);
    }

    [Fact]
    public async Task Prod_has_the_guides_own_callback_is_limited_to_groups_and_protected()
    {
        var run = await RunAsync("prod");

        Assert.Equal(
            """["https://app.example.com/login/callback"]""",
            Wire.Of(run.App("storefront").Inputs["redirectUris"])
        );
        Assert.Equal(
            """[{"id":"00gengineering000000","profile":"{}"},{"id":"00gsupport0000000000","profile":"{}"}]""",
            Wire.Of(run.Access("storefront").Inputs["groups"])
        );
        Assert.Equal(true, run.App("storefront").Options.Protect);
    }

    [Fact]
    public async Task The_environment_of_a_pull_request_carries_its_number_and_trusts_no_origin()
    {
        var run = await RunAsync("pr-1", "pr-42");

        Assert.Equal("Storefront (pull request #42)", run.App("storefront").Inputs["label"]);
        Assert.Equal(
            """["https://pr-42.preview.example.com/login/callback"]""",
            Wire.Of(run.App("storefront").Inputs["redirectUris"])
        );
        Assert.Equal(
            "Declared in code: Pulumi project okta-spa, stack pr-42, organisation dev-00000000.okta.com. Of pull request 42, destroyed when that is closed.",
            run.App("storefront").Inputs["adminNote"]
        );
        Assert.Empty(run.Origins);
    }

    private static Task<ProgramRun> RunAsync(string stack, string? otherStack = null)
    {
        var file = Assert.Single(Project.Find().ReadAll(), file => file.Stack == stack);
        Assert.Empty(file.Problems);
        return new PulumiHarness().RunAsync(file.Get, otherStack ?? stack);
    }
}
