using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Okta.App;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>What mocks see of a resource, and what the program sees of their answer.</summary>
public sealed class ResourceTests
{
    private static readonly string[] Uris = ["https://example.com/cb", "https://example.com/cb2"];

    [Fact]
    public async Task Every_resource_is_sent_under_its_type()
    {
        var engine = new Engine();

        await engine.RunAsync(() =>
        {
            Samples.Access(Samples.App().Id, Samples.Group().Id);
            Samples.Origin("origin", "o");
            Samples.Rule("rule", "00g1");
            Samples.Policy("policy");
            return Samples.PolicyRule("policy-rule");
        });

        Assert.Equal(
            [
                "okta:app/oAuth:OAuth app",
                "okta:auth/serverPolicy:ServerPolicy policy",
                "okta:auth/serverPolicyRule:ServerPolicyRule policy-rule",
                "okta:group/group:Group group",
                "okta:group/rule:Rule rule",
                "okta:index/appGroupAssignments:AppGroupAssignments access",
                "okta:trustedorigin/origin:Origin origin",
            ],
            engine.Registered.Select(sent => $"{sent.Type} {sent.Name}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_new_resource_has_an_empty_id()
    {
        var engine = new Engine();

        await engine.RunAsync(() => Samples.App());

        Assert.Equal("", Assert.Single(engine.Registered).Id);
    }

    [Fact]
    public async Task Inputs_have_their_wire_names_and_wire_types()
    {
        var engine = new Engine();

        await engine.RunAsync(() =>
            new OAuth(
                "app",
                new()
                {
                    Label = "Storefront",
                    Type = "browser",
                    PkceRequired = true,
                    RefreshTokenLeeway = 30,
                    RedirectUris = Uris,
                }
            )
        );

        var inputs = engine.InputsOf("app");
        Assert.Equal(["label", "pkceRequired", "redirectUris", "refreshTokenLeeway", "type"], inputs.Keys.Order());
        Assert.Equal(
            ("Storefront", true, 30.0),
            (inputs["label"], inputs["pkceRequired"], inputs["refreshTokenLeeway"])
        );
        Assert.Equal(Uris, Assert.IsType<ImmutableArray<object>>(inputs["redirectUris"]));
    }

    [Fact]
    public async Task A_wire_name_may_differ_from_the_name_of_the_argument()
    {
        var engine = new Engine();

        await engine.RunAsync(() => Samples.Origin("origin", "o"));

        Assert.Equal("https://example.com", engine.InputsOf("origin")["origin"]);
    }

    [Fact]
    public async Task Nested_arguments_are_dictionaries()
    {
        var engine = new Engine();

        await engine.RunAsync(() => Samples.Access("app", "00g1"));

        var groups = Assert.IsType<ImmutableArray<object>>(engine.InputsOf("access")["groups"]);
        var group = Assert.IsType<ImmutableDictionary<string, object>>(Assert.Single(groups));
        Assert.Equal(["id", "profile"], group.Keys.Order());
        Assert.Equal(("00g1", "{}"), (group["id"], group["profile"]));
    }

    [Fact]
    public async Task An_empty_list_is_sent_but_one_never_touched_is_not()
    {
        var engine = new Engine();

        await engine.RunAsync(() =>
            new OAuth(
                "app",
                new()
                {
                    Label = "Storefront",
                    Type = "browser",
                    RedirectUris = Array.Empty<string>(),
                }
            )
        );

        Assert.Empty(Assert.IsType<ImmutableArray<object>>(engine.InputsOf("app")["redirectUris"]));
        Assert.DoesNotContain("postLogoutRedirectUris", engine.InputsOf("app").Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_that_is_partly_made_of_outputs_is_sent_once_all_are_known(bool isKnown)
    {
        var engine = new Engine
        {
            Register = args => Task.FromResult<(string?, object)>((isKnown ? "00g2" : null, args.Inputs)),
        };

        await engine.RunAsync(() => Samples.Rule("rule", "00g1", Samples.Group().Id));

        Assert.Equal(isKnown, engine.InputsOf("rule").TryGetValue("groupAssignments", out var groups));
        Assert.Equal(isKnown ? ["00g1", "00g2"] : null, (ImmutableArray<object>?)groups);
    }

    [Fact]
    public async Task A_null_is_absent_and_by_itself()
    {
        var engine = new Engine();

        await engine.RunAsync(() => Samples.Access((string)null!, "00g1", (string)null!));

        var groups = (ImmutableArray<object>)Assert.Single(engine.InputsOf("access")).Value;
        Assert.Equal([2, 1], groups.Select(group => Assert.IsType<ImmutableDictionary<string, object>>(group).Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_id_from_the_mock_is_the_id_of_the_resource(bool preview)
    {
        var engine = new Engine();

        await engine.RunAsync(() => Samples.Access(Samples.App().Id, "00g1"), preview);

        Assert.Equal("app-id", engine.InputsOf("access")["appId"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Without_an_id_from_the_mock_the_id_is_unknown_even_in_an_update(string? id)
    {
        var engine = new Engine { Register = args => Task.FromResult<(string?, object)>((id, args.Inputs)) };

        var app = await engine.RunAsync(() =>
        {
            var app = Samples.App();
            Samples.Access(app.Id, "00g1", app.Id);
            return app;
        });

        // One unknown makes the whole list unknown.
        Assert.Empty(engine.InputsOf("access"));
        Assert.Null(await OutputUtilities.GetValueAsync(app.Id));
    }

    [Fact]
    public async Task A_resource_waits_for_what_it_depends_on()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = new ConcurrentQueue<string>();
        var engine = new Engine
        {
            Register = async args =>
            {
                if (args.Name == "first")
                    await gate.Task;
                done.Enqueue(args.Name!);
                return ("id", args.Inputs);
            },
        };

        await engine.RunAsync(() =>
        {
            var first = Samples.Policy("first");
            var second = Samples.Policy("second", new() { DependsOn = new Resource[] { first } });
            gate.SetResult();
            return second;
        });

        Assert.Equal(["first", "second"], done);
    }

    [Fact]
    public async Task Mocks_never_call_hooks()
    {
        var engine = new Engine();
        var called = false;

        await engine.RunAsync(() =>
        {
            var hook = new ResourceHook(
                "there-already",
                (_, _) =>
                {
                    called = true;
                    return Task.CompletedTask;
                },
                new ResourceHookOptions { OnDryRun = true }
            );
            return Samples.App(options: new() { Hooks = new() { BeforeCreate = { hook } } });
        });

        Assert.Single(engine.Registered);
        Assert.False(called);
    }

    [Fact]
    public async Task Outputs_are_filled_from_the_state_by_wire_name()
    {
        var engine = new Engine { Register = Answer(Engine.State(("clientId", "0oa2"), ("id", "ignored"))) };

        var app = await engine.RunAsync(() => Samples.App(), preview: true);

        Assert.Equal("0oa1", await OutputUtilities.GetValueAsync(app.Id));
        Assert.Equal("0oa2", await OutputUtilities.GetValueAsync(app.ClientId));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task What_the_state_lacks_is_unknown_in_a_preview_and_null_in_an_update(bool preview, bool isKnown)
    {
        var engine = new Engine();

        await engine.RunAsync(() => Samples.Access("0oa1", Samples.App().ClientId), preview);

        Assert.Equal(isKnown, engine.InputsOf("access").ContainsKey("groups"));
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_becomes_the_default_quietly()
    {
        var engine = new Engine { Register = Answer(Engine.State(("clientId", 1))) };

        var access = await engine.RunAsync(() => Samples.Access("0oa1", Samples.App().ClientId), preview: true);

        Assert.Contains("groups", engine.InputsOf("access").Keys);
    }

    [Fact]
    public async Task A_state_may_be_arguments()
    {
        var engine = new Engine { Register = Answer(new OAuthArgs { Label = "l", Type = "web" }) };

        var app = await engine.RunAsync(() => Samples.App());

        Assert.Equal("0oa1", await OutputUtilities.GetValueAsync(app.Id));
    }

    private static Func<MockResourceArgs, Task<(string? Id, object State)>> Answer(object state) =>
        _ => Task.FromResult<(string?, object)>(("0oa1", state));
}
