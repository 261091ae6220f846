using System.Text.RegularExpressions;
using OktaSpa.Settings;

namespace OktaSpa.Cli.Stacks;

/// <summary>A Pulumi project and its stack files.</summary>
internal sealed partial class Project
{
    // Pulumi takes the first that is there; stack files end like it.
    private static readonly string[] Extensions = [".json", ".yaml", ".yml"];

    private readonly ProjectFile file;
    private readonly string path;

    private Project(string path)
    {
        this.path = path;
        try
        {
            file = ProjectFile.Read(FileText.Read(path, Shown(path)), Shown(path));
        }
        catch (UnreadableFileException exception)
        {
            throw new UsageException($"{exception.Message}.");
        }
        Root = Path.GetDirectoryName(path)!;
        StackFolder = Path.GetFullPath(Path.Join(Root, file.StackFolder));
    }

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string Root { get; }

    /// <summary>The folder of the stack files.</summary>
    public string StackFolder { get; }

    /// <summary>As Pulumi.yaml says.</summary>
    public string Name => file.Name;

    /// <summary>
    /// Finds the project whose launcher started this, or that this program was built in, else the one around the
    /// current folder.
    /// </summary>
    /// <param name="log">Is told where whoever asks stands in another project; null for nobody.</param>
    /// <exception cref="UsageException">There is none, or its file cannot be read.</exception>
    public static Project Find(TextWriter? log = null)
    {
        var own = Around(Environment.GetEnvironmentVariable("OKTA_SPA_PROJECT") ?? AppContext.BaseDirectory);
        var here = Around(Environment.CurrentDirectory);
        if (own is not null && here is not null && own != here)
            log?.WriteLine(
                $"okta-spa: this is about the project in {Path.GetDirectoryName(own)}, not about the one in {Path.GetDirectoryName(here)}."
            );
        return new(own ?? here ?? throw new UsageException("There is no Pulumi.yaml here, nor in a folder above."));
    }

    /// <summary>The project of a folder.</summary>
    /// <exception cref="UsageException">It has none, or its file cannot be read.</exception>
    public static Project In(string folder) =>
        new(FileIn(folder) ?? throw new UsageException($"There is no Pulumi.yaml in {folder}."));

    /// <summary>Whether a folder has a project without any stack file.</summary>
    public static bool IsEmpty(string folder) => FileIn(folder) is { } path && !new Project(path).StackNames().Any();

    /// <summary>
    /// Reads the stack files that are named, or all of the project with the template of pull requests as stack pr-1.
    /// </summary>
    /// <param name="names">Names of stacks, or paths of stack files from the current folder.</param>
    /// <exception cref="UsageException">One of them is not there, or there is none at all.</exception>
    public IReadOnlyList<StackFile> Read(IReadOnlyCollection<string> names)
    {
        if (names.Count > 0)
            return [.. names.Select(Read).DistinctBy(stack => (stack.Path, stack.Stack))];
        if (ReadAll() is [_, ..] files)
            return files;
        var why = file.StackFolder.Length == 0 ? "" : $", the stackConfigDir of {Shown(path)}";
        throw new UsageException($"There is no stack file, such as {Shown(FileOf("dev"))}, in {StackFolder}{why}.");
    }

    /// <summary>Reads all stack files of the project; there may be none.</summary>
    public IReadOnlyList<StackFile> ReadAll() => ReadOthers([]);

    /// <summary>Reads the stack files of the project, but for the stacks that have been read.</summary>
    public IReadOnlyList<StackFile> ReadOthers(IReadOnlyCollection<StackFile> files) =>
        [
            .. from name in StackNames()
            let stack = name == PullRequest.Template ? PullRequest.First.Stack : name
            where files.All(other => other.Stack != stack)
            select Open(FileOf(name), stack),
        ];

    /// <summary>Reads what would be a stack's file from somewhere else.</summary>
    /// <param name="stack">The name of the stack.</param>
    /// <param name="input">Holds the text.</param>
    /// <exception cref="UsageException">No stack can have that name.</exception>
    public StackFile Read(string stack, TextReader input)
    {
        var name = StackOf(stack);
        var shown = Shown(FileOf(PullRequest.OfStack(name) is null ? name : PullRequest.Template));
        if (name == PullRequest.Template)
            name = PullRequest.First.Stack;
        return Read(() => FileText.Read(input, shown), shown, name);
    }

