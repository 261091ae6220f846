using System.CommandLine;
using OktaSpa.Cli.Rendering;
using OktaSpa.Cli.Stacks;
using Spectre.Console;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa check</c>: every problem and risk of stack files, alone and together.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var stacks = StackArguments.Create();
        var format = new Option<string>("--format")
        {
            Description = "text for people, json for programs.",
            DefaultValueFactory = _ => "text",
        }.AcceptOnlyFromAmong("text", "json");
        var command = new Command(
            "check",
            """
            Finds what is wrong in stack files, each with its place and what to write instead, and
            what is allowed but risky; also what shows only when the files are read together.

            Examples:
              okta-spa check                    all stack files of the project
              okta-spa check prod               one of them
              okta-spa check --format json      for programs
            """
        )
        {
            stacks,
            format,
        };
        command.SetAction(parsed =>
        {
            var project = Project.Find(terminal.Error);
            var files = project.Read(parsed.GetValue(stacks)!);
            var (problems, risks) = CrossCheck.Of(project, files);
            if (parsed.GetValue(format) == "json")
            {
                terminal.Out.WriteLine(JsonRendering.Render(problems, risks));
            }
            else
            {
                terminal.Console.RenderProblems(problems);
                terminal.Console.RenderRisks(
                    risks.Count,
                    risks.Select(risk =>
                        (
                            risk.Risk.Severity,
                            $"{risk.File}:{risk.Position.Line}:{risk.Position.Column}",
                            $"{risk.Risk.Application}: {risk.Risk.Message}",
                            (string?)null
                        )
                    )
                );
                terminal.Console.MarkupLineInterpolated(
                    $"{Text.Count(files.Count, "stack file")} read, {Text.Count(problems.Count, "problem")}, {Text.Count(risks.Count, "risk")}."
                );
            }
            return problems.Count == 0 ? ExitCode.Fine : ExitCode.Problems;
        });
        return command;
    }
}
