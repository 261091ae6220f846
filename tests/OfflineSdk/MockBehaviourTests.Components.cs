using Pulumi;
using Pulumi.Utilities;

namespace OktaSpa.Tests.OfflineSdk;

public sealed partial class MockBehaviorTests
{
    private const string StackUrn = "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack";

    [Fact]
    public async Task A_component_is_registered_like_a_resource()
    {
        await engine.RunAsync(() =>
        {
            _ = new Component("component", args: new AnyArgs { Value = 1 });
        });

        var sent = Assert.Single(engine.Registered);
        Assert.Equal(("test:index:Component", "component", "", ""), (sent.Type, sent.Name, sent.Id, sent.Provider));
        Assert.Equal(1.0, Assert.Single(sent.Inputs).Value);
    }

    [Fact]
    public async Task A_component_needs_no_id()
    {
        var component = await engine
            .Answer("component", null, Engine.State(("address", "ignored")))
            .RunAsync(() => new Component("component"));

        Assert.EndsWith("::component", await OutputUtilities.GetValueAsync(component.Urn), StringComparison.Ordinal);
        Assert.Equal("https://example.com", await OutputUtilities.GetValueAsync(component.Address));
    }

    [Fact]
    public async Task A_urn_names_the_stack_the_project_the_type_and_the_resource()
    {
        var app = await engine.RunAsync(() => Samples.App());

        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$okta:app/oAuth:OAuth::app",
            await OutputUtilities.GetValueAsync(app.Urn)
        );
    }

    [Fact]
    public async Task The_urn_of_a_child_does_not_tell_its_parent()
    {
        var app = await engine.RunAsync(() => Samples.App(options: new() { Parent = new Component("component") }));

        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$okta:app/oAuth:OAuth::app",
            await OutputUtilities.GetValueAsync(app.Urn)
        );
    }

    [Fact]
    public async Task The_stack_registers_no_outputs_when_the_program_is_a_function()
    {
        await Deployment.TestAsync(engine.Mock.Object, new(), () => new Dictionary<string, object?> { ["a"] = 1 });

        var request = Assert.Single(engine.Outputs);
        Assert.Equal(StackUrn, request.Urn);
        Assert.Empty(request.Outputs);
    }

    [Fact]
    public async Task Registered_outputs_are_the_marked_properties_of_a_component()
    {
        await engine.RunAsync(() => new Component("component").Register());

        var outputs = Assert.Single(engine.Outputs, request => request.Urn != StackUrn).Outputs;
        Assert.Equal(["Port", "address"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("https://example.com", await OutputUtilities.GetValueAsync(outputs["address"]));
        Assert.Equal(443.0, await OutputUtilities.GetValueAsync(outputs["Port"]));
    }

    [Fact]
    public async Task Registered_outputs_keep_what_they_are()
    {
        await engine.RunAsync(() =>
            new Component("component").Register(
                new Dictionary<string, object?>
                {
                    ["plain"] = new List<string> { "a" },
                    ["secret"] = Output.CreateSecret("s"),
                    ["unknown"] = OutputUtilities.CreateUnknown("u"),
                    ["null"] = null,
                }
            )
        );

        var outputs = Assert.Single(engine.Outputs, request => request.Urn != StackUrn).Outputs;
        Assert.Equal(["plain", "secret", "unknown"], outputs.Keys.Order());
        Assert.True(await Output.IsSecretAsync(outputs["secret"]));
        Assert.Equal("s", await OutputUtilities.GetValueAsync(outputs["secret"]));
        Assert.False(await OutputUtilities.GetIsKnownAsync(outputs["unknown"]));
    }

    [Fact]
    public async Task A_component_that_registers_no_outputs_is_not_heard_of()
    {
        await engine.RunAsync(() =>
        {
            _ = new Component("component");
        });

        Assert.Equal(StackUrn, Assert.Single(engine.Outputs).Urn);
    }

    [Fact]
    public async Task A_run_that_fails_registers_no_outputs_of_the_stack()
    {
        await Assert.ThrowsAsync<RunException>(() => engine.RunAsync((Action)(() => throw new RunException("no"))));

        Assert.Empty(engine.Outputs);
    }
}