    /// <summary>Files that look like those of stacks, but that Pulumi reads for none.</summary>
    public IEnumerable<FileNotice> Strays()
    {
        var read = StackNames().Select(FileOf).ToHashSet(StringComparer.Ordinal);
        foreach (var candidate in new[] { Root, StackFolder }.Distinct().SelectMany(Candidates).Except(read))
        {
            var name = Path.GetFileName(candidate);
            var stack = StackFileName().Match(name).Groups["stack"].Value;
            if (PullRequest.OfStack(stack) is null)
                yield return new(
                    Position.Top(Shown(candidate)),
                    new(
                        FileRules.StrayStackFile,
                        "Pulumi reads this file for no stack",
                        StackName().IsMatch(stack)
                            ? $"name it {Shown(FileOf(stack))}"
                            : "name it by letters, digits, hyphens, underscores and dots"
                    )
                );
        }
    }

    // The stacks that have a file, the copies of the template left out.
    private IEnumerable<string> StackNames() =>
        Candidates(StackFolder)
            .Where(candidate => Path.GetExtension(candidate) == Path.GetExtension(path))
            .Select(candidate => StackFileName().Match(Path.GetFileName(candidate)).Groups["stack"].Value)
            .Where(stack => StackName().IsMatch(stack) && PullRequest.OfStack(stack) is null)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Candidates(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFileSystemEntries(folder, "Pulumi.*")
                .Where(candidate => StackFileName().IsMatch(Path.GetFileName(candidate)))
                .Order(StringComparer.Ordinal)
            : [];

    private StackFile Read(string name)
    {
        if (IsPath(name))
            return OpenPath(name);
        var stack = StackOf(name);
        var pullRequest = PullRequest.OfStack(stack);
        if (stack != PullRequest.Template && Path.Exists(FileOf(stack)))
            return Open(FileOf(stack), stack);
        if ((stack == PullRequest.Template || pullRequest is not null) && Path.Exists(FileOf(PullRequest.Template)))
            return Open(FileOf(PullRequest.Template), (pullRequest ?? PullRequest.First).Stack);
        throw UsageException.Missing($"There is no stack file {Shown(FileOf(stack))}.", stack, [.. StackNames()]);
    }

    // Not a name such as organization/project/stack.
    private static bool IsPath(string name) =>
        Extensions.Contains(Path.GetExtension(name))
        || name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && (
                Path.Exists(name)
                || !name.Split('/').All(part => StackName().IsMatch(part))
                || name.Split('/').Length > 3
            );

    // Pulumi's own names of a stack: stack, organization/stack, organization/project/stack.
    private string StackOf(string name)
    {
        var parts = name.Split('/');
        if (parts is [_, var project, _] && project != Name)
            throw new UsageException($"{name} is a stack of the project {project}, and this project is {Name}.");
        return StackName().IsMatch(parts[^1]) && parts.Length <= 3
            ? parts[^1]
            : throw new UsageException(
                $"No stack can be called {Text.Quote(name)}: Pulumi takes letters, digits, hyphens, underscores and dots."
            );
    }

    private StackFile OpenPath(string name)
    {
        if (Directory.Exists(name))
            throw new UsageException($"{name} is a folder, not a stack file.");
        if (!File.Exists(name) && new FileInfo(name).LinkTarget is null)
            throw new UsageException($"There is no file {name}.");
        var match = StackFileName().Match(Path.GetFileName(name));
        var stack = match.Success ? match.Groups["stack"].Value : Path.GetFileNameWithoutExtension(name);
        return Open(name, stack == PullRequest.Template ? PullRequest.First.Stack : stack);
    }

    private StackFile Open(string name, string stack) =>
        Read(() => FileText.Read(name, Shown(name)), Shown(name), stack);

    private StackFile Read(Func<string> read, string shown, string stack)
    {
        try
        {
            var later = stack == PullRequest.First.Stack ? PullRequest.Late : null;
            return StackFile.Read(file, read(), shown, stack, later);
        }
        catch (UnreadableFileException exception)
        {
            return StackFile.Unreadable(exception, shown, stack);
        }
    }

    private string FileOf(string stack) => Path.Join(StackFolder, $"Pulumi.{stack}{Path.GetExtension(path)}");

    private static string? Around(string folder)
    {
        for (var at = new DirectoryInfo(Path.TrimEndingDirectorySeparator(folder)); at is not null; at = at.Parent)
        {
            if (FileIn(at.FullName) is { } found)
                return found;
        }
        return null;
    }

    private static string? FileIn(string folder) =>
        Extensions.Select(extension => Path.Join(folder, $"Pulumi{extension}")).FirstOrDefault(File.Exists);

    // A path at the beginning of a line must not read as a command to GitHub's runner.
    private static string Shown(string path)
    {
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return shown.StartsWith(':') ? Path.Join(".", shown) : shown;
    }

    [GeneratedRegex(@"^Pulumi\.(?<stack>.+)\.(json|ya?ml)\z")]
    private static partial Regex StackFileName();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,100}\z")]
    private static partial Regex StackName();
}
