using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Graph;

/// <summary>Stacks as they would be declared: the graphs of those that are right, the problems of the others.</summary>
/// <param name="Stacks">In the order in which they were asked for.</param>
/// <param name="Problems">Of all files that were asked for.</param>
/// <param name="Unseen">The stacks that cannot be shown, since required settings may come from Pulumi ESC.</param>
/// <param name="Notices">What Pulumi does not read of the files, or reads from somewhere else.</param>
internal sealed record Preview(
    IReadOnlyList<StackGraph> Stacks,
    IReadOnlyList<FileProblem> Problems,
    IReadOnlyList<string> Unseen,
    IReadOnlyList<FileNotice> Notices
)
{
    /// <summary>Records stacks, reading all stack files of the project for what shows only together.</summary>
    /// <param name="project">The project.</param>
    /// <param name="files">The stack files to show.</param>
    public static async Task<Preview> OfAsync(Project project, IReadOnlyList<StackFile> files)
    {
        var stacks = CrossCheck.Of(project, files);
        var graphs = new List<StackGraph>();
        foreach (var (file, problems, risks) in stacks)
        {
            if (problems.Count == 0 && !file.IsUnseen)
                graphs.Add(await Recorder.RecordAsync(file, project.Name, risks.Select(risk => risk.Risk)));
        }
        return new(
            graphs,
            [.. stacks.SelectMany(stack => stack.Problems)],
            [.. files.Where(file => file.IsUnseen).Select(file => file.Stack)],
            [.. files.SelectMany(file => file.Notices)]
        );
    }
}
