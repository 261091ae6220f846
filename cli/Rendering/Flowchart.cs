using System.Globalization;
using System.Text;

namespace OktaSpa.Cli.Rendering;

/// <summary>
/// Makes a flowchart in Mermaid's language, from left to right; no text of a configuration can be syntax in it.
/// </summary>
internal sealed class Flowchart
{
    // Mermaid's own limits (maxTextSize, maxEdges), which GitHub keeps.
    private const int MaximumText = 50_000;
    private const int MaximumEdges = 500;

    private readonly StringBuilder lines = new("flowchart LR\n");
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private int edges;

    /// <summary>Whether Mermaid draws it where nobody has raised its limits.</summary>
    public bool IsDrawn => lines.Length <= MaximumText && edges <= MaximumEdges;

    /// <summary>Someone.</summary>
    public string Who(string key, string text) => Node(key, "([", "])", [text]);

    /// <summary>An application, its border in the color of its worst risk.</summary>
    public string Application(string key, IEnumerable<string> text, string? severity = null) =>
        Node(key, "[", "]", text, severity is "danger" or "caution" ? $":::{severity}" : "");

    /// <summary>An address.</summary>
    public string Place(string key, params IEnumerable<string> text) => Node(key, "[/", "/]", text);

    /// <summary>An arrow, dotted for what is less.</summary>
    public void Edge(string from, string to, bool dotted = false)
    {
        edges++;
        lines.Append("  ").Append(from).Append(dotted ? " -.-> " : " --> ").Append(to).Append('\n');
    }

    /// <summary>Begins a frame around the nodes that are made until <see cref="End"/>.</summary>
    public void Begin(string key, string text) =>
        lines
            .Append("  subgraph ")
            .Append(NewId(key))
            .Append("[\"")
            .Append(Escape(text))
            .Append("\"]\n  direction LR\n");

    public void End() => lines.Append("  end\n");

    /// <summary>The Mermaid text, ending in a line break.</summary>
    public override string ToString() =>
        $"{lines}  classDef danger stroke:#cf222e,stroke-width:3px\n  classDef caution stroke:#bf8700,stroke-width:3px\n";

    private string Node(string key, string open, string close, IEnumerable<string> text, string style = "")
    {
        if (!ids.TryGetValue(key, out var id))
        {
            id = NewId(key);
            lines
                .Append("  ")
                .Append(id)
                .Append(open)
                .Append('"')
                .AppendJoin("<br/>", text.Select(Escape))
                .Append('"')
                .Append(close)
                .Append(style)
                .Append('\n');
        }
        return id;
    }

    private string NewId(string key) => ids[key] = string.Create(CultureInfo.InvariantCulture, $"n{ids.Count}");

    // Mermaid's own character references: # for &. They are resolved when all else is read.
    private static string Escape(string text) =>
        string.Concat(
            PlainText
                .OneLine(text)
                .EnumerateRunes()
                .Select(rune =>
                    Rune.IsLetterOrDigit(rune) || rune.Value == ' '
                        ? rune.ToString()
                        : string.Create(CultureInfo.InvariantCulture, $"#{rune.Value};")
                )
        );
}
