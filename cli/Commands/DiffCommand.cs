using System.CommandLine;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Git;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Rendering;
using OktaSpa.Cli.Review;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa diff</c>: what a change does to sign-in.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal, Surroundings surroundings)
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Two outputs of okta-spa preview --format json, the older first; - is standard input.",
            HelpName = "BASE HEAD",
            Arity = new(0, 2),
        };
        var baseRef = new Option<string>("--base-ref")
        {
            Description = "Compare all stacks of this git revision with the working tree.",
            HelpName = "REF",
        };
        var format = new Option<string>("--format")
        {
            Description = "text for people, markdown for a pull request's comment, json for programs.",
            DefaultValueFactory = _ => "text",
        }.AcceptOnlyFromAmong("text", "json", "markdown");
        var details = new Option<bool>("--details")
        {
            Description = "Each change of a property in a line of its own; for text. The other formats have them all.",
        };
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit with 3 where there is a difference." };
        var failOn = new Option<string>("--fail-on")
        {
            Description = "Exit with 4 where a finding is as bad as this, or worse.",
            HelpName = "danger|caution",
        }.AcceptOnlyFromAmong("danger", "caution");
        var command = new Command(
            "diff",
            """
            Compares what stacks declare: what changes, and what that does to sign-in - who gains
            or loses access, where codes and tokens may be sent, what got riskier.

            Examples:
              okta-spa diff --base-ref origin/main                      the working tree with a branch
              okta-spa diff --base-ref HEAD --fail-on danger            exit code 4 for a danger
              okta-spa preview --format json > base.json                two previews made before
              okta-spa diff base.json head.json --format markdown
            """
        )
        {
            files,
            baseRef,
            format,
            details,
            exitCode,
            failOn,
        };
        command.Validators.Add(result =>
        {
            var named = result.GetValue(files)?.Length ?? 0;
            if (result.GetValue(baseRef) is null ? named != 2 : named != 0)
                result.AddError("Name two files, BASE and HEAD, or a revision with --base-ref.");
        });
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (before, after) = parsed.GetValue(baseRef) is { } revision
                    ? await RevisionAsync(
                        surroundings.FindProject(terminal.Error),
                        revision,
                        terminal.Error,
                        cancellation
                    )
                    : Files(parsed.GetValue(files)!, terminal.In);
                var comparison = new Comparison(before, after);
                await terminal.Out.WriteAsync(
                    parsed.GetValue(format) switch
                    {
                        "json" => ComparisonJson.Render(comparison),
                        "markdown" => ComparisonMarkdown.Render(comparison),
                        _ => ComparisonText.Render(comparison, parsed.GetValue(details)),
                    }
                );
                GitHubRendering.Annotate(terminal.Error, comparison.Problems.Select(Remark.Of), surroundings.Variables);
                var worst = parsed.GetValue(failOn) is { } threshold
                    ? Enum.Parse<Severity>(threshold, ignoreCase: true)
                    : (Severity?)null;
                return comparison.Problems.Count > 0 ? ExitCode.Problems
                    : worst is not null && comparison.Findings.Any(finding => finding.Severity >= worst)
                        ? ExitCode.Finding
                    : parsed.GetValue(exitCode) && comparison.Stacks.Count > 0 ? ExitCode.Difference
                    : ExitCode.Fine;
            }
        );
        return command;
    }

    private static (GraphDocument Before, GraphDocument After) Files(string[] files, TextReader input)
    {
        if (files[0] == "-" && files[1] == "-")
            throw new UsageException("Only one of the two can be standard input.");
        return (Read(files[0]), Read(files[1]));

        GraphDocument Read(string file)
        {
            if (file != "-" && !File.Exists(file))
                throw new UsageException($"There is no file {file}.");
            return GraphDocument.Parse(
                file == "-" ? input.ReadToEnd() : File.ReadAllText(file),
                file == "-" ? "standard input" : file
            );
        }
    }

    private static async Task<(GraphDocument Before, GraphDocument After)> RevisionAsync(
        Project project,
        string revision,
        TextWriter log,
        CancellationToken cancellation
    )
    {
        var files = project.Read([]);
        var before = BaseRevision.PreviewAsync(project.Root, revision, log, cancellation);
        var after = Preview.OfAsync(project, files);
        await Task.WhenAll(before, after);
        return (
            // Where the program itself is new, all that it declares is.
            await before is { } json
                ? GraphDocument.Parse(json, revision)
                : GraphDocument.Empty,
            GraphDocument.Parse(JsonRendering.Render(await after), "the working tree")
        );
    }
}
