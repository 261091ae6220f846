using Moq;
using Pulumi;
using Pulumi.Testing;
using Okta = Pulumi.Okta;

namespace OktaSpa.Tests.OfflineSdk;

public sealed partial class MockBehaviorTests
{
    [Fact]
    public async Task A_run_exception_arrives_as_its_message()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(
                (Action)(() => throw new RunException("first\nsecond", new InvalidOperationException("why")))
            )
        );

        Assert.Equal("first\nsecond", error.Message);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task A_run_exception_of_an_asynchronous_program_arrives_as_its_message()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            Deployment.TestAsync(
                engine.Mock.Object,
                new TestOptions(),
                async Task () =>
                {
                    await Task.Delay(1).ConfigureAwait(false);
                    throw new RunException("no");
                }
            )
        );

        Assert.Equal("no", error.Message);
    }

    [Fact]
    public async Task Any_other_exception_arrives_as_its_text()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync((Action)(() => throw new InvalidOperationException("no")))
        );

        Assert.StartsWith("Running program '", error.Message, StringComparison.Ordinal);
        Assert.Contains("' failed with an unhandled exception:\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: no", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Any_other_exception_arrives_as_its_text), error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task A_resource_exception_arrives_as_its_message_when_it_hides_the_stack()
    {
        var hidden = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync((Action)(() => throw new ResourceException("no", null, hideStack: true)))
        );
        var shown = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync((Action)(() => throw new ResourceException("no", null)))
        );

        Assert.Equal("no", hidden.Message);
        Assert.StartsWith("Pulumi.ResourceException: no", shown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_mock_fails_the_run_once()
    {
        engine.Fail("app", new RunException("no"));

        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                Samples.App().Id.Apply(id => id.Length).Apply(length => length + 1);
            })
        );

        Assert.Equal("no", error.Message);
    }

    [Fact]
    public async Task An_exception_in_an_apply_fails_the_run()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                Samples.App().Label.Apply(string (_) => throw new RunException("no"));
            })
        );

        Assert.Equal("no", error.Message);
    }

    [Fact]
    public async Task An_exception_in_an_apply_does_not_matter_while_the_value_is_unknown()
    {
        var resources = await engine.RunAsync(
            () =>
            {
                Samples.App().ClientId.Apply(string (_) => throw new RunException("no"));
            },
            preview: true
        );

        Assert.Single(resources);
    }

    [Fact]
    public async Task Several_errors_arrive_together()
    {
        var error = await Assert.ThrowsAsync<AggregateException>(() =>
            engine.RunAsync(() =>
            {
                Log.Error("first");
                Log.Error("second");
            })
        );

        Assert.Equal(
            ["first", "second"],
            error.InnerExceptions.Select(inner => Assert.IsType<RunException>(inner).Message).Order()
        );
    }

    [Fact]
    public async Task Several_failures_arrive_as_the_first_or_together()
    {
        engine.Fail("a", new RunException("no a")).Fail("b", new RunException("no b"));

        var error = await Record.ExceptionAsync(() =>
            engine.RunAsync(() =>
            {
                Samples.App("a");
                Samples.App("b");
            })
        );

        var messages = error is AggregateException several
            ? several.InnerExceptions.Select(inner => inner.Message)
            : [Assert.IsType<RunException>(error).Message];
        Assert.Subset(new HashSet<string> { "no a", "no b" }, messages.ToHashSet());
    }

    [Fact]
    public async Task A_logged_error_fails_the_run_and_lesser_messages_do_not()
    {
        await engine.RunAsync(() =>
        {
            Log.Debug("debug");
            Log.Info("info");
            Log.Warn("warning", Samples.App());
        });

        var error = await Assert.ThrowsAsync<RunException>(() => engine.RunAsync(() => Log.Error("error")));
        Assert.Equal("error", error.Message);
    }

    [Fact]
    public async Task An_unexpected_call_of_a_strict_mock_names_itself()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                Okta.GetGroups.Invoke();
            })
        );

        Assert.Contains(
            "IMocks.CallAsync(MockCallArgs) invocation failed with mock behavior Strict",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_failure_while_outputs_are_registered_fails_the_run()
    {
        engine
            .Mock.Setup(mocks => mocks.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()))
            .ThrowsAsync(new RunException("no"));

        var error = await Assert.ThrowsAsync<RunException>(() => engine.RunAsync(() => { }));

        Assert.Equal("no", error.Message);
    }

    [Fact]
    public async Task A_required_configuration_value_that_is_missing_fails_the_run()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() => new Config("test").Require("key"))
        );

        Assert.Equal(
            "Missing Required configuration variable 'test:key'\n\tplease set a value using the command `pulumi config set test:key <value>`",
            error.Message
        );
    }

    [Fact]
    public async Task Configuration_is_the_projects_unless_named()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => engine.RunAsync(() => new Config().Require("key")));

        Assert.Contains("'project:key'", error.Message, StringComparison.Ordinal);
        Assert.Null(await engine.RunAsync(() => new Config("test:config").Get("key")));
    }
}
