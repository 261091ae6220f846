using YamlDotNet.RepresentationModel;

namespace OktaSpa.Tests.Support;

/// <summary>The workflows and actions of the repository, which whoever uses it may add to or delete.</summary>
internal static class GitHubFiles
{
    /// <summary>Paths from the root.</summary>
    public static IReadOnlyList<string> Workflows { get; } = [.. In(".github/workflows")];

    /// <summary>Workflows and actions, by their paths from the root.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Workflows, .. In(".github/actions")];

    public static bool Have(string path) => File.Exists(Path.Combine(Repository.Root, path));

    public static YamlMappingNode Read(string path)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Repository.Root, path));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static IEnumerable<string> In(string folder) =>
        Directory.Exists(Path.Combine(Repository.Root, folder))
            ? Directory
                .EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".yml" or ".yaml")
                .Select(file => Path.GetRelativePath(Repository.Root, file))
                .Order(StringComparer.Ordinal)
            : [];
}

/// <summary>A test of one of these files; skipped, with the reason, where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GitHubFactAttribute : FactAttribute
{
    public GitHubFactAttribute(string path)
    {
        Path = path;
        Skip = GitHubFiles.Have(path) ? null : $"there is no {path}";
    }

    /// <summary>From the root.</summary>
    public string Path { get; }
}

/// <summary>A test of all of these files; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GitHubTheoryAttribute : TheoryAttribute
{
    public GitHubTheoryAttribute() => Skip = GitHubFiles.Workflows.Count == 0 ? "there is no workflow" : null;
}
