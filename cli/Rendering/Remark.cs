using OktaSpa.Cli.Review;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Rendering;

/// <summary>How much a remark matters, the least first.</summary>
internal enum RemarkLevel
{
    /// <summary>About the file, not about what it declares.</summary>
    Notice,

    /// <summary>A risk that somebody has decided to take.</summary>
    Accepted,
    Note,
    Caution,
    Danger,
    Problem,
}

/// <summary>Anything that is to be said about a place in a file.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Position">Where it is corrected.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Path">The place in the settings; empty for a file as a whole.</param>
/// <param name="Message">What is wrong, or may happen.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record Remark(
    RemarkLevel Level,
    Position Position,
    string Rule,
    string Path,
    string Message,
    string Remedy
)
{
    /// <summary>All of stack files, the gravest first: GitHub shows the first ten of a kind.</summary>
    public static IReadOnlyList<Remark> Of(
        IEnumerable<FileProblem> problems,
        IEnumerable<FileRisk> risks,
        IEnumerable<FileNotice> notices
    ) =>
        [
            .. problems
                .Select(Of)
                .Concat(risks.Select(Of))
                .Concat(notices.Select(Of))
                .OrderByDescending(remark => remark.Level),
        ];

    /// <summary>What is said, on one line.</summary>
    public string Text
    {
        get
        {
            var place = Path.Length == 0 ? "" : $"{Path}: ";
            var remedy = $"{char.ToUpperInvariant(Remedy[0])}{Remedy[1..]}";
            return PlainText.OneLine($"{place}{Message}. {remedy}{(Remedy.EndsWith('?') ? "" : ".")}");
        }
    }

    /// <summary>A problem that a preview has printed.</summary>
    public static Remark Of(DocumentProblem problem) =>
        new(
            RemarkLevel.Problem,
            new(problem.File, problem.Line, problem.Column),
            problem.Rule ?? "problem",
            problem.Path,
            problem.Message,
            problem.Remedy
        );

    private static Remark Of(FileProblem problem) =>
        new(
            RemarkLevel.Problem,
            problem.Position,
            problem.Problem.Rule.Id,
            problem.Problem.Path,
            problem.Problem.Message,
            problem.Problem.Remedy
        );

    private static Remark Of(FileRisk risk) =>
        new(
            risk.Risk.Accepted is not null
                ? RemarkLevel.Accepted
                : Enum.Parse<RemarkLevel>(risk.Risk.Severity.ToString()),
            risk.Position,
            risk.Risk.Rule.Id,
            risk.Risk.Path,
            risk.Risk.Message,
            risk.Risk.Accepted is { } because ? $"accepted: {because}" : risk.Risk.Rule.Remedy
        );

    private static Remark Of(FileNotice notice) =>
        new(RemarkLevel.Notice, notice.Position, notice.Fault.Rule.Id, "", notice.Fault.Message, notice.Fault.Remedy);
}
