using System.CommandLine;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Rendering;
using OktaSpa.Cli.Stacks;
using Spectre.Console;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa check</c>: every problem and risk of stack files, alone and together.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, Surroundings surroundings)
    {
        var stacks = new StackArguments();
        var format = new Option<string>("--format")
        {
            Description =
                "text for people, json for programs, line for editors (file:line:column: …), github for annotations.",
            DefaultValueFactory = _ => "text",
        }.AcceptOnlyFromAmong("text", "json", "line", "github");
        var failOn = new Option<string>("--fail-on")
        {
            Description = "Exit with 4 where a risk that nobody has accepted is as bad as this, or worse.",
            HelpName = "danger|caution",
        }.AcceptOnlyFromAmong("danger", "caution");
        var command = new Command(
            "check",
            """
            Finds what is wrong in stack files, each with its place and what to write instead, and
            what is allowed but risky; also what shows only when the files are read together.

            On GitHub Actions all of it is annotated, too, whatever the format.

            Examples:
              okta-spa check                    all stack files of the project
              okta-spa check prod               one of them
              okta-spa check --fail-on danger   exit code 4 for a danger
              okta-spa check --format line      a line each, for editors
              git show :Pulumi.dev.yaml | okta-spa check - --stack dev    what is about to be committed
            """
        );
        stacks.AddTo(command);
        command.Add(format);
        command.Add(failOn);
        command.SetAction(parsed =>
        {
            var project = surroundings.FindProject(terminal.Error);
            var files = stacks.Read(parsed, project, terminal.In);
            var found = CrossCheck.Of(project, files);
            // What is wrong in Pulumi.yaml is wrong for each stack.
            List<FileProblem> problems =
            [
                .. found.SelectMany(stack => stack.Problems).DistinctBy(problem => (problem.Position, problem.Problem)),
            ];
            List<FileRisk> risks = [.. found.SelectMany(stack => stack.Risks)];
            List<FileNotice> notices =
            [
                .. files.SelectMany(file => file.Notices),
                .. parsed.GetValue(stacks.Stacks) is [] ? project.Strays() : [],
            ];
            var remarks = Remark.Of(problems, risks, notices);
            var summary = Summary(files.Count, problems, risks, notices);
            switch (parsed.GetValue(format))
            {
                case "json":
                    terminal.Out.WriteLine(JsonRendering.Render(problems, risks, notices));
                    break;
                case "line":
                    foreach (var remark in remarks)
                        terminal.Out.WriteLine(LineRendering.Render(remark));
                    break;
                case "github":
                    GitHubRendering.Write(terminal.Out, remarks, surroundings.Variables);
                    terminal.Out.WriteLine(summary);
                    break;
                default:
                    terminal.Console.RenderProblems(problems);
                    terminal.Console.RenderRisks(risks);
                    terminal.Console.RenderNotices(notices);
                    terminal.Console.WriteLine(summary);
                    break;
            }
            if (parsed.GetValue(format) != "github")
                GitHubRendering.Annotate(terminal.Error, remarks, surroundings.Variables);
            return problems.Count > 0 ? ExitCode.Problems
                : IsReached(parsed.GetValue(failOn), risks) ? ExitCode.Finding
                : ExitCode.Fine;
        });
        return command;
    }

    private static bool IsReached(string? threshold, IEnumerable<FileRisk> risks) =>
        threshold is not null
        && risks.Any(risk =>
            risk.Risk.Accepted is null && risk.Risk.Severity >= Enum.Parse<Severity>(threshold, ignoreCase: true)
        );

    private static string Summary(int files, List<FileProblem> problems, List<FileRisk> risks, List<FileNotice> notices)
    {
        var accepted = risks.Count(risk => risk.Risk.Accepted is not null);
        var counts = new List<string>
        {
            $"{Text.Count(files, "stack file")} read",
            Text.Count(problems.Count, "problem"),
            Text.Count(risks.Count - accepted, "risk"),
        };
        if (accepted > 0)
            counts.Add(Text.Count(accepted, "accepted risk"));
        if (notices.Count > 0)
            counts.Add(Text.Count(notices.Count, "notice"));
        return $"{string.Join(", ", counts)}.";
    }
}
