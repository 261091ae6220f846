using Moq;
using Pulumi;
using Pulumi.Okta.App;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace OktaSpa.Tests.OfflineSdk;

public sealed partial class MockBehaviorTests
{
    [Fact]
    public async Task A_transformation_sees_what_a_resource_is_made_with()
    {
        var seen = new List<ResourceTransformationArgs>();
        var args = Samples.AppArgs;
        var (component, app) = await engine.RunAsync(() =>
        {
            var component = new Component("component", Watch(seen));
            var options = new CustomResourceOptions
            {
                Parent = component,
                Protect = true,
                IgnoreChanges = { "label" },
                Aliases = { new Alias { Name = "old" } },
            };
            return (component, Samples.App(args: args, options: options));
        });

        Assert.Equal([component, app], seen.Select(transformed => transformed.Resource));
        Assert.Same(args, seen[1].Args);
        var options = Assert.IsType<CustomResourceOptions>(seen[1].Options);
        Assert.Same(component, options.Parent);
        Assert.True(options.Protect);
        Assert.Equal(["label"], options.IgnoreChanges);
        Assert.Equal(
            "old",
            await OutputUtilities.GetValueAsync(Assert.Single(options.Aliases).Apply(alias => alias.Name!))
        );
    }

    [Fact]
    public async Task A_transformation_sees_what_the_package_itself_says()
    {
        var seen = new List<ResourceTransformationArgs>();
        await engine.RunAsync(() =>
        {
            var parent = new Component("component", Watch(seen));
            Samples.App(options: new() { Parent = parent, AdditionalSecretOutputs = { "label" } });
            Samples.Origin("origin", options: new() { Parent = parent });
        });

        var app = Assert.IsType<CustomResourceOptions>(seen[1].Options);
        var origin = Assert.IsType<CustomResourceOptions>(seen[2].Options);
        Assert.Equal(
            ["clientBasicSecret", "clientBasicSecretWo", "clientSecret", "label"],
            app.AdditionalSecretOutputs
        );
        Assert.Empty(origin.AdditionalSecretOutputs);
        Assert.Equal(("6.11.0", "6.11.0"), (app.Version, origin.Version));
    }

    [Fact]
    public async Task Protection_is_inherited_but_a_transformation_does_not_see_it_yet()
    {
        var seen = new List<ResourceTransformationArgs>();
        await engine.RunAsync(() =>
        {
            var options = Watch(seen);
            options.Protect = true;
            Samples.App(options: new() { Parent = new Component("component", options) });
        });

        Assert.Equal([true, null], seen.Select(transformed => transformed.Options.Protect));
    }

    [Fact]
    public async Task Transformations_run_at_once_in_the_constructor()
    {
        var seen = new List<ResourceTransformationArgs>();
        var counts = await engine.RunAsync(() =>
        {
            var component = new Component("component", Watch(seen));
            var before = seen.Count;
            Samples.App(options: new() { Parent = component });
            return (before, seen.Count);
        });

        Assert.Equal((1, 2), counts);
    }

    [Fact]
    public async Task Transformations_run_from_the_resource_to_its_ancestors()
    {
        var order = new List<string>();
        await engine.RunAsync(() =>
        {
            var outer = new Component("outer", new() { ResourceTransformations = { Note("outer") } });
            var inner = new Component("inner", new() { Parent = outer, ResourceTransformations = { Note("inner") } });
            order.Clear();
            Samples.App(options: new() { Parent = inner, ResourceTransformations = { Note("first"), Note("second") } });
        });

        Assert.Equal(["first", "second", "inner", "outer"], order);

        ResourceTransformation Note(string name) =>
            _ =>
            {
                order.Add(name);
                return null;
            };
    }

