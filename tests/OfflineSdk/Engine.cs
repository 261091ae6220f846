using System.Collections.Concurrent;
using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>A mock of the engine that remembers what it was sent and echoes inputs unless told otherwise.</summary>
internal sealed class Engine
{
    private readonly ConcurrentQueue<MockResourceArgs> registered = new();
    private readonly ConcurrentQueue<MockCallArgs> called = new();
    private readonly ConcurrentQueue<MockRegisterResourceOutputsRequest> outputs = new();

    public Engine()
    {
        Mock.Setup(mocks => mocks.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .Callback((MockResourceArgs args) => registered.Enqueue(args))
            .ReturnsAsync((MockResourceArgs args) => ($"{args.Name}-id", args.Inputs));
        Mock.Setup(mocks => mocks.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()))
            .Callback((MockRegisterResourceOutputsRequest request) => outputs.Enqueue(request))
            .Returns(Task.CompletedTask);
    }

    public Mock<IMocks> Mock { get; } = new(MockBehavior.Strict);

    public IReadOnlyCollection<MockResourceArgs> Registered => registered;

    public IReadOnlyCollection<MockCallArgs> Called => called;

    public IReadOnlyCollection<MockRegisterResourceOutputsRequest> Outputs => outputs;

    /// <summary>Answers every registration of the given name.</summary>
    public Engine Answer(string name, string? id, object state)
    {
        Mock.Setup(mocks => mocks.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Name == name)))
            .ReturnsAsync((id, state));
        return this;
    }

    /// <summary>Fails every registration of the given name.</summary>
    public Engine Fail(string name, Exception exception)
    {
        Mock.Setup(mocks => mocks.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Name == name)))
            .ThrowsAsync(exception);
        return this;
    }

    /// <summary>Answers every function call.</summary>
    public Engine AnswerCalls(params (string Name, object Value)[] result)
    {
        Mock.Setup(mocks => mocks.CallAsync(It.IsAny<MockCallArgs>()))
            .Callback((MockCallArgs args) => called.Enqueue(args))
            .ReturnsAsync(State(result));
        return this;
    }

    public async Task<ImmutableArray<Resource>> RunAsync(Action program, bool preview = false) =>
        await Deployment.TestAsync(Mock.Object, new TestOptions { IsPreview = preview }, program);

    /// <summary>Runs a program and answers with what it made.</summary>
    public async Task<T> RunAsync<T>(Func<T> program, bool preview = false)
    {
        T made = default!;
        await RunAsync(
            () =>
            {
                made = program();
            },
            preview
        );
        return made;
    }

    /// <summary>The inputs that the only resource of the program is registered with.</summary>
    public static async Task<ImmutableDictionary<string, object>> InputsOfAsync(Action program, bool preview = false)
    {
        var engine = new Engine();
        await engine.RunAsync(program, preview);
        return Assert.Single(engine.Registered).Inputs;
    }

    public static ImmutableDictionary<string, object> State(params (string Name, object Value)[] values) =>
        values.ToImmutableDictionary(value => value.Name, value => value.Value);
}
