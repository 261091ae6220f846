using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs a program: under mocks here, never for real.</summary>
public sealed class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Current = new();

    private Deployment() { }

    /// <summary>The run that the calling code is part of.</summary>
    public static DeploymentInstance Instance =>
        Current.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    public static async Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
    {
        await Console.Error.WriteLineAsync(
            "This build uses the offline stand-ins for Pulumi's packages, which cannot deploy. "
                + "Build it where the packages can be restored: unset PulumiSdk, then `pulumi up`."
        );
        return 1;
    }

    // Asynchronous, so that the instance set here is this run's only.
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources
    )
    {
        Current.Value = new(testMocks, testOptions);
        return await Current.Value.RunAsync(createResources);
    }
}
