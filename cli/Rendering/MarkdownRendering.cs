using System.Text;
using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Rendering;

/// <summary>Stacks for a README or the summary of a job.</summary>
internal static class MarkdownRendering
{
    /// <summary>
    /// A section a stack: its applications, its risks, its picture. What is wrong with the others comes last.
    /// </summary>
    public static string Render(Preview preview)
    {
        var text = new StringBuilder();
        foreach (var stack in preview.Stacks)
        {
            var picture = AccessPicture.Of(stack);
            text.Append("### Stack ").Append(MarkdownText.Escape(stack.Stack)).Append('\n');
            text.Append(
                MarkdownText.Table(
                    ["Application", "Who may use it", "Codes are sent to", "Refresh tokens", "Trusted origins"],
                    picture.Applications.Select(application =>
                        new[]
                        {
                            Lines(application.Lines),
                            Lines(application.View.Access),
                            Lines(application.View.RedirectUris),
                            application.View.RefreshTokens,
                            Lines(
                                application
                                    .Places.Where(place => place.IsTrusted)
                                    .Select(place => place.Origin)
                                    .DefaultIfEmpty("none")
                            ),
                        }
                    )
                )
            );
            var risks = picture
                .Applications.SelectMany(application => application.Risks.Select(risk => (application, risk)))
                .OrderByDescending(pair => pair.risk.Severity)
                .ToList();
            if (risks.Count > 0)
                text.Append('\n');
            foreach (var (application, risk) in risks)
                text.Append("- ")
                    .Append(MarkdownText.Badge(risk.Severity))
                    .Append(' ')
                    .Append(MarkdownText.Escape(application.View.Name))
                    .Append(": ")
                    .Append(MarkdownText.Escape(risk.Message))
                    .Append('\n');
            text.Append(MermaidRendering.Markdown(stack)).Append('\n');
        }
        if (preview.Problems.Count > 0)
        {
            text.Append("### ")
                .Append(Text.Count(preview.Problems.Count, "problem"))
                .Append('\n')
                .Append(
                    MarkdownText.Table(
                        ["Where", "What is wrong", "Remedy"],
                        preview.Problems.Select(problem =>
                            new[]
                            {
                                $"{problem.File}:{problem.Position.Line}:{problem.Position.Column} {problem.Problem.Path}",
                                problem.Problem.Message,
                                problem.Problem.Remedy,
                            }
                        )
                    )
                )
                .Append('\n');
        }
        return text.Append("<sub>This is what will be declared, not a comparison with what is in Okta.</sub>\n")
            .ToString();
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(PlainText.OneLine));
}
