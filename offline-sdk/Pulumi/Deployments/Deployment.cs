using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs a program: under mocks here, never for real.</summary>
public sealed class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> CurrentInstance = new();

    private Deployment() { }

    /// <summary>The deployment that the calling code is part of.</summary>
    public static DeploymentInstance Instance =>
        CurrentInstance.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static MockDeployment? Current => CurrentInstance.Value?.Deployment;

    public static Task<int> RunAsync(Action action) => RefuseAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RefuseAsync();

    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Action createResources
    )
    {
        return (await TestAsync(testMocks, testOptions, Run).ConfigureAwait(false)).Resources;

        IDictionary<string, object?> Run()
        {
            createResources();
            return ImmutableDictionary<string, object?>.Empty;
        }
    }

    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task> createResources
    )
    {
        return (await TestAsync(testMocks, testOptions, RunAsync).ConfigureAwait(false)).Resources;

        async Task<IDictionary<string, object?>> RunAsync()
        {
            await createResources().ConfigureAwait(false);
            return ImmutableDictionary<string, object?>.Empty;
        }
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources
    ) => TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    // Asynchronous so that the instance set here is this run's only.
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources
    )
    {
        var deployment = new MockDeployment(testMocks, testOptions ?? new TestOptions());
        if (CurrentInstance.Value is not null)
            throw new InvalidOperationException(
                "Deployment.Instance should only be set once at the beginning of a 'Run' call."
            );

        CurrentInstance.Value = new(deployment);
        return await deployment.RunAsync(createResources).ConfigureAwait(false);
    }

    private static async Task<int> RefuseAsync()
    {
        await Console
            .Error.WriteLineAsync(
                "This build uses the offline stand-ins for Pulumi's packages, which cannot deploy. "
                    + "Build it where the packages can be restored: unset PulumiSdk, then `pulumi up`."
            )
            .ConfigureAwait(false);
        return 1;
    }
}
