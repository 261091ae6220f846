using Pulumi;
using Pulumi.Testing;
using Okta = Pulumi.Okta;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>
/// A run under mocks, how it ends and how it fails. These tests, and those of resources, components and functions, pass
/// with Pulumi's own packages too: that is what keeps the stand-ins in step.
/// </summary>
public sealed class RunTests
{
    [Fact]
    public async Task A_run_has_names_of_its_own()
    {
        var names = await new Engine().RunAsync(() => (Deployment.Instance.ProjectName, Deployment.Instance.StackName));

        Assert.Equal(("project", "stack"), names);
    }

    [Fact]
    public void There_is_no_deployment_outside_of_a_run() =>
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);

    [Fact]
    public void There_is_no_resource_outside_of_a_run() =>
        Assert.Throws<InvalidOperationException>(() => Samples.App());

    [Fact]
    public void There_is_no_hook_outside_of_a_run() =>
        Assert.Throws<InvalidOperationException>(() => new ResourceHook("hook", (_, _) => Task.CompletedTask));

    [Fact]
    public async Task Runs_at_the_same_time_do_not_meet() =>
        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async number =>
                {
                    var engine = new Engine();
                    var (resources, outputs) = await Deployment.TestAsync(
                        engine,
                        new TestOptions { ProjectName = "shop", StackName = $"stack{number}" },
                        async () =>
                        {
                            await Task.Yield();
                            Samples.App($"app{number}");
                            return new Dictionary<string, object?>
                            {
                                ["names"] = (Deployment.Instance.ProjectName, Deployment.Instance.StackName),
                            };
                        }
                    );

                    Assert.Equal($"app{number}", Assert.Single(resources).GetResourceName());
                    Assert.Equal($"app{number}", Assert.Single(engine.Registered).Name);
                    Assert.Equal(("shop", $"stack{number}"), outputs["names"]);
                })
        );

    [Fact]
    public async Task The_outputs_of_a_run_are_what_the_program_returned()
    {
        var nested = new Dictionary<string, object?> { ["a"] = 1 };
        IDictionary<string, object?> returned = new Dictionary<string, object?> { ["nested"] = nested };

        var (_, outputs) = await Deployment.TestAsync(new Engine(), new TestOptions(), () => Task.FromResult(returned));

        Assert.Same(nested, outputs["nested"]);
    }

    [Fact]
    public async Task A_run_ends_when_everything_that_it_started_has_ended()
    {
        var engine = new Engine
        {
            Register = async args =>
            {
                await Task.Yield();
                return ($"{args.Name}-id", args.Inputs);
            },
        };

        await engine.RunAsync(() => Samples.Access(Samples.App().Id));

        Assert.Equal("app-id", engine.InputsOf("access")["appId"]);
    }

    [Fact]
    public async Task Mocks_are_called_at_the_same_time()
    {
        const int Count = 20;
        using var everyone = new CountdownEvent(Count);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var engine = new Engine
        {
            Register = async args =>
            {
                if (everyone.Signal())
                    arrived.SetResult();
                await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
                return ("id", args.Inputs);
            },
        };

        await engine.RunAsync(() => Enumerable.Range(0, Count).Select(number => Samples.App($"app{number}")).ToList());

        Assert.Equal(Count, engine.Registered.Count);
    }

    [Fact]
    public async Task A_run_is_a_preview_unless_told_otherwise()
    {
        var engine = new Engine();

        await Deployment.TestAsync(
            engine,
            new TestOptions(),
            () =>
            {
                Samples.Access("0oa1", Samples.App().ClientId);
                return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
            }
        );

        // Unknown, where an update has a null.
        Assert.DoesNotContain("groups", engine.InputsOf("access").Keys);
    }

    [Fact]
    public async Task A_warning_does_not_fail_a_run() =>
        await new Engine().RunAsync(() =>
        {
            Log.Warn("careful");
            return 0;
        });

    [Fact]
    public async Task Mocks_have_no_configuration() =>
        Assert.Null(await new Engine().RunAsync(() => new Config("okta").Get("orgName")));

    [Fact]
    public async Task A_run_exception_arrives_as_its_message()
    {
        var error = await FailureAsync(new Engine(), () => throw new RunException("first\nsecond"));

        Assert.Equal("first\nsecond", error.Message);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task Any_other_exception_arrives_as_its_text()
    {
        var error = await FailureAsync(new Engine(), () => throw new InvalidOperationException("no"));

        Assert.StartsWith("Running program '", error.Message, StringComparison.Ordinal);
        Assert.Contains("' failed with an unhandled exception:\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: no", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Any_other_exception_arrives_as_its_text), error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task A_failing_parent_fails_the_run_once()
    {
        var engine = new Engine
        {
            Register = args =>
                args.Name == "component"
                    ? throw new RunException("no")
                    : Task.FromResult<(string?, object)>(("id", args.Inputs)),
        };

        var error = await FailureAsync(
            engine,
            () => Samples.App(options: new() { Parent = new Component("component") })
        );

        Assert.Equal("no", error.Message);
    }

    [Fact]
    public async Task What_needs_an_output_of_a_failing_resource_fails_too()
    {
        var engine = new Engine
        {
            Register = args =>
                args.Name == "app"
                    ? throw new RunException("no")
                    : Task.FromResult<(string?, object)>(("id", args.Inputs)),
        };

        var error = await Record.ExceptionAsync(() =>
            engine.RunAsync(() => Samples.Access(Samples.App().Id)).WaitAsync(TimeSpan.FromMinutes(1))
        );

        Assert.IsNotType<TimeoutException>(error);
        Assert.Contains("no", error!.Message, StringComparison.Ordinal);
        Assert.Equal("app", Assert.Single(engine.Registered).Name);
    }

    [Fact]
    public async Task Several_failures_arrive_as_the_first_or_together()
    {
        var engine = new Engine { Register = args => throw new RunException($"no {args.Name}") };

        var error = await Record.ExceptionAsync(() => engine.RunAsync(() => (Samples.App("a"), Samples.App("b"))));

        var messages = error is AggregateException several
            ? several.InnerExceptions.Select(inner => inner.Message)
            : [Assert.IsType<RunException>(error).Message];
        Assert.Subset(new HashSet<string> { "no a", "no b" }, messages.ToHashSet());
        Assert.NotEmpty(messages);
    }

    [Fact]
    public async Task A_missing_argument_fails_the_run()
    {
        var error = await FailureAsync(new Engine(), () => new Okta.App.OAuth("app", new() { Type = "browser" }));

        Assert.Contains(
            "[Input] Pulumi.Okta.App.OAuthArgs.Label is required but was not given a value",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_missing_list_fails_the_run()
    {
        var error = await FailureAsync(
            new Engine(),
            () => new Okta.TrustedOrigin.Origin("origin", new() { OriginName = "https://example.com" })
        );

        Assert.Contains("[Input] Pulumi.Okta.TrustedOrigin.OriginArgs.", error.Message, StringComparison.Ordinal);
        Assert.Contains("copes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_is_no_dictionary_fails_the_run()
    {
        var engine = new Engine { Register = _ => Task.FromResult<(string?, object)>(("id", new { label = "l" })) };

        var error = await FailureAsync(engine, () => Samples.App());

        Assert.Contains("is not a supported argument type", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_resource_has_a_name(string? name) => await FailureAsync(new Engine(), () => Samples.App(name!));

    private static async Task<RunException> FailureAsync(Engine engine, Func<object> program) =>
        await Assert.ThrowsAsync<RunException>(() => engine.RunAsync(program));
}
