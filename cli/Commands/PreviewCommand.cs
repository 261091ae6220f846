using System.CommandLine;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Rendering;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa preview</c>: what stacks will declare, without credentials.</summary>
internal static class PreviewCommand
{
    public static Command Create(Terminal terminal)
    {
        var stacks = StackArguments.Create();
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
        )
        {
            stacks,
            format,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var project = Project.Find(terminal.Error);
                var files = project.Read(parsed.GetValue(stacks)!);
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
                        await terminal.Error.WriteProblemsAsync(preview.Problems);
                        break;
                    case "svg":
                        await terminal.Out.WriteAsync(SvgRendering.Render(preview.Stacks));
                        await terminal.Error.WriteProblemsAsync(preview.Problems);
                        break;
                    default:
                        terminal.Console.Render(preview, files);
                        break;
                }
                return preview.Problems.Count == 0 ? ExitCode.Fine : ExitCode.Problems;
            }
        );
        return command;
    }
}
