using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>Components, their outputs, and what transformations see of what is in them.</summary>
public sealed class ComponentTests
{
    private const string StackUrn = "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack";

    private readonly Engine engine = new();

    [Fact]
    public async Task A_component_is_registered_like_a_resource_and_needs_no_id()
    {
        var nameless = new Engine { Register = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };

        await nameless.RunAsync(() => new Component("component"));

        Assert.Contains(
            "test:index:Component component ",
            nameless.Registered.Select(sent => $"{sent.Type} {sent.Name} {sent.Id}")
        );
        Assert.Empty(nameless.InputsOf("component"));
    }

    [Fact]
    public async Task A_child_waits_for_its_parent()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = new List<string>();
        var slow = new Engine
        {
            Register = async args =>
            {
                if (args.Name == "parent")
                    await gate.Task;
                lock (done)
                    done.Add(args.Name!);
                return ("id", args.Inputs);
            },
        };

        await slow.RunAsync(() =>
        {
            Samples.App("child", new() { Parent = new Component("parent") });
            gate.SetResult();
            return 0;
        });

        Assert.Equal(["parent", "child"], done.Where(name => name != "parent-app"));
    }

    [Fact]
    public async Task The_stack_registers_no_outputs_when_the_program_is_a_function()
    {
        await engine.RunAsync(() => 0);

        var request = Assert.Single(engine.Outputs);
        Assert.Equal(StackUrn, request.Urn);
        Assert.Empty(request.Outputs);
    }

    [Fact]
    public async Task A_run_that_fails_registers_no_outputs_of_the_stack()
    {
        await Assert.ThrowsAsync<RunException>(() => engine.RunAsync<int>(() => throw new RunException("no")));

        Assert.Empty(engine.Outputs);
    }

    [Fact]
    public async Task Registered_outputs_are_the_marked_properties_of_a_component()
    {
        var component = await engine.RunAsync(() =>
        {
            var component = new Component("component");
            component.Register();
            return component;
        });

        var (name, address) = Assert.Single(OutputsOfComponent());
        Assert.Equal("address", name);
        Assert.Equal(
            await OutputUtilities.GetValueAsync(component.Address),
            await OutputUtilities.GetValueAsync(address)
        );
    }

    [Fact]
    public async Task Registered_outputs_may_be_given_and_nulls_are_left_out()
    {
        await engine.RunAsync(() =>
        {
            var component = new Component("component");
            component.Register(
                new Dictionary<string, object?>
                {
                    ["id"] = Samples.App().Id,
                    ["port"] = 443,
                    ["null"] = null,
                }
            );
            return component;
        });

        var outputs = OutputsOfComponent();
        Assert.Equal(["id", "port"], outputs.Keys.Order());
        Assert.Equal("app-id", await OutputUtilities.GetValueAsync(outputs["id"]));
        Assert.Equal(443.0, await OutputUtilities.GetValueAsync(outputs["port"]));
    }

    [Fact]
    public async Task The_urn_of_a_component_does_not_tell_its_parent()
    {
        await engine.RunAsync(() =>
        {
            new Component("inner", new() { Parent = new Component("outer") }).Register();
            return 0;
        });

        Assert.Contains(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Component::inner",
            engine.Outputs.Select(request => request.Urn)
        );
    }

    [Fact]
    public async Task A_transformation_sees_what_a_resource_is_made_with_at_once()
    {
        var seen = new List<ResourceTransformationArgs>();
        var alias = new Alias { Name = "old" };
        await engine.RunAsync(() =>
        {
            var component = new Component("component", new() { ResourceTransformations = { Note(seen) } });
            var app = Samples.App(
                options: new()
                {
                    Parent = component,
                    Protect = true,
                    Aliases = { alias },
                }
            );

            Assert.Equal<Resource>([component, app], seen.Select(args => args.Resource));
            Assert.Null(seen[0].Options.Parent);
            Assert.Same(component, seen[1].Options.Parent);
            return 0;
        });

        Assert.Equal(
            "browser",
            await OutputUtilities.GetValueAsync(((Pulumi.Okta.App.OAuthArgs)seen[1].Args).Type.ToOutput())
        );
        Assert.True(seen[1].Options.Protect);
        Assert.Same(alias, await OutputUtilities.GetValueAsync(Assert.Single(seen[1].Options.Aliases).ToOutput()));
    }

    [Fact]
    public async Task A_transformation_does_not_see_protection_that_is_inherited()
    {
        var seen = new List<ResourceTransformationArgs>();
        await engine.RunAsync(() =>
            Samples.App(
                options: new()
                {
                    Parent = new Component(
                        "component",
                        new() { Protect = true, ResourceTransformations = { Note(seen) } }
                    ),
                }
            )
        );

        Assert.Equal([true, null], seen.Select(args => args.Options.Protect));
    }

    [Fact]
    public async Task Transformations_run_from_the_resource_to_its_ancestors()
    {
        var order = new List<string>();
        await engine.RunAsync(() =>
        {
            var outer = new Component("outer", new() { ResourceTransformations = { Name("outer") } });
            var inner = new Component("inner", new() { Parent = outer, ResourceTransformations = { Name("inner") } });
            order.Clear();
            return Samples.App(
                options: new() { Parent = inner, ResourceTransformations = { Name("first"), Name("second") } }
            );
        });

        Assert.Equal(["first", "second", "inner", "outer"], order);

        ResourceTransformation Name(string name) =>
            _ =>
            {
                order.Add(name);
                return null;
            };
    }

    private ImmutableDictionary<string, Output<object?>> OutputsOfComponent() =>
        Assert.Single(engine.Outputs, request => request.Urn != StackUrn).Outputs;

    private static ResourceTransformation Note(List<ResourceTransformationArgs> seen) =>
        args =>
        {
            seen.Add(args);
            return null;
        };
}