    [Fact]
    public async Task A_transformation_may_replace_the_arguments_and_the_next_one_sees_it()
    {
        ResourceArgs? next = null;
        var replaced = new OAuthArgs { Label = "Other", Type = "web" };
        await engine.RunAsync(() =>
        {
            Samples.App(
                options: new()
                {
                    ResourceTransformations =
                    {
                        transformed => new ResourceTransformationResult(replaced, transformed.Options),
                        transformed =>
                        {
                            next = transformed.Args;
                            return null;
                        },
                    },
                }
            );
        });

        Assert.Same(replaced, next);
        Assert.Equal("Other", Assert.Single(engine.Registered).Inputs["label"]);
    }

    [Fact]
    public async Task A_transformation_may_replace_the_options()
    {
        await engine.RunAsync(() =>
        {
            Samples.App(
                options: new()
                {
                    ResourceTransformations =
                    {
                        transformed => new ResourceTransformationResult(
                            transformed.Args,
                            CustomResourceOptions.Merge(
                                (CustomResourceOptions)transformed.Options,
                                new() { ImportId = "0oa1" }
                            )
                        ),
                    },
                }
            );
        });

        Assert.Equal("0oa1", Assert.Single(engine.Registered).Id);
    }

    [Fact]
    public async Task A_transformation_may_not_replace_the_parent()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                Samples.App(
                    options: new()
                    {
                        ResourceTransformations =
                        {
                            transformed => new ResourceTransformationResult(
                                transformed.Args,
                                new CustomResourceOptions { Parent = new Component("c") }
                            ),
                        },
                    }
                );
            })
        );

        Assert.Contains(
            "Transformations cannot currently be used to change the 'parent' of a resource.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Changing_the_options_afterwards_changes_nothing()
    {
        engine
            .Mock.Setup(mocks => mocks.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Name == "component")))
            .Returns(
                async (MockResourceArgs args) =>
                {
                    await Task.Delay(50);
                    return (null, args.Inputs);
                }
            );

        await engine.RunAsync(() =>
        {
            var options = new CustomResourceOptions { Parent = new Component("component"), ImportId = "0oa1" };
            Samples.Any("any", options: options);
            options.ImportId = "0oa2";
        });

        Assert.Equal("0oa1", Assert.Single(engine.Registered).Id);
    }

    [Fact]
    public async Task Merging_prefers_the_second_and_joins_lists()
    {
        var merged = CustomResourceOptions.Merge(
            new()
            {
                Protect = true,
                Version = "1",
                ImportId = "a",
                IgnoreChanges = { "a" },
                AdditionalSecretOutputs = { "a" },
            },
            new()
            {
                Protect = false,
                IgnoreChanges = { "b" },
                ReplaceOnChanges = { "c" },
                AdditionalSecretOutputs = { "b" },
                DeleteBeforeReplace = true,
            }
        );

        Assert.Equal(
            (false, "1", "a", true),
            (merged.Protect, merged.Version, merged.ImportId, merged.DeleteBeforeReplace)
        );
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["a", "b"], merged.AdditionalSecretOutputs);
        Assert.Equal(["c"], merged.ReplaceOnChanges);
        Assert.Empty(await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput()));
        Assert.Equal(true, ComponentResourceOptions.Merge(new() { RetainOnDelete = true }, null).RetainOnDelete);
    }

    [Fact]
    public async Task A_resource_waits_for_what_it_depends_on()
    {
        await RunSlowlyAsync(() =>
        {
            var slow = Samples.App("slow");
            Samples.App("app", options: new() { DependsOn = { slow } });
        });

        Assert.Equal(["slow", "app"], engine.Registered.Select(sent => sent.Name));
    }

    [Fact]
    public async Task Depending_on_a_component_is_depending_on_what_is_in_it()
    {
        await RunSlowlyAsync(() =>
        {
            var outer = new Component("outer");
            Samples.App("slow", options: new() { Parent = new Component("inner", new() { Parent = outer }) });
            Samples.App("app", options: new() { DependsOn = { outer } });
        });

        Assert.Equal("app", engine.Registered.Last().Name);
    }

    [Fact]
    public async Task Resources_that_depend_on_nothing_do_not_wait()
    {
        await RunSlowlyAsync(() =>
        {
            Samples.App("slow");
            Samples.App("app");
        });

        Assert.Equal(["app", "slow"], engine.Registered.Select(sent => sent.Name));
    }

    [Fact]
    public async Task A_child_waits_for_its_parent()
    {
        await RunSlowlyAsync(() =>
        {
            Samples.App("app", options: new() { Parent = new Component("slow") });
        });

        Assert.Equal(["slow", "app"], engine.Registered.Select(sent => sent.Name));
    }

    [Fact]
    public async Task A_provider_is_named_by_urn_and_id_and_inherited()
    {
        await engine.RunAsync(() =>
        {
            var provider = Samples.Provider();
            Samples.App("given", options: new() { Provider = provider });
            Samples.App("inherited", options: new() { Parent = new Component("one", new() { Provider = provider }) });
            Samples.App("found", options: new() { Parent = new Component("many", new() { Providers = { provider } }) });
            Samples.Any("unrelated", options: new() { Parent = new Component("any", new() { Provider = provider }) });
        });

        const string Reference =
            "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:okta::other::other-id";
        var providers = engine.Registered.ToDictionary(sent => sent.Name!, sent => sent.Provider);
        Assert.Equal(
            new()
            {
                ["other"] = "",
                ["given"] = Reference,
                ["one"] = "",
                ["inherited"] = Reference,
                ["many"] = "",
                ["found"] = Reference,
                ["any"] = "",
                ["unrelated"] = "",
            },
            providers
        );
    }

    [Fact]
    public async Task A_component_takes_one_provider_or_several_but_not_both()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                var provider = Samples.Provider();
                _ = new Component("component", new() { Provider = provider, Providers = { provider } });
            })
        );

        Assert.Contains("Do not supply both 'provider' and 'providers'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_that_contradicts_itself_fails_the_run()
    {
        Alias[] wrong =
        [
            new() { Urn = "urn:pulumi:a::b::c::d", Name = "old" },
            new() { Urn = "urn:pulumi:a::b::c::d", NoParent = true },
            new() { ParentUrn = "urn:pulumi:a::b::c::d", NoParent = true },
        ];

        foreach (var alias in wrong)
        {
            var error = await Assert.ThrowsAsync<RunException>(() =>
                engine.RunAsync(() =>
                {
                    Samples.App(options: new() { Aliases = { alias } });
                })
            );
            Assert.Contains("Alias", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Aliases_of_every_kind_are_accepted()
    {
        var resources = await engine.RunAsync(() =>
        {
            var component = new Component(
                "component",
                new()
                {
                    Aliases =
                    {
                        new Alias { Name = "old" },
                        new Alias { NoParent = true },
                    },
                }
            );
            Samples.App(
                options: new()
                {
                    Parent = component,
                    Aliases =
                    {
                        new Alias { Urn = "urn:pulumi:a::b::c::d" },
                        new Alias
                        {
                            Parent = component,
                            Name = "older",
                            Type = "test:index:Any",
                            Project = "p",
                            Stack = "s",
                        },
                    },
                }
            );
        });

        Assert.Equal(2, resources.Length);
    }

    [Theory]
    [InlineData("", "app")]
    [InlineData("test:index:Any", "")]
    public async Task A_resource_has_a_type_and_a_name(string type, string name) =>
        await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                _ = new CustomResource(type, name, null, new());
            })
        );

    private static ComponentResourceOptions Watch(List<ResourceTransformationArgs> seen) =>
        new()
        {
            ResourceTransformations =
            {
                transformed =>
                {
                    seen.Add(transformed);
                    return null;
                },
            },
        };

    /// <summary>Runs a program whose resource "slow" takes its time before it is registered.</summary>
    private async Task RunSlowlyAsync(Action program)
    {
        var slow = new Engine();
        slow.Mock.Setup(mocks => mocks.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .Returns(
                async (MockResourceArgs args) =>
                {
                    if (args.Name == "slow")
                        await Task.Delay(50);
                    return await engine.Mock.Object.NewResourceAsync(args);
                }
            );
        await slow.RunAsync(program);
    }
}
