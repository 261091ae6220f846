namespace OktaSpa.Cli.Rendering;

/// <summary>
/// Remarks as commands to the runner of GitHub Actions, which shows them in the files of a pull request.
/// </summary>
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
internal static class GitHubRendering
{
    /// <summary>Writes a command a remark.</summary>
    public static void Write(
        TextWriter writer,
        IEnumerable<Remark> remarks,
        IReadOnlyDictionary<string, string?> variables
    )
    {
        foreach (var remark in remarks)
            writer.WriteLine(Render(remark, variables.GetValueOrDefault("GITHUB_WORKSPACE")));
    }

    /// <summary>The same where the runner listens, beside another output.</summary>
    public static void Annotate(
        TextWriter log,
        IEnumerable<Remark> remarks,
        IReadOnlyDictionary<string, string?> variables
    )
    {
        if (variables.GetValueOrDefault("GITHUB_ACTIONS") == "true")
            Write(log, remarks, variables);
    }

    // The runner names files from the folder of the repository.
    private static string Render(Remark remark, string? workspace)
    {
        var command = remark.Level switch
        {
            RemarkLevel.Problem => "error",
            RemarkLevel.Danger or RemarkLevel.Caution => "warning",
            _ => "notice",
        };
        var (file, line, column) = remark.Position;
        if (!string.IsNullOrEmpty(workspace))
            file = Path.GetRelativePath(workspace, file);
        return $"::{command} file={Property(file)},line={line},col={column},title={Property(remark.Rule)}::{Data(remark.Text)}";
    }

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
}
