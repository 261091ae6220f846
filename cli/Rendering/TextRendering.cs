using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Stacks;
using Spectre.Console;

namespace OktaSpa.Cli.Rendering;

/// <summary>Output for people: color only on a terminal, 80 columns are enough.</summary>
internal static class TextRendering
{
    /// <summary>A tree a stack, then what is wrong with the others.</summary>
    public static void Render(this IAnsiConsole console, Preview preview)
    {
        foreach (var stack in preview.Stacks)
        {
            console.Write(Tree(stack));
            console.RenderRisks(stack.Risks);
            console.WriteLine();
        }
        console.RenderProblems(preview.Problems);
        if (preview.Stacks.Count > 0)
        {
            console.MarkupLine("[dim]This is what will be declared, not a comparison with what is in Okta:[/]");
            console.MarkupLine("[dim]that is `pulumi preview`, which needs credentials.[/]");
        }
        console.RenderNotices(preview.Notices);
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
        foreach (var (_, position, problem) in problems)
        {
            table.AddRow(
                new Markup(Shown(position.ToString())),
                new Markup(
                    $"{(problem.Path.Length == 0 ? "" : $"[bold]{Shown(problem.Path)}[/]\n")}{Shown(problem.Message)}\n[green]{Shown(problem.Remedy)}[/]"
                )
            );
        }
        console.Write(table);
    }

    /// <summary>A line a notice.</summary>
    public static void RenderNotices(this IAnsiConsole console, IEnumerable<FileNotice> notices)
    {
        foreach (var (position, fault) in notices)
            console.MarkupLine($"[dim]{Shown($"{position}: {fault.Message}; {fault.Remedy}.")}[/]");
    }

    /// <summary>A table of risks, dangers first, and a line for each that somebody has decided to take.</summary>
    public static void RenderRisks(this IAnsiConsole console, IReadOnlyCollection<FileRisk> risks)
    {
        var open = risks.Where(risk => risk.Risk.Accepted is null).Select(risk => (risk.Position, risk.Risk)).ToList();
        console.RenderRisks(
            open.Count,
            open.Select(pair =>
                (
                    pair.Risk.Severity,
                    pair.Position.ToString(),
                    $"{pair.Risk.Application}: {pair.Risk.Message}",
                    (string?)pair.Risk.Rule.Id
                )
            )
        );
        foreach (var (position, risk) in risks.Where(risk => risk.Risk.Accepted is not null))
            console.MarkupLine(
                $"[dim]{Shown($"{position}: {risk.Application}: {risk.Rule} is accepted: {risk.Accepted}")}[/]"
            );
    }

    /// <summary>A table of a stack's risks, equal ones together, dangers first.</summary>
    private static void RenderRisks(this IAnsiConsole console, IReadOnlyCollection<GraphRisk> risks)
    {
        var entries = RiskEntry.Of(risks).ToLookup(entry => entry.Accepted is not null);
        console.RenderRisks(
            risks.Count(risk => risk.Accepted is null),
            entries[false].Select(entry => (entry.Severity, Who(entry), entry.Message.ToString(), entry.Rule))
        );
        foreach (var entry in entries[true])
        {
            var severity = entry.Severity.ToString().ToLowerInvariant();
            var line = $"accepted {severity} {entry.Rule}, {Who(entry)}: {entry.Message}. {entry.Accepted}";
            console.MarkupLine($"[dim]{Shown(line)}[/]");
        }

        static string Who(RiskEntry entry) => Sentence.Few(entry.Applications).ToString();
    }

    /// <summary>A table of risks, dangers first.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="risks">Each line of it.</param>
    private static void RenderRisks(
        this IAnsiConsole console,
        int count,
        IEnumerable<(Severity Severity, string Where, string Message, string? Rule)> risks
    )
    {
        if (count == 0)
            return;
        var table = new Table()
            .Border(TableBorder.Rounded)
            .Title($"[bold yellow]{Text.Count(count, "risk")}[/]")
            .HideHeaders()
            .Expand();
        table.AddColumn(new TableColumn("").NoWrap()).AddColumn("").AddColumn("");
        foreach (var (severity, where, message, rule) in risks.OrderByDescending(risk => risk.Severity))
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
                new Markup($"{Shown(message)}{(rule is null ? "" : $" [dim]{Shown(rule)}[/]")}")
            );
        }
        console.Write(table);
    }

    private static Tree Tree(StackGraph stack)
    {
        var organization = stack.Organization is null ? "" : $" [dim]{Shown(stack.Organization)}[/]";
        var tree = new Tree($"[bold]stack {Shown(stack.Stack)}[/]{organization}") { Guide = TreeGuide.Line };
        foreach (var application in ApplicationView.Of(stack).Values)
            Add(tree, application);
        var groups = GroupView.Of(stack).Values;
        if (groups.Count > 0)
        {
            var node = tree.AddNode("[bold]groups[/] [dim]that this stack declares[/]");
            foreach (var group in groups)
            {
                var facts = ResourceFacts.Tell(group).ToLookup(told => told.IsHeading);
                Add(node.AddNode($"{Shown(group.Name)}{Heading(facts[true])}"), facts[false]);
            }
        }
        var origins = OriginView.Of(stack).Values;
        if (origins.Count > 0)
        {
            var node = tree.AddNode("[bold]trusted origins[/] [dim]may call Okta with a visitor's session[/]");
            foreach (var origin in origins)
                Add(
                    node.AddNode(
                        $"{Shown(origin.Resource.Name)} [dim]for {Shown(string.Join(", ", origin.Resource.Applications))}[/]"
                    ),
                    ResourceFacts.Tell(origin)
                );
        }
        if (stack.Lookups.TrustedOrigins.Count > 0)
        {
            var node = tree.AddNode("[bold]trusted origins of another stack[/] [dim]looked up[/]");
            foreach (var origin in stack.Lookups.TrustedOrigins)
                node.AddNode(Shown(origin));
        }
        Add(tree, ResourceFacts.TellRest(stack));
        return tree;
    }

    private static void Add(Tree tree, ApplicationView application)
    {
        var facts = ResourceFacts.Tell(application).ToLookup(told => told.IsHeading);
        Add(tree.AddNode($"[bold]{Shown(application.Name)}[/]{Heading(facts[true])}"), facts[false]);
    }

    private static string Heading(IEnumerable<Told> facts) =>
        string.Concat(facts.SelectMany(told => told.Words).Select(words => $" {Shown(words.ToString())}"));

    // A fact of several words has them in lines of its own.
    private static void Add(IHasTreeNodes node, IEnumerable<Told> facts)
    {
        foreach (var told in facts)
        {
            if (told is { Title: { } title, Words: [var only], IsList: false })
            {
                node.AddNode(Shown($"{title}: {only}"));
                continue;
            }
            var parent = told.Title is null ? node : node.AddNode(told.Title);
            foreach (var words in told.Words)
                parent.AddNode(Shown(words.ToString()));
        }
    }

    // What files and JSON say: neither markup nor anything that moves a terminal's text.
    private static string Shown(string text) => Markup.Escape(PlainText.OneLine(text));
}
