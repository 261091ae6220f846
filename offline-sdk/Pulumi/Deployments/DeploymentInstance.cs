using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;
using Pulumi.Wire;

namespace Pulumi;

/// <summary>One run of a program under mocks.</summary>
public sealed class DeploymentInstance
{
    private const string StackType = "pulumi:pulumi:Stack";

    private readonly IMocks mocks;
    private readonly ConcurrentQueue<Task> started = new();
    private readonly ConcurrentQueue<Resource> resources = new();

    internal DeploymentInstance(IMocks mocks, TestOptions options)
    {
        this.mocks = mocks;
        StackName = options.StackName ?? "stack";
        ProjectName = options.ProjectName ?? "project";
        IsPreview = options.IsPreview ?? true;
    }

    public string StackName { get; }

    public string ProjectName { get; }

    internal bool IsPreview { get; }

    /// <summary>Calls a provider's function.</summary>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
    {
        var inputs = await Serializer.SerializeAsync(args.Enumerate());
        var answer = await mocks.CallAsync(new() { Token = token, Args = Serializer.Known(inputs) });
        return (T)Converter.Convert((await Serializer.SerializeAsync(answer)).Value, typeof(T))!;
    }

    /// <summary>Runs the program and waits for all that it starts; what fails on the way fails the run.</summary>
    internal async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> RunAsync(
        Func<Task<IDictionary<string, object?>>> program
    )
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        Track(RunProgramAsync());

        // What waits for something that fails, fails with the same exception.
        var failures = new HashSet<Exception>(ReferenceEqualityComparer.Instance);
        while (started.TryDequeue(out var task))
        {
            try
            {
                await task;
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }

        return failures.Select(failure => new RunException(Describe(failure))).ToArray() switch
        {
            [] => ([.. resources], outputs),
            [var failure] => throw failure,
            var several => throw new AggregateException(several),
        };

        async Task RunProgramAsync()
        {
            outputs = await program();
            // The stack registers no outputs of its own where the program is a function.
            await RegisterOutputsAsync(Urn(StackType, $"{ProjectName}-{StackName}"), []);
        }
    }

    /// <summary>The run is not over before the given task is, and fails if it fails.</summary>
    internal void Track(Task task) => started.Enqueue(task);

    /// <summary>Registers a resource.</summary>
    /// <returns>Its outputs, the id among them.</returns>
    internal async Task<ImmutableDictionary<string, OutputData<object?>>> RegisterAsync(
        Resource resource,
        ImmutableDictionary<string, OutputData<object?>> inputs
    )
    {
        resources.Enqueue(resource);
        var (id, state) = await mocks.NewResourceAsync(
            new()
            {
                Type = resource.GetResourceType(),
                Name = resource.GetResourceName(),
                Inputs = Serializer.Known(inputs),
            }
        );
        var outputs = await Serializer.SerializeAsync(Serializer.Entries(state));
        return outputs.SetItem("id", new(id, IsKnown: !string.IsNullOrEmpty(id)));
    }

    /// <summary>Registers the outputs of a component.</summary>
    internal async Task RegisterOutputsAsync(Resource component, IDictionary<string, object?> outputs)
    {
        await component.Registered;
        // As the real mocks have it, whatever is between the stack and the component.
        var urn = Urn($"{StackType}${component.GetResourceType()}", component.GetResourceName());
        await RegisterOutputsAsync(urn, await Serializer.SerializeAsync(outputs));
    }

    private Task RegisterOutputsAsync(string urn, ImmutableDictionary<string, OutputData<object?>> outputs) =>
        mocks.RegisterResourceOutputs(
            new(
                urn,
                outputs.ToImmutableDictionary(
                    output => output.Key,
                    output => new Output<object?>(Task.FromResult(output.Value))
                )
            )
        );

    private string Urn(string type, string name) => $"urn:pulumi:{StackName}::{ProjectName}::{type}::{name}";

    private static string Describe(Exception failure) =>
        failure is RunException
            ? failure.Message
            : $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}";
}
