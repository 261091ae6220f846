using Pulumi;
using Pulumi.Testing;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>
/// What programs and tests may rely on when they run under mocks. The same tests pass with Pulumi's own packages: they
/// are what keeps the stand-ins in step.
/// </summary>
public sealed partial class MockBehaviorTests
{
    private readonly Engine engine = new();

    [Fact]
    public async Task A_run_has_names_of_its_own()
    {
        var seen = await engine.RunAsync(() => Deployment.Instance);

        Assert.Equal(
            ("project", "stack", "organization", false),
            (seen.ProjectName, seen.StackName, seen.OrganizationName, seen.IsDryRun)
        );
    }

    [Fact]
    public async Task A_run_is_a_preview_unless_told_otherwise()
    {
        var preview = false;
        var options = new TestOptions
        {
            ProjectName = "p",
            StackName = "s",
            OrganizationName = "o",
        };
        var names = "";
        await Deployment.TestAsync(
            engine.Mock.Object,
            options,
            () =>
            {
                var run = Deployment.Instance;
                preview = run.IsDryRun;
                names = run.ProjectName + run.StackName + run.OrganizationName;
            }
        );

        Assert.True(preview);
        Assert.Equal("pso", names);
    }

    [Fact]
    public void There_is_no_deployment_outside_of_a_run() =>
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);

    [Fact]
    public void There_is_no_resource_outside_of_a_run() =>
        Assert.Throws<InvalidOperationException>(() => Samples.App());

    [Fact]
    public async Task A_run_within_a_run_is_refused()
    {
        Task inner = Task.CompletedTask;
        await engine.RunAsync(() =>
        {
            inner = new Engine().RunAsync(() => { });
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => inner);
    }

    [Fact]
    public async Task Runs_at_the_same_time_do_not_meet()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async number =>
                {
                    var mocks = new Engine();
                    var (resources, outputs) = await Deployment.TestAsync(
                        mocks.Mock.Object,
                        new TestOptions { StackName = $"stack{number}" },
                        async () =>
                        {
                            await Task.Yield();
                            Samples.App($"app{number}");
                            return new Dictionary<string, object?> { ["stack"] = Deployment.Instance.StackName };
                        }
                    );

                    Assert.Equal($"app{number}", Assert.Single(resources).GetResourceName());
                    Assert.Equal($"app{number}", Assert.Single(mocks.Registered).Name);
                    Assert.Equal($"stack{number}", outputs["stack"]);
                })
        );
    }

    [Fact]
    public async Task A_run_ends_when_everything_that_it_started_has_ended()
    {
        engine
            .Mock.Setup(mocks => mocks.NewResourceAsync(Moq.It.Is<MockResourceArgs>(args => args.Name == "slow")))
            .Returns(
                async (MockResourceArgs args) =>
                {
                    await Task.Delay(50);
                    return ("slow-id", args.Inputs);
                }
            );
        var applied = false;

        await engine.RunAsync(() =>
        {
            Samples
                .App("slow")
                .Id.Apply(async _ =>
                {
                    await Task.Delay(50);
                    Samples.App("late").Id.Apply(_ => applied = true);
                });
        });

        Assert.True(applied);
        Assert.Equal("late", Assert.Single(engine.Registered).Name);
    }

    [Fact]
    public async Task Mocks_are_called_at_the_same_time()
    {
        const int Count = 20;
        using var everyone = new CountdownEvent(Count);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        engine
            .Mock.Setup(mocks => mocks.NewResourceAsync(Moq.It.IsAny<MockResourceArgs>()))
            .Returns(
                async (MockResourceArgs args) =>
                {
                    if (everyone.Signal())
                        arrived.SetResult();
                    await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
                    return ("id", args.Inputs);
                }
            );

        var resources = await engine.RunAsync(() =>
        {
            foreach (var number in Enumerable.Range(0, Count))
                Samples.App($"app{number}");
        });

        Assert.Equal(Count, resources.Length);
    }

    [Fact]
    public async Task The_program_may_be_asynchronous()
    {
        var resources = await Deployment.TestAsync(
            engine.Mock.Object,
            new TestOptions(),
            async () =>
            {
                await Task.Delay(1).ConfigureAwait(false);
                Samples.App();
            }
        );

        Assert.Single(resources);
    }

    [Fact]
    public async Task The_outputs_of_a_run_are_what_the_program_returned()
    {
        var nested = new Dictionary<string, object?> { ["secret"] = Output.CreateSecret("s") };
        IDictionary<string, object?> returned = new Dictionary<string, object?>
        {
            ["plain"] = 1,
            ["later"] = Output.Create(2),
            ["nested"] = nested,
        };

        var (_, outputs) = await Deployment.TestAsync(engine.Mock.Object, new TestOptions(), () => returned);

        Assert.Same(returned, outputs);
        Assert.Same(nested, outputs["nested"]);
    }

    [Fact]
    public async Task The_resources_of_a_run_are_custom_resources_and_components_but_not_the_stack()
    {
        var resources = await engine.RunAsync(() =>
        {
            Samples.App(options: new() { Parent = new Component("component") });
        });

        Assert.Equal(["app", "component"], resources.Select(resource => resource.GetResourceName()).Order());
        Assert.Equal(
            [Samples.AppType, "test:index:Component"],
            resources.Select(resource => resource.GetResourceType()).Order()
        );
    }

    [Fact]
    public async Task Thousands_of_resources_take_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await engine.RunAsync(() =>
        {
            foreach (var number in Enumerable.Range(0, 3000))
                Samples.App($"app{number}");
        });

        // Far more than it takes, for slow machines; quadratic work would still be over it.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
