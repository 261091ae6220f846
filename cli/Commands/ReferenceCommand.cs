using System.CommandLine;
using OktaSpa.Cli.Rendering;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa reference</c>: pages of the docs that are made of the program.</summary>
internal static class ReferenceCommand
{
    private static readonly Dictionary<string, Func<string>> Pages = new(StringComparer.Ordinal)
    {
        ["settings"] = SettingsReference.Render,
        ["rules"] = RulesReference.Render,
    };

    public static Command Create(Terminal terminal)
    {
        var page = new Argument<string>("page") { Description = "settings or rules.", HelpName = "PAGE" };
        page.AcceptOnlyFromAmong([.. Pages.Keys]);
        var command = new Command(
            "reference",
            """
            Prints what a stack file may say, or the rules that it is held to, as Markdown.

            Examples:
              okta-spa reference settings
              okta-spa reference rules
            """
        )
        {
            page,
        };
        command.SetAction(parsed =>
        {
            terminal.Out.Write(Pages[parsed.GetValue(page)!]());
            return ExitCode.Fine;
        });
        return command;
    }
}
