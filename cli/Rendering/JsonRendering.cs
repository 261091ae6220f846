using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Stacks;
using OktaSpa.Configuration;

namespace OktaSpa.Cli.Rendering;

/// <summary>Output for programs: keys in a fixed order, the same bytes from run to run.</summary>
internal static class JsonRendering
{
    /// <summary>How this program writes and reads JSON.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            // For files and terminals, not for HTML: & and ' stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        };

    /// <summary><c>{"stacks":[…]}</c>, with <c>problems</c> where a stack that was asked for has some.</summary>
    public static string Render(Preview preview) =>
        preview.Problems.Count == 0
            ? JsonSerializer.Serialize(new { preview.Stacks }, Options)
            : JsonSerializer.Serialize(
                new
                {
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
                Options
            );

    /// <summary><c>{"problems":[…],"risks":[…]}</c>.</summary>
    public static string Render(IEnumerable<FileProblem> problems, IEnumerable<FileRisk> risks) =>
        JsonSerializer.Serialize(
            new
            {
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
            Options
        );
}
