using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Pulumi.Testing;
using Pulumi.Wire;

namespace Pulumi;

/// <summary>One run of a program under mocks.</summary>
internal sealed class MockDeployment
{
    private readonly IMocks mocks;
    private readonly InFlight inFlight = new();
    private readonly ConcurrentQueue<Resource> resources = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentDictionary<string, Answer> registered = new();
    private Stack? stack;

    public MockDeployment(IMocks mocks, TestOptions options)
    {
        this.mocks = mocks;
        StackName = options.StackName ?? "stack";
        ProjectName = options.ProjectName ?? "project";
        OrganizationName = options.OrganizationName ?? "organization";
        IsPreview = options.IsPreview ?? true;
        Configuration = ReadConfiguration();
    }

    public string StackName { get; }

    public string ProjectName { get; }

    public string OrganizationName { get; }

    public bool IsPreview { get; }

    public ImmutableDictionary<string, string> Configuration { get; }

    public Stack Stack =>
        stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");

    public async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> RunAsync(
        Func<Task<IDictionary<string, object?>>> program
    )
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        try
        {
            stack = new Stack($"{ProjectName}-{StackName}");
            outputs = await program().ConfigureAwait(false);
            stack.Finish();
            foreach (var failure in await inFlight.WaitAsync().ConfigureAwait(false))
                LogError(failure);
        }
        catch (Exception e)
        {
            LogError(e);
        }

