using System.Collections.Immutable;
using Pulumi;
using Pulumi.Okta;
using Pulumi.Testing;
using Okta = Pulumi.Okta;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>What mocks see of a function's call, and what the program sees of their answer.</summary>
public sealed class FunctionTests
{
    [Fact]
    public async Task A_call_is_sent_with_wire_names_and_without_nulls()
    {
        var engine = new Engine();

        await AwaitAsync(engine, () => GetGroups.InvokeAsync(new() { Search = "profile.name eq \"Engineering\"" }));
        await AwaitAsync(
            engine,
            () => Okta.Policy.GetPolicy.InvokeAsync(new() { Name = "Any", Type = "ACCESS_POLICY" })
        );
        await AwaitAsync(engine, () => GetTrustedOrigins.InvokeAsync());

        Assert.Equal(
            [
                "okta:index/getGroups:getGroups",
                "okta:policy/getPolicy:getPolicy",
                "okta:index/getTrustedOrigins:getTrustedOrigins",
            ],
            engine.Called.Select(call => call.Token)
        );
        Assert.Equal(
            KeyValuePair.Create<string, object>("search", "profile.name eq \"Engineering\""),
            Assert.Single(engine.Called.First().Args)
        );
        Assert.Empty(engine.Called.Last().Args);
    }

    [Fact]
    public async Task A_result_is_read_by_wire_name()
    {
        var origin = Engine.State(
            ("active", true),
            ("origin", "https://example.com"),
            ("scopes", ImmutableArray.Create("CORS", "REDIRECT"))
        );
        var engine = new Engine { Call = _ => Engine.State(("id", "x"), ("trustedOrigins", new[] { origin })) };

        var found = await AwaitAsync(engine, () => GetTrustedOrigins.InvokeAsync(new() { Filter = "f" }));

        var one = Assert.Single(found.TrustedOrigins);
        Assert.Equal((true, "https://example.com"), (one.Active, one.Origin));
        Assert.Equal<string>(["CORS", "REDIRECT"], one.Scopes);
        Assert.Equal("f", Assert.Single(engine.Called).Args["filter"]);
    }

    [Fact]
    public async Task What_a_result_lacks_or_has_of_the_wrong_type_is_its_default()
    {
        var group = Engine.State(("id", 1), ("name", "Engineering"));
        var engine = new Engine { Call = _ => Engine.State(("groups", new[] { group })) };

        var one = Assert.Single((await AwaitAsync(engine, () => GetGroups.InvokeAsync())).Groups);

        Assert.Equal(("Engineering", null, null), (one.Name, one.Id, one.Type));
        Assert.True((await AwaitAsync(engine, () => GetTrustedOrigins.InvokeAsync())).TrustedOrigins.IsDefault);
    }

    [Fact]
    public async Task A_list_or_a_flag_of_the_wrong_type_becomes_the_default_quietly()
    {
        var origin = Engine.State(("active", "yes"), ("scopes", "CORS"));
        var engine = new Engine { Call = _ => Engine.State(("trustedOrigins", new[] { origin })) };

        var one = Assert.Single((await AwaitAsync(engine, () => GetTrustedOrigins.InvokeAsync())).TrustedOrigins);

        Assert.False(one.Active);
        Assert.True(one.Scopes.IsDefault);
    }

    [Fact]
    public async Task A_failing_call_fails_the_one_who_awaits_it()
    {
        var engine = new Engine { Call = _ => throw new NotSupportedException("404") };

        var caught = await AwaitAsync(engine, () => Record.ExceptionAsync(() => GetGroups.InvokeAsync()));

        Assert.Equal("404", Assert.IsType<NotSupportedException>(caught).Message);
    }

    [Fact]
    public async Task A_run_exception_of_a_call_fails_the_run_with_its_message()
    {
        var engine = new Engine { Call = _ => throw new RunException("404") };

        var error = await Assert.ThrowsAsync<RunException>(() => AwaitAsync(engine, () => GetGroups.InvokeAsync()));

        Assert.Equal("404", error.Message);
    }

    /// <summary>Runs a program that awaits one call.</summary>
    private static async Task<T> AwaitAsync<T>(Engine engine, Func<Task<T>> call)
    {
        T found = default!;
        await Deployment.TestAsync(
            engine,
            new TestOptions(),
            async () =>
            {
                found = await call();
                return new Dictionary<string, object?>();
            }
        );
        return found;
    }
}
