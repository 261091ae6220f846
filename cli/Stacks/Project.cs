using System.Text;
using System.Text.RegularExpressions;
using OktaSpa.Settings;

namespace OktaSpa.Cli.Stacks;

/// <summary>The Pulumi project that the companion belongs to, and its stack files.</summary>
internal sealed partial class Project
{
    /// <summary>What the template of pull requests is called among the stacks.</summary>
    public const string TemplateName = "pr";

    private const string TemplateStack = "pr-1";
    private const string LateStack = "pr-99999";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private Project(string root)
    {
        Root = root;
        Name =
            YamlNode.Parse(File.ReadAllText(Path.Combine(root, "Pulumi.yaml"))) is YamlMap map
            && map.Entries.FirstOrDefault(entry => entry.Key.Value == "name").Value
                is YamlScalar { Value: { Length: > 0 } name }
                ? name
                : throw new UsageException("Pulumi.yaml has no name.");
    }

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string Root { get; }

    /// <summary>As Pulumi.yaml says.</summary>
    public string Name { get; }

    /// <summary>
    /// Finds the project whose launcher started this, or that this program was built in, else the one around the
    /// current folder.
    /// </summary>
    /// <param name="log">Is told where whoever asks stands in another project; null for nobody.</param>
    public static Project Find(TextWriter? log = null)
    {
        var own = Around(Environment.GetEnvironmentVariable("OKTA_SPA_PROJECT") ?? AppContext.BaseDirectory);
        var here = Around(Environment.CurrentDirectory);
        if (own is not null && here is not null && own != here)
            log?.WriteLine($"okta-spa: this is about the project in {own}, not about the one in {here}.");
        return new(own ?? here ?? throw new UsageException("There is no Pulumi.yaml here, nor in a folder above."));
    }

    /// <summary>The project of a folder with a Pulumi.yaml.</summary>
    public static Project In(string folder) => new(folder);

    /// <summary>
    /// Reads the stack files that are named, or all of the project with the template of pull requests as stack pr-1.
    /// </summary>
    /// <param name="names">Names of stacks, or paths of stack files from the current folder.</param>
    /// <exception cref="UsageException">One of them is not there.</exception>
    public IReadOnlyList<StackFile> Read(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? ReadAll() : [.. names.Select(Read).DistinctBy(file => (file.Path, file.Stack))];

    /// <summary>Reads all stack files of the project.</summary>
    public IReadOnlyList<StackFile> ReadAll() => ReadOthers([]);

    /// <summary>Reads the stack files of the project, but for the stacks that have been read.</summary>
    public IReadOnlyList<StackFile> ReadOthers(IReadOnlyCollection<StackFile> files) =>
        [
            .. from name in StackNames()
            let stack = name == TemplateName ? TemplateStack : name
            where files.All(file => file.Stack != stack)
            select Open(FileOf(name), stack),
        ];

    /// <summary>The stacks that have a file, the copies of the template left out.</summary>
    private IEnumerable<string> StackNames() =>
        Directory
            .EnumerateFiles(Root, "Pulumi.*.yaml")
            .Select(path => StackOf().Match(Path.GetFileName(path)).Groups["stack"].Value)
            .Where(stack => PullRequest.OfStack(stack) is null)
            .Order(StringComparer.Ordinal);

    private StackFile Read(string name)
    {
        if (
            name.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0
            || name.EndsWith(".yaml", StringComparison.Ordinal)
            || name.EndsWith(".yml", StringComparison.Ordinal)
        )
        {
            var match = StackOf().Match(Path.GetFileName(name));
            var stack = match.Success ? match.Groups["stack"].Value : Path.GetFileNameWithoutExtension(name);
            return Open(name, stack == TemplateName ? TemplateStack : stack);
        }
        if (name != TemplateName && File.Exists(FileOf(name)))
            return Open(FileOf(name), name);
        if ((name == TemplateName || PullRequest.OfStack(name) is not null) && File.Exists(FileOf(TemplateName)))
            return Open(FileOf(TemplateName), name == TemplateName ? TemplateStack : name);
        throw new UsageException(
            $"There is no stack file Pulumi.{name}.yaml. Stacks with one: {string.Join(", ", StackNames())}."
        );
    }

    private string FileOf(string stack) => Path.Combine(Root, $"Pulumi.{stack}.yaml");

    private static StackFile Open(string path, string stack)
    {
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, path);
        if (!File.Exists(path))
            throw new UsageException(
                Directory.Exists(path) ? $"{path} is a folder, not a stack file." : $"There is no file {path}."
            );
        string text;
        try
        {
            text = File.ReadAllText(path, Utf8);
        }
        catch (DecoderFallbackException)
        {
            return StackFile.NotText(shown, stack);
        }
        return StackFile.Read(text, shown, stack, stack == TemplateStack ? LateStack : null);
    }

    private static string? Around(string folder)
    {
        for (var at = new DirectoryInfo(Path.TrimEndingDirectorySeparator(folder)); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Pulumi.yaml")))
                return at.FullName;
        }
        return null;
    }

    [GeneratedRegex(@"^Pulumi\.(?<stack>.+)\.ya?ml\z")]
    private static partial Regex StackOf();
}
