using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Okta;
using Pulumi.Okta.Outputs;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace OktaSpa.Tests.OfflineSdk;

public sealed partial class MockBehaviorTests
{
    [Fact]
    public async Task A_call_is_sent_with_wire_names_and_without_nulls()
    {
        await AwaitAsync(() =>
            GetGroups.InvokeAsync(new() { Search = "profile.name eq \"Engineering\"", Limit = 200 })
        );

        var call = Assert.Single(engine.Called);
        Assert.Equal(("okta:index/getGroups:getGroups", ""), (call.Token, call.Provider));
        Assert.Equal(["limit", "search"], call.Args.Keys.Order());
        Assert.Equal((200.0, "profile.name eq \"Engineering\""), (call.Args["limit"], call.Args["search"]));
    }

    [Fact]
    public async Task A_call_needs_no_arguments()
    {
        await AwaitAsync(() => GetTrustedOrigins.InvokeAsync());

        var call = Assert.Single(engine.Called);
        Assert.Equal("okta:index/getTrustedOrigins:getTrustedOrigins", call.Token);
        Assert.Empty(call.Args);
    }

    [Fact]
    public async Task A_result_is_read_by_wire_name()
    {
        var found = await AwaitAsync(
            () => GetGroups.InvokeAsync(),
            ("id", "x"),
            ("limit", 200),
            (
                "groups",
                new[]
                {
                    Engine.State(
                        ("id", "00g1"),
                        ("name", "Engineering"),
                        ("type", "OKTA_GROUP"),
                        ("customProfileAttributes", "{}")
                    ),
                }
            )
        );

        Assert.Equal(("x", 200, null), (found.Id, found.Limit, found.Search));
        var group = Assert.IsType<GetGroupsGroupResult>(Assert.Single(found.Groups));
        Assert.Equal(
            ("00g1", "Engineering", "OKTA_GROUP", "{}", null),
            (group.Id, group.Name, group.Type, group.CustomProfileAttributes, group.Source)
        );
    }

    [Fact]
    public async Task A_trusted_origin_is_read_by_wire_name()
    {
        var origin = Engine.State(
            ("active", true),
            ("id", "tos1"),
            ("name", "n"),
            ("origin", "https://example.com"),
            ("scopes", ImmutableArray.Create("CORS", "REDIRECT"))
        );
        var found = await AwaitAsync(
            () => GetTrustedOrigins.InvokeAsync(new() { Filter = "f" }),
            ("trustedOrigins", new[] { origin })
        );

        var one = Assert.Single(found.TrustedOrigins);
        Assert.Equal((true, "tos1", "n", "https://example.com"), (one.Active, one.Id, one.Name, one.Origin));
        Assert.Equal<string>(["CORS", "REDIRECT"], one.Scopes);
        Assert.Equal("f", Assert.Single(engine.Called).Args["filter"]);
    }

    [Fact]
    public async Task What_a_result_lacks_is_its_default()
    {
        var found = await AwaitAsync(() => GetGroups.InvokeAsync());

        Assert.True(found.Groups.IsDefault);
        Assert.Null(found.Id);
        Assert.Null(found.Limit);
    }

    [Fact]
    public async Task A_failing_call_fails_the_one_who_awaits_it()
    {
        engine
            .Mock.Setup(mocks => mocks.CallAsync(It.IsAny<MockCallArgs>()))
            .ThrowsAsync(new NotSupportedException("404"));
        Exception? caught = null;
        await Deployment.TestAsync(
            engine.Mock.Object,
            new TestOptions(),
            async () =>
            {
                caught = await Record.ExceptionAsync(() => GetGroups.InvokeAsync()).ConfigureAwait(false);
            }
        );

        Assert.Equal("404", Assert.IsType<NotSupportedException>(caught).Message);
    }

