using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Pulumi.Utilities;

namespace OktaSpa.Tests.OfflineSdk;

public sealed partial class MockBehaviorTests
{
    [Fact]
    public async Task Apply_takes_a_value_a_task_an_input_or_an_output()
    {
        var one = Output.Create(Task.FromResult(1));
        Input<int> input = one;

        int[] results =
        [
            await OutputUtilities.GetValueAsync(one.Apply(value => value + 1)),
            await OutputUtilities.GetValueAsync(one.Apply(value => Task.FromResult(value + 2))),
            await OutputUtilities.GetValueAsync(one.Apply(value => (Input<int>)(value + 3))),
            await OutputUtilities.GetValueAsync(one.Apply(value => Output.Create(value + 4))),
            await OutputUtilities.GetValueAsync(input.Apply(value => value + 5)),
            await OutputUtilities.GetValueAsync(input.Apply(value => Task.FromResult(value + 6))),
            await OutputUtilities.GetValueAsync(input.Apply(value => (Input<int>)(value + 7))),
            await OutputUtilities.GetValueAsync(input.Apply(value => Output.Create(value + 8))),
        ];

        Assert.Equal(Enumerable.Range(2, 8), results);
    }

    [Fact]
    public async Task Apply_waits_for_a_task_without_a_result()
    {
        var done = false;
        await OutputUtilities.GetValueAsync(
            Output
                .Create(1)
                .Apply(async _ =>
                {
                    await Task.Delay(10);
                    done = true;
                })
        );

        Assert.True(done);
    }

    [Fact]
    public async Task Apply_may_answer_with_no_output()
    {
        var result = Output.Create(1).Apply(_ => (Output<string>?)null);

        Assert.True(await OutputUtilities.GetIsKnownAsync(result));
        Assert.Null(await OutputUtilities.GetValueAsync(result));
    }

    [Fact]
    public async Task Apply_does_not_run_for_an_unknown()
    {
        var ran = false;
        var result = Output
            .CreateSecret(OutputUtilities.CreateUnknown(1))
            .Apply(value =>
            {
                ran = true;
                return value;
            });

        Assert.False(await OutputUtilities.GetIsKnownAsync(result));
        Assert.True(await Output.IsSecretAsync(result));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(result));
        Assert.False(ran);
    }

    [Fact]
    public async Task Apply_keeps_what_either_side_is()
    {
        var secret = Output.CreateSecret(1).Apply(value => Output.Create(value));
        var inner = Output.Create(1).Apply(_ => Output.CreateSecret(Task.FromResult(2)));
        var unknown = Output.Create(1).Apply(_ => OutputUtilities.CreateUnknown(2));

        Assert.True(await Output.IsSecretAsync(secret));
        Assert.True(await Output.IsSecretAsync(inner));
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
    }

    [Fact]
    public async Task Unsecret_takes_the_secrecy_away()
    {
        var output = Output.Unsecret(Output.CreateSecret("s"));

        Assert.False(await Output.IsSecretAsync(output));
        Assert.Equal("s", await OutputUtilities.GetValueAsync(output));
    }

    [Fact]
    public async Task All_keeps_the_order_and_what_any_is()
    {
        var known = Output.All<int>(1, Output.CreateSecret(2), Output.Create(Task.FromResult(3)));
        var unknown = Output.All(Output.Create(1), OutputUtilities.CreateUnknown(2));

        Assert.Equal<int>([1, 2, 3], await OutputUtilities.GetValueAsync(known));
        Assert.True(await Output.IsSecretAsync(known));
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
        Assert.True((await OutputUtilities.GetValueAsync(unknown)).IsDefault);
    }

    [Fact]
    public async Task All_takes_any_sequence()
    {
        Assert.Equal<int>(
            [1, 2],
            await OutputUtilities.GetValueAsync(
                Output.All(new List<Output<int>> { Output.Create(1), Output.Create(2) })
            )
        );
        Assert.Equal<int>([1, 2], await OutputUtilities.GetValueAsync(Output.All(new List<Input<int>> { 1, 2 })));
        Assert.Empty(await OutputUtilities.GetValueAsync(Output.All<int>(ImmutableArray<Input<int>>.Empty)));
    }

    [Fact]
    public async Task Tuples_keep_what_any_is()
    {
        var two = Output.Tuple<int, string>(1, Output.CreateSecret("a"));
        var three = Output.Tuple(Output.Create(1), Output.Create("a"), OutputUtilities.CreateUnknown(true));

        Assert.Equal((1, "a"), await OutputUtilities.GetValueAsync(two));
        Assert.True(await Output.IsSecretAsync(two));
        Assert.False(await OutputUtilities.GetIsKnownAsync(three));
        Assert.Equal((1, 2, 3), await OutputUtilities.GetValueAsync(Output.Tuple<int, int, int>(1, 2, 3)));
        Assert.Equal((1, 2), await OutputUtilities.GetValueAsync(Output.Tuple(Output.Create(1), Output.Create(2))));
    }

    [Fact]
    public async Task Combined_outputs_depend_on_all_their_resources()
    {
        var combined = Output.Create("");
        var resources = await engine.RunAsync(() =>
        {
            var (first, second) = (Samples.App("first"), Samples.App("second"));
            combined = Output.Format(
                $"{Output.All(first.Id, second.Id).Apply(ids => ids.Length)}{Output.Tuple(first.Id, second.Urn)}"
            );
        });

        Assert.True((await OutputUtilities.GetDependenciesAsync(combined)).SetEquals(resources));
    }

    [Fact]
    public async Task Format_fills_in_outputs_inputs_and_plain_values_the_same_everywhere()
    {
        Input<string> input = "b";
        var output = Output.Format(
            $"{Output.Create("a")}-{input}-{1.5:0.00}-{null}-{new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc):d}"
        );

        Assert.Equal("a-b-1.50--01/02/2026", await OutputUtilities.GetValueAsync(output));
        Assert.Equal("01/02/2026", new DateTime(2026, 1, 2).ToString("d", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Format_keeps_what_any_hole_is()
    {
        Assert.True(await Output.IsSecretAsync(Output.Format($"{Output.CreateSecret("s")}")));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"{1}{OutputUtilities.CreateUnknown("s")}")));
    }

    [Fact]
    public async Task The_text_of_an_output_is_a_warning()
    {
        var text = await engine.RunAsync(() => Output.Create("hunter2").ToString());

        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_input_is_an_output_of_nothing()
    {
        Assert.Null(await OutputUtilities.GetValueAsync(((Input<string>?)null).ToOutput()));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(((Input<int>?)null).Apply(value => value)));
    }

    [Fact]
    public async Task A_failed_task_fails_the_output()
    {
        var output = Output.Create(Task.FromException<int>(new InvalidOperationException("no")));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            OutputUtilities.GetValueAsync(output.Apply(value => value))
        );
    }
}
