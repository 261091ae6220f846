namespace Pulumi;

/// <summary>The stack's configuration, under one namespace: the project's unless another is named.</summary>
public sealed class Config
{
    private const string OldSuffix = ":config";

    private readonly string name;

    public Config(string? name = null)
    {
        this.name = name ?? Deployment.Instance.ProjectName;
        if (this.name.EndsWith(OldSuffix, StringComparison.Ordinal))
            this.name = this.name[..^OldSuffix.Length];
    }

    public string? Get(string key) => Deployment.Instance.Deployment.Configuration.GetValueOrDefault($"{name}:{key}");

    public string Require(string key) =>
        Get(key)
        ?? throw new RunException(
            $"Missing Required configuration variable '{name}:{key}'\n"
                + $"\tplease set a value using the command `pulumi config set {name}:{key} <value>`"
        );
}
