using System.Globalization;
using System.Text;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Rendering;

/// <summary>The docs' page of rules, made of the rules themselves.</summary>
internal static class RulesReference
{
    /// <summary>Markdown: a table for each kind of rule.</summary>
    public static string Render()
    {
        var text = new StringBuilder();
        text.Append("## Problems\n\nNothing is declared while there is one.\n\n");
        foreach (var (about, rules) in RuleBook.Problems)
            Table(text, about, rules);
        Table(text, "How files are written", FileRules.Problems);
        text.Append("## Risks\n\nAllowed, named in every preview, and accepted with `acceptedRisks`.\n\n");
        Table(text, null, RuleBook.Risks);
        text.Append("## Notices\n\nNeither wrong nor risky, but perhaps not what is expected of the file.\n\n");
        Table(text, null, FileRules.Notices);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Table(StringBuilder text, string? title, IEnumerable<Rule> rules)
    {
        if (title is not null)
            text.Append(CultureInfo.InvariantCulture, $"### {title}\n\n");
        text.Append("| rule | what it means | what to do | source |\n|---|---|---|---|\n");
        foreach (var rule in rules)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{rule.Id}` | {Cell(rule.Meaning)} | {Cell(rule.Remedy)} | {(rule.Source is null ? "" : Cell(rule.Source))} |\n"
            );
        text.Append('\n');
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