    [Fact]
    public async Task A_run_exception_of_a_call_fails_the_run_with_its_message()
    {
        engine.Mock.Setup(mocks => mocks.CallAsync(It.IsAny<MockCallArgs>())).ThrowsAsync(new RunException("404"));

        var awaited = await Assert.ThrowsAsync<RunException>(() =>
            Deployment.TestAsync(engine.Mock.Object, new TestOptions(), () => GetGroups.InvokeAsync())
        );
        var applied = await Assert.ThrowsAsync<RunException>(() =>
            engine.RunAsync(() =>
            {
                GetGroups.Invoke();
            })
        );

        Assert.Equal(("404", "404"), (awaited.Message, applied.Message));
    }

    [Fact]
    public async Task An_invoked_call_is_sent_and_read_like_an_awaited_one()
    {
        engine.AnswerCalls(("id", "x"));
        var found = await engine.RunAsync(
            () => GetGroups.Invoke(new() { Search = Output.Create("s"), Limit = 1 }),
            preview: true
        );

        Assert.Equal("x", (await OutputUtilities.GetValueAsync(found)).Id);
        var call = Assert.Single(engine.Called);
        Assert.Equal(("s", 1.0), (call.Args["search"], call.Args["limit"]));
    }

    [Fact]
    public async Task An_invoked_call_with_an_unknown_argument_is_not_made()
    {
        var found = await engine.RunAsync(() =>
            GetGroups.Invoke(new() { Search = OutputUtilities.CreateUnknown("s") })
        );

        Assert.False(await OutputUtilities.GetIsKnownAsync(found));
    }

    [Fact]
    public async Task An_invoked_call_that_depends_on_a_resource_still_to_come_is_not_made()
    {
        engine.Answer("app", "", Engine.State());
        var found = await engine.RunAsync(() =>
            GetGroups.Invoke(new(), new InvokeOutputOptions { DependsOn = { Samples.App() } })
        );

        Assert.False(await OutputUtilities.GetIsKnownAsync(found));
    }

    [Fact]
    public async Task An_invoked_call_depends_on_what_it_was_given()
    {
        engine.AnswerCalls(("id", "x"));
        var (app, other, found) = await engine.RunAsync(() =>
        {
            var (app, other) = (Samples.App(), Samples.App("other"));
            return (
                app,
                other,
                GetGroups.Invoke(new() { Search = app.Id }, new InvokeOutputOptions { DependsOn = { other } })
            );
        });

        Assert.True((await OutputUtilities.GetDependenciesAsync(found)).SetEquals([app, other]));
    }

    [Fact]
    public async Task A_secret_in_a_result_makes_an_invoked_result_secret()
    {
        engine.AnswerCalls(("id", Output.CreateSecret("x")));
        var found = await engine.RunAsync(() => GetGroups.Invoke());

        Assert.True(await Output.IsSecretAsync(found));
        Assert.Equal("x", (await OutputUtilities.GetValueAsync(found)).Id);
    }

    [Fact]
    public async Task A_call_may_name_a_provider_or_inherit_it()
    {
        engine.AnswerCalls();
        await engine.RunAsync(() =>
        {
            var provider = Samples.Provider();
            GetGroups.Invoke(options: new InvokeOptions { Provider = provider });
            GetGroups.Invoke(
                options: new InvokeOptions { Parent = new Component("component", new() { Provider = provider }) }
            );
        });

        Assert.Equal(2, engine.Called.Count);
        Assert.All(
            engine.Called,
            call => Assert.EndsWith("::other::other-id", call.Provider, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_function_may_be_called_by_its_token()
    {
        var found = await AwaitAsync(
            () =>
                Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>(
                    "test:index:call",
                    InvokeArgs.Empty
                ),
            ("a", 1),
            ("b", ImmutableArray.Create("c"))
        );

        Assert.Equal(1.0, found["a"]);
        Assert.Equal<object>(["c"], Assert.IsType<ImmutableArray<object>>(found["b"]));
    }

    /// <summary>Runs a program that awaits one call, answered with the given result.</summary>
    private async Task<T> AwaitAsync<T>(Func<Task<T>> call, params (string Name, object Value)[] result)
    {
        engine.AnswerCalls(result);
        T found = default!;
        await Deployment.TestAsync(
            engine.Mock.Object,
            new TestOptions(),
            async () =>
            {
                found = await call().ConfigureAwait(false);
            }
        );
        return found;
    }
}
