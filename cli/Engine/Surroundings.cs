using System.Collections;
using System.Reflection;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Engine;

/// <summary>What the companion finds on the machine that it runs on.</summary>
internal sealed record Surroundings
{
    /// <summary>The name or path of the program <c>pulumi</c>.</summary>
    public string Pulumi { get; init; } = "pulumi";

    /// <summary>Finds the project; the log is told where whoever asks stands in another one.</summary>
    public Func<TextWriter, Project> FindProject { get; init; } = Project.Find;

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } =
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(
                variable => (string)variable.Key,
                variable => (string?)variable.Value,
                StringComparer.Ordinal
            );

    /// <summary>Whether this was built against Pulumi's real packages, and so can deploy.</summary>
    public bool HasPackages { get; init; } =
        typeof(Surroundings)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Any(metadata => metadata is { Key: "PulumiSdk", Value: "packages" });
}
