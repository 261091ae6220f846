using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Graph;

/// <summary>Stacks as they would be declared: the graphs of those that are right, the problems of the others.</summary>
/// <param name="Stacks">In the order in which they were asked for.</param>
/// <param name="Problems">Of all files that were asked for.</param>
internal sealed record Preview(IReadOnlyList<StackGraph> Stacks, IReadOnlyList<FileProblem> Problems)
{
    /// <summary>Records stacks, reading all stack files of the project for what shows only together.</summary>
    /// <param name="project">The project.</param>
    /// <param name="files">The stack files to show.</param>
    public static async Task<Preview> OfAsync(Project project, IReadOnlyList<StackFile> files)
    {
        var (problems, found) = CrossCheck.Of(project, files);
        var risks = found.ToLookup(risk => risk.File, risk => risk.Risk);
        var wrong = problems.Select(problem => problem.File).ToHashSet(StringComparer.Ordinal);
        var graphs = new List<StackGraph>();
        foreach (var file in files.Where(file => !wrong.Contains(file.Path)))
            graphs.Add(await Recorder.RecordAsync(file, project.Name, risks[file.Path]));
        return new(graphs, problems);
    }
}
