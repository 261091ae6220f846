using System.CommandLine;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Rendering;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa preview</c>: what stacks will declare, without credentials.</summary>
internal static class PreviewCommand
{
    public static Command Create(Terminal terminal, Surroundings surroundings)
    {
        var stacks = new StackArguments();
        var format = new Option<string>("--format")
        {
            Description =
                "text for people, json for programs, markdown for a README or a job's summary; svg and mermaid draw who may use which application, and where it runs.",
            DefaultValueFactory = _ => "text",
        }.AcceptOnlyFromAmong("text", "json", "markdown", "svg", "mermaid");
        var command = new Command(
            "preview",
            """
            Shows what stacks will declare: no credentials, no network, no pulumi.

            It runs the program itself and records what it declares. It does not compare that
            with what is in Okta, and does not see values from Pulumi ESC.

            Examples:
              okta-spa preview                      all stacks, the template of pull requests as pr-1
              okta-spa preview dev                  one stack
              okta-spa preview pr-123               the environment of a pull request
              okta-spa preview ../Pulumi.qa.yaml    a stack file anywhere
              okta-spa preview --format json        for programs
              okta-spa preview prod --format svg    a picture: who, which application, where
            """
        );
        stacks.AddTo(command);
        command.Add(format);
        command.SetAction(
            async (parsed, _) =>
            {
                var project = surroundings.FindProject(terminal.Error);
                var files = stacks.Read(parsed, project, terminal.In);
                var preview = await Preview.OfAsync(project, files);
                switch (parsed.GetValue(format))
                {
                    case "json":
                        await terminal.Out.WriteLineAsync(JsonRendering.Render(preview));
                        break;
                    case "markdown":
                        await terminal.Out.WriteAsync(MarkdownRendering.Render(preview));
                        break;
                    case "mermaid":
                        await terminal.Out.WriteAsync(MermaidRendering.Render(preview.Stacks).ToString());
                        await WriteProblemsAsync(terminal, preview);
                        break;
                    case "svg":
                        await terminal.Out.WriteAsync(SvgRendering.Render(preview.Stacks));
                        await WriteProblemsAsync(terminal, preview);
                        break;
                    default:
                        terminal.Console.Render(preview);
                        break;
                }
                GitHubRendering.Annotate(terminal.Error, Remark.Of(preview.Problems, [], []), surroundings.Variables);
                return preview.Problems.Count == 0 ? ExitCode.Fine : ExitCode.Problems;
            }
        );
        return command;
    }

    // For output that must not mix with another.
    private static async Task WriteProblemsAsync(Terminal terminal, Preview preview)
    {
        foreach (var remark in Remark.Of(preview.Problems, [], []))
            await terminal.Error.WriteLineAsync(LineRendering.Render(remark));
    }
}
