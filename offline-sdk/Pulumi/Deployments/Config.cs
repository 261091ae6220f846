using System.Text.Json.Nodes;

namespace Pulumi;

/// <summary>The stack's configuration, under one namespace: the project's unless another is named.</summary>
public sealed class Config(string? name = null)
{
    private readonly string name = name ?? Deployment.Instance.ProjectName;

    /// <summary>The value of a key as the engine hands it over; null under mocks, where there is no engine.</summary>
    public string? Get(string key) =>
        Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { } json
            ? JsonNode.Parse(json)![$"{name}:{key}"]?.ToString()
            : null;
}