        return errors.ToArray() switch
        {
            [] => ([.. resources.Where(resource => resource != stack)], outputs),
            [var error] => throw new RunException(error),
            var several => throw new AggregateException(several.Select(error => new RunException(error))),
        };
    }

    /// <summary>The run is not over before the given task is, and fails if it fails.</summary>
    public void Track(Task task) => inFlight.Add(task);

    public void LogError(string message) => errors.Enqueue(message);

    public void Register(
        Resource resource,
        ImmutableArray<OutputSlot> slots,
        ResourceArgs args,
        ResourceOptions options
    ) => Track(RegisterAsync(resource, slots, args, options));

    public void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        Track(RegisterOutputsAsync(resource, outputs));

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        return new(CallAsync());

        async Task<OutputData<T>> CallAsync()
        {
            Properties properties;
            try
            {
                properties = await Serializer
                    .SerializeAsync((args ?? InvokeArgs.Empty).Enumerate())
                    .ConfigureAwait(false);
            }
            catch (Exception e)
            {
                LogError($"Error serializing arguments for invoke {token}: {e}");
                throw;
            }

            ImmutableHashSet<Resource> dependencies = options is InvokeOutputOptions { DependsOn: { } dependsOn }
                ? [.. await dependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false)]
                : [];
            if (
                !properties.AreKnown
                || !await ExistAsync(dependencies.Union(properties.Dependencies)).ConfigureAwait(false)
            )
                return new(default!, IsKnown: false, IsSecret: false, []);

            var result = await InvokeAsync(token, properties, options).ConfigureAwait(false);
            return new(
                Converter.Convert<T>(result.Value),
                result.IsKnown,
                result.IsSecret,
                dependencies.Union(properties.Dependencies)
            );
        }
    }

    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var properties = await Serializer.SerializeAsync((args ?? InvokeArgs.Empty).Enumerate()).ConfigureAwait(false);
        var result = await InvokeAsync(token, properties, options).ConfigureAwait(false);
        return Converter.Convert<T>(result.Value);
    }

    private async Task<OutputData<object?>> InvokeAsync(string token, Properties args, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        var result = await mocks
            .CallAsync(
                new()
                {
                    Token = token,
                    Args = args.Plain(),
                    Provider = await ReferenceAsync(provider).ConfigureAwait(false),
                }
            )
            .ConfigureAwait(false);

        return await Serializer.SerializeMapAsync(Serializer.Entries(result)).ConfigureAwait(false);
    }

    private async Task RegisterAsync(
        Resource resource,
        ImmutableArray<OutputSlot> slots,
        ResourceArgs args,
        ResourceOptions options
    )
    {
        try
        {
            var (urn, id, state) = await AnswerAsync(resource, args, options).ConfigureAwait(false);
            foreach (var slot in slots)
            {
                if (slot.Name == "urn")
                    slot.Set(OutputData<object?>.Of(urn));
                else if (slot.Name == "id")
                    slot.Set(OutputData<object?>.Of(id) with { IsKnown = id.Length > 0 });
                else if (state.TryGetValue(slot.Name, out var value))
                    slot.Set(value);
            }
        }
        catch (Exception e)
        {
            foreach (var slot in slots)
                slot.Fail(e);
            throw;
        }
        finally
        {
            foreach (var slot in slots)
                slot.SetDefault(isKnown: !IsPreview);
        }
    }

    private async Task<Answer> AnswerAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is not null)
        {
            return registered.TryGetValue(options.Urn, out var known)
                ? known
                : throw new InvalidOperationException($"Unknown resource {options.Urn}");
        }

        var readId = await options.Id.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        if (options.DeletedWith is not null)
            await options.DeletedWith.Urn.Data.ConfigureAwait(false);
        var dependencies = await options.DependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        var inputs = await Serializer
            .SerializeAsync(args.Enumerate().Where(input => input.Key is not ("id" or "urn")))
            .ConfigureAwait(false);
        var isStack = resource.GetResourceType() == Stack.TypeName;
        var parent = isStack
            ? ""
            : await (options.Parent ?? Stack).Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var provider = await ReferenceAsync(options.Provider).ConfigureAwait(false);
        foreach (var dependency in Resource.Expand([.. dependencies, .. inputs.Dependencies]))
            await dependency.Urn.Data.ConfigureAwait(false);
        foreach (var alias in options.Aliases)
            await alias.ToOutput().Data.ConfigureAwait(false);

        resources.Enqueue(resource);
        var urn = NewUrn(parent, resource);
        if (isStack)
            return new(urn, "", []);

        var givenId = string.IsNullOrEmpty(readId) ? (options as CustomResourceOptions)?.ImportId ?? "" : readId;
        var (id, state) = await mocks
            .NewResourceAsync(
                new()
                {
                    Type = resource.GetResourceType(),
                    Name = resource.GetResourceName(),
                    Inputs = inputs.Plain(),
                    Provider = resource is CustomResource ? provider : "",
                    Id = givenId,
                }
            )
            .ConfigureAwait(false);

        var outputs = await Serializer.SerializeAsync(Serializer.Entries(state)).ConfigureAwait(false);
        return registered[urn] = new(urn, string.IsNullOrEmpty(readId) ? id ?? givenId : readId, outputs);
    }

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var values = await outputs
            .GetValueAsync(whenUnknown: ImmutableDictionary<string, object?>.Empty)
            .ConfigureAwait(false);
        var properties = await Serializer.SerializeAsync(values).ConfigureAwait(false);
        await mocks
            .RegisterResourceOutputs(
                new(
                    urn,
                    properties.ToImmutableDictionary(
                        property => property.Key,
                        property => new Output<object?>(Task.FromResult(property.Value))
                    )
                )
            )
            .ConfigureAwait(false);
    }

    private static async Task<bool> ExistAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in Resource.Expand(resources).OfType<CustomResource>())
            if (!(await resource.Id.Data.ConfigureAwait(false)).IsKnown)
                return false;

        return true;
    }

    private static async Task<string> ReferenceAsync(ProviderResource? provider) =>
        provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false);

    // As the real mocks do, the root's type only: a child of a component looks like a child of the stack.
    private string NewUrn(string parent, Resource resource)
    {
        var parentType = parent.Length > 0 ? parent.Split("::")[2].Split('$')[0] + "$" : "";
        return $"urn:pulumi:{StackName}::{ProjectName}::{parentType}{resource.GetResourceType()}::{resource.GetResourceName()}";
    }

    private void LogError(Exception exception) =>
        LogError(
            exception switch
            {
                RunException or ResourceException { HideStack: true } => exception.Message,
                ResourceException => exception.ToString(),
                _ =>
                    $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
            }
        );

    private static ImmutableDictionary<string, string> ReadConfiguration()
    {
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { } json)
            return ImmutableDictionary<string, string>.Empty;

        using var document = JsonDocument.Parse(json);
        return document
            .RootElement.EnumerateObject()
            .ToImmutableDictionary(
                entry => entry.Name.Replace(":config:", ":", StringComparison.Ordinal),
                entry => entry.Value.ToString()
            );
    }

    private sealed record Answer(string Urn, string Id, Properties State);
}
