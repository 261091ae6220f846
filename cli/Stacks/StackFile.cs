using OktaSpa.Settings;

namespace OktaSpa.Cli.Stacks;

/// <summary>
/// A stack file, <c>Pulumi.&lt;stack&gt;.yaml</c>, with what Pulumi.yaml says for all stacks, read as the Pulumi CLI
/// reads them, without their secrets.
/// </summary>
internal sealed class StackFile
{
    private readonly StackConfiguration? configuration;

    private StackFile(string path, string stack, StackConfiguration? configuration)
    {
        Path = path;
        Stack = stack;
        this.configuration = configuration;
    }

    /// <summary>As the user would name it.</summary>
    public string Path { get; }

    /// <summary>The name of the stack that it configures.</summary>
    public string Stack { get; }

    /// <summary>The settings; null where there are problems, or where they are not seen whole.</summary>
    public StackSettings? Settings { get; private init; }

    /// <summary>All that is wrong, from the top of the file to its end.</summary>
    public IReadOnlyList<FileProblem> Problems { get; private init; } = [];

    /// <summary>What Pulumi does not read, loses when it writes, or reads from somewhere else.</summary>
    public IReadOnlyList<FileNotice> Notices { get; private init; } = [];

    /// <summary>Whether the stack is strict; null where that is not known.</summary>
    public bool? IsProduction => Settings?.Production ?? (Problems.Count == 0 ? configuration?.IsProduction : null);

    /// <summary>Whether required settings may come from Pulumi ESC, so that the stack cannot be shown.</summary>
    public bool IsUnseen => Settings is null && Problems.Count == 0;

    /// <summary>The value of a configuration key, objects as JSON; null where it is not there, or encrypted.</summary>
    public string? Get(string key) => configuration?.Get(key);

    /// <summary>Reads a stack file and checks all that it says.</summary>
    /// <param name="project">The project's file.</param>
    /// <param name="text">What the file holds.</param>
    /// <param name="path">How to name the file to its reader.</param>
    /// <param name="stack">The stack that it configures.</param>
    /// <param name="later">Another pull request that it must be right for: what is right of the first one may be too
    /// long, or too great a number, of a later one.</param>
    public static StackFile Read(ProjectFile project, string text, string path, string stack, PullRequest? later = null)
    {
        try
        {
            return Read(project, new StackConfiguration(project, text, path), path, stack, later);
        }
        catch (UnreadableFileException exception)
        {
            return Unreadable(exception, path, stack);
        }
    }

    /// <summary>A stack file that cannot be read.</summary>
    public static StackFile Unreadable(UnreadableFileException exception, string path, string stack) =>
        new(path, stack, null) { Problems = [new(stack, exception.Position, exception.Fault.At(""))] };

    /// <summary>The first of some paths that the file itself writes; the last one where it writes none.</summary>
    public string Place(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (configuration?.Has(path) == true)
                return path;
        }
        return paths[^1];
    }

    /// <summary>A problem at its place in the file.</summary>
    public FileProblem Locate(Problem problem) => new(Stack, PositionOf(problem.Path), problem);

    /// <summary>A risk at its place in the file.</summary>
    public FileRisk Locate(Risk risk) => new(PositionOf(risk.Path), risk);

    private Position PositionOf(string path) => configuration?.PositionOf(path) ?? Position.Top(Path);

    private static StackFile Read(
        ProjectFile project,
        StackConfiguration configuration,
        string path,
        string stack,
        PullRequest? later
    )
    {
        var isPartial = configuration.Environment is not null;
        var missing = configuration.Missing.ToList();
        var (settings, found) = Check(stack);
        if (later is not null && found.Count == 0)
            found = Check(later.Stack).Problems;
        IReadOnlyList<FileProblem> problems =
        [
            .. configuration
                .Problems
                // What YAML made wrong of a value is told once, not again as what follows from it.
                .Concat(found.Where(problem => !configuration.IsTold(problem)))
                .Select(problem => new FileProblem(stack, configuration.PositionOf(problem.Path), problem))
                .Concat(project.Problems.Select(pair => new FileProblem(stack, pair.Position, pair.Problem)))
                .OrderBy(problem => problem.Position.File != path)
                .ThenBy(problem => problem.Position.Line)
                .ThenBy(problem => problem.Position.Column),
        ];
        return new(path, stack, configuration)
        {
            Settings = problems.Count == 0 ? settings : null,
            Problems = problems,
            Notices =
            [
                .. configuration.Notices,
                .. configuration.Environment is { } environment
                    ? [Unseen(environment, missing)]
                    : Array.Empty<FileNotice>(),
            ],
        };

        (StackSettings? Settings, IReadOnlyList<Problem> Problems) Check(string name) =>
            StackSettings.Read(configuration.Get, project.Name, name, isPartial ? missing : null);
    }

    private static FileNotice Unseen(Position position, List<string> missing)
    {
        var keys = missing.Distinct().ToList();
        return new(
            position,
            new(
                FileRules.ValuesFromEsc,
                keys.Count == 0
                    ? "values from Pulumi ESC are not seen here"
                    : $"values from Pulumi ESC are not seen here; {Text.And(keys)} {(keys.Count == 1 ? "is required, and was" : "are required, and were")} not checked",
                "see them with pulumi preview, which needs credentials"
            )
        );
    }
}
