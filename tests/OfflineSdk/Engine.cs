using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>Mocks that remember what they were sent, and echo inputs unless told otherwise.</summary>
internal sealed class Engine : IMocks
{
    /// <summary>What registering a resource is answered with.</summary>
    public Func<MockResourceArgs, Task<(string? Id, object State)>> Register { get; init; } =
        args => Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));

    /// <summary>What calling a function is answered with.</summary>
    public Func<MockCallArgs, ImmutableDictionary<string, object>> Call { get; init; } = _ => State();

    public ConcurrentQueue<MockResourceArgs> Registered { get; } = new();

    public ConcurrentQueue<MockCallArgs> Called { get; } = new();

    /// <summary>The outputs that components, and the stack, have registered.</summary>
    public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = new();

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Registered.Enqueue(args);
        return await Register(args);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Called.Enqueue(args);
        return Task.FromResult<object>(Call(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Enqueue(args);
        return Task.CompletedTask;
    }

    /// <summary>Runs a program and answers with what it made.</summary>
    public async Task<T> RunAsync<T>(Func<T> program, bool preview = false)
    {
        T made = default!;
        await Deployment.TestAsync(
            this,
            new TestOptions { IsPreview = preview },
            () =>
            {
                made = program();
                return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
            }
        );
        return made;
    }

    /// <summary>The inputs that the resource of a name was registered with.</summary>
    public ImmutableDictionary<string, object> InputsOf(string name) =>
        Assert.Single(Registered, args => args.Name == name).Inputs;

    public static ImmutableDictionary<string, object> State(params (string Name, object Value)[] values) =>
        values.ToImmutableDictionary(value => value.Name, value => value.Value);
}
