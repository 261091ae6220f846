using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Stacks;
using Spectre.Console;

namespace OktaSpa.Cli.Rendering;

/// <summary>Output for people: color only on a terminal, 80 columns are enough.</summary>
internal static class TextRendering
{
    /// <summary>A tree a stack, then what is wrong with the others.</summary>
    public static void Render(this IAnsiConsole console, Preview preview, IReadOnlyCollection<StackFile> files)
    {
        foreach (var stack in preview.Stacks)
        {
            console.Write(Tree(stack));
            console.RenderRisks(
                stack.Risks.Select(risk =>
                    (
                        risk.Severity,
                        risk.Resource[(risk.Resource.LastIndexOf("::", StringComparison.Ordinal) + 2)..],
                        risk.Message
                    )
                )
            );
            console.WriteLine();
        }
        console.RenderProblems(preview.Problems);
        if (preview.Stacks.Count > 0)
        {
            console.MarkupLine("[dim]This is what will be declared, not a comparison with what is in Okta:[/]");
            console.MarkupLine("[dim]that is `pulumi preview`, which needs credentials.[/]");
        }
        foreach (var file in files.Where(file => file.HasEnvironment))
            console.MarkupLine($"[dim]{Shown(file.Path)} takes values from Pulumi ESC, which are not seen here.[/]");
    }

    /// <summary>A table of problems: where, what, and what to write instead.</summary>
    public static void RenderProblems(this IAnsiConsole console, IReadOnlyCollection<FileProblem> problems)
    {
        if (problems.Count == 0)
            return;
        var table = new Table()
            .Border(TableBorder.Rounded)
            .Title($"[bold red]{Text.Count(problems.Count, "problem")}[/]")
            .Expand();
        table.AddColumn("Where").AddColumn("What is wrong, and what to write instead");
        foreach (var (_, file, position, problem) in problems)
        {
            table.AddRow(
                new Markup(Shown($"{file}:{position.Line}:{position.Column}")),
                new Markup(
                    $"{(problem.Path.Length == 0 ? "" : $"[bold]{Shown(problem.Path)}[/]\n")}{Shown(problem.Message)}\n[green]{Shown(problem.Remedy)}[/]"
                )
            );
        }
        console.Write(table);
    }

    /// <summary>A line a problem, for output that must not mix with another.</summary>
    public static async Task WriteProblemsAsync(this TextWriter writer, IEnumerable<FileProblem> problems)
    {
        foreach (var (_, file, position, problem) in problems)
            await writer.WriteLineAsync(PlainText.OneLine($"{file}:{position.Line}:{position.Column}: {problem}"));
    }

    /// <summary>A line a risk, dangers first.</summary>
    public static void RenderRisks(
        this IAnsiConsole console,
        IEnumerable<(Severity Severity, string Where, string Message)> risks
    )
    {
        var rows = risks.OrderByDescending(risk => risk.Severity).ToList();
        if (rows.Count == 0)
            return;
        var table = new Table()
            .Border(TableBorder.Rounded)
            .Title($"[bold yellow]{Text.Count(rows.Count, "risk")}[/]")
            .HideHeaders()
            .Expand();
        table.AddColumn(new TableColumn("").NoWrap()).AddColumn("").AddColumn("");
        foreach (var (severity, where, message) in rows)
        {
            var color = severity switch
            {
                Severity.Danger => "bold red",
                Severity.Caution => "yellow",
                _ => "blue",
            };
            table.AddRow(
                new Markup($"[{color}]{severity.ToString().ToUpperInvariant()}[/]"),
                new Markup(Shown(where)),
                new Markup(Shown(message))
            );
        }
        console.Write(table);
    }

    private static Tree Tree(StackGraph stack)
    {
        var tree = new Tree($"[bold]stack {Shown(stack.Stack)}[/]") { Guide = TreeGuide.Line };
        foreach (var application in ApplicationView.Of(stack).Values)
            Add(tree, application);
        var origins = stack.Resources.Where(resource => resource.Type == ResourceTypes.Origin).ToList();
        if (origins.Count > 0)
        {
            var node = tree.AddNode("[bold]trusted origins[/] [dim]may call Okta with a visitor's session[/]");
            foreach (var origin in origins)
                node.AddNode($"{Shown(origin.Name)} [dim]for {Shown(string.Join(", ", origin.Applications))}[/]");
        }
        if (stack.Lookups.TrustedOrigins.Count > 0)
            AddList(
                tree.AddNode("[bold]trusted origins of another stack[/] [dim]looked up[/]"),
                stack.Lookups.TrustedOrigins
            );
        return tree;
    }

    private static void Add(Tree tree, ApplicationView application)
    {
        var node = tree.AddNode(
            $"[bold]{Shown(application.Name)}[/] {Shown(Text.Quote(application.Label))}{(application.Protect ? " [dim]protected from deletion[/]" : "")}"
        );
        node.AddNode("public client: no secret, authorization code with PKCE");
        node.AddNode($"refresh tokens: {application.RefreshTokens}");
        AddList(node.AddNode("may use it"), application.Access);
        AddList(node.AddNode("codes are sent to"), application.RedirectUris);
        AddList(
            node.AddNode("after sign-out"),
            application.Strings("postLogoutRedirectUris").DefaultIfEmpty("nowhere")
        );
        if (application["loginUri"] is { } initiate)
            node.AddNode(
                Shown(
                    $"sign-in starts at {initiate}{(application["loginMode"] == "SPEC" ? ", from a tile on the dashboard too" : "")}"
                )
            );
        if (application["authenticationPolicy"] is { } policy)
            node.AddNode(Shown($"authentication policy {policy}"));
        AddList(
            node.AddNode("outputs"),
            [
                $"issuer {application.Issuer}",
                $"clientId ${{{application.Name}.clientId}}",
                $"scopes {string.Join(' ', application.Scopes)}",
            ]
        );
    }

    private static void AddList(IHasTreeNodes node, IEnumerable<string> items)
    {
        foreach (var item in items)
            node.AddNode(Shown(item));
    }

    // What files and JSON say: neither markup nor anything that moves a terminal's text.
    private static string Shown(string text) => Markup.Escape(PlainText.OneLine(text));
}
