using System.Text.Json;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Rendering;

/// <summary>Output for programs: keys in a fixed order, the same bytes from run to run.</summary>
internal static class JsonRendering
{
    /// <summary><c>{"version":2,"stacks":[…]}</c>, with <c>problems</c> where a stack that was asked for has some.</summary>
    public static string Render(Preview preview) =>
        preview.Problems.Count == 0
            ? JsonSerializer.Serialize(new { JsonFormat.Version, preview.Stacks }, JsonFormat.Options)
            : JsonSerializer.Serialize(
                new
                {
                    JsonFormat.Version,
                    preview.Stacks,
                    Problems = preview.Problems.Select(problem => new
                    {
                        problem.Stack,
                        problem.File,
                        problem.Position.Line,
                        problem.Position.Column,
                        problem.Problem.Path,
                        problem.Problem.Message,
                        problem.Problem.Remedy,
                    }),
                },
                JsonFormat.Options
            );

    /// <summary><c>{"version":2,"problems":[…],"risks":[…]}</c>.</summary>
    public static string Render(IEnumerable<FileProblem> problems, IEnumerable<FileRisk> risks) =>
        JsonSerializer.Serialize(
            new
            {
                JsonFormat.Version,
                Problems = problems.Select(problem => new
                {
                    problem.File,
                    problem.Position.Line,
                    problem.Position.Column,
                    problem.Problem.Path,
                    problem.Problem.Message,
                    problem.Problem.Remedy,
                }),
                Risks = risks.Select(risk => new
                {
                    risk.File,
                    risk.Position.Line,
                    risk.Position.Column,
                    risk.Risk.Path,
                    risk.Risk.Severity,
                    risk.Risk.Application,
                    risk.Risk.Message,
                }),
            },
            JsonFormat.Options
        );
}
