using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace OktaSpa.Tests.Support;

/// <summary>A job of a workflow.</summary>
internal sealed partial record Job(string File, string Name, YamlNode Node)
{
    /// <summary>The jobs of a workflow; none of an action.</summary>
    public static IEnumerable<Job> In(string file) =>
        from job in GitHubFiles.Read(file).Value("jobs") as YamlMappingNode ?? []
        select new Job(file, job.Key.Text(), job.Value);

    public IEnumerable<YamlNode> Steps => Node.Value("steps") as YamlSequenceNode ?? [];

    /// <summary>Empty where it names none.</summary>
    public IReadOnlyDictionary<string, string> Permissions =>
        (Node.Value("permissions") as YamlMappingNode ?? []).ToDictionary(
            permission => permission.Key.Text(),
            permission => permission.Value.Text()
        );

    /// <summary>The file of the workflow that it calls; empty where it runs by itself.</summary>
    public string Called => Path.GetFileName(Node.Text("uses"));

    /// <summary>Whether it has credentials, or a token of more use than reading.</summary>
    public bool IsTrusted => Node.Value("environment") is not null || Secret is not null;

    /// <summary>Where it reads a secret or a token; null where it does not.</summary>
    public string? Secret => Node.Scalars().FirstOrDefault(SecretOrToken().IsMatch);

    public override string ToString() => $"{File}: job {Name}";

    [GeneratedRegex(@"\bsecrets\b|github\.token", RegexOptions.IgnoreCase)]
    private static partial Regex SecretOrToken();
}
