using System.CommandLine;
using System.Text.Json;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Rendering;
using OktaSpa.Cli.Stacks;
using OktaSpa.Settings;

namespace OktaSpa.Cli.Commands;

/// <summary><c>okta-spa stacks</c>: which stacks there are, for scripts that do something with each.</summary>
internal static class StacksCommand
{
    public static Command Create(Terminal terminal, Surroundings surroundings)
    {
        var format = new Option<string>("--format")
        {
            Description = "text for people, json for programs.",
            DefaultValueFactory = _ => "text",
        }.AcceptOnlyFromAmong("text", "json");
        var command = new Command(
            "stacks",
            """
            Lists the stacks that have a file: its name, its file, and whether it is production; that
            is null in JSON where the file is wrong, which okta-spa check explains. The template of
            pull requests is listed, too, and marked as such.

            Examples:
              okta-spa stacks
              okta-spa stacks --format json | jq -r '.stacks[] | select(.production).name'
            """
        )
        {
            format,
        };
        command.SetAction(parsed =>
        {
            terminal.Out.WriteLine(Show(surroundings.FindProject(terminal.Error), parsed.GetValue(format) == "json"));
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>The stacks of a project, for programs or for people.</summary>
    internal static string Show(Project project, bool isJson)
    {
        // Scripts do nothing with none; people may look in the wrong place.
        var stacks = (isJson ? project.ReadAll() : project.Read([])).Select(ListedStack.Of).ToList();
        if (isJson)
            return JsonSerializer.Serialize(new { stacks }, JsonFormat.Options);
        var (names, files) = (stacks.Max(stack => stack.Name.Length), stacks.Max(stack => stack.File.Length));
        return string.Join(
            '\n',
            stacks.Select(stack =>
                PlainText.OneLine($"{stack.Name.PadRight(names)}  {stack.File.PadRight(files)}  {stack.Note}").TrimEnd()
            )
        );
    }

    /// <param name="Name">As <c>okta-spa preview</c> takes it.</param>
    /// <param name="File">From the current folder.</param>
    /// <param name="Production">Null where the file is wrong.</param>
    /// <param name="PullRequestTemplate">Whether it is no stack itself, but what those of pull requests are made
    /// of.</param>
    private sealed record ListedStack(string Name, string File, bool? Production, bool PullRequestTemplate)
    {
        /// <summary>What is to be said of it.</summary>
        internal string Note =>
            (Production, PullRequestTemplate) switch
            {
                (null, _) => "wrong: okta-spa check says why",
                (_, true) => "template of pull requests",
                (true, _) => "production",
                _ => "",
            };

        public static ListedStack Of(StackFile file)
        {
            var isTemplate = PullRequest.OfStack(file.Stack) is not null;
            return new(isTemplate ? PullRequest.Template : file.Stack, file.Path, file.IsProduction, isTemplate);
        }
    }
}
