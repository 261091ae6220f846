using Spectre.Console;

namespace OktaSpa.Cli;

/// <summary>Where output goes and input comes from.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="HasColor">Whether standard output is a terminal that color is wanted on.</param>
/// <param name="In">Standard input; null for the process's own.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool HasColor = false, TextReader? In = null)
{
    /// <summary>Standard input.</summary>
    public TextReader In { get; } = In ?? System.Console.In;

    /// <summary>Standard output for people.</summary>
    public IAnsiConsole Console { get; } =
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(Out),
                Ansi = HasColor ? AnsiSupport.Detect : AnsiSupport.No,
                Interactive = InteractionSupport.No,
                // Spectre.Console would turn color on again on some CI servers.
                Enrichment = new() { UseDefaultEnrichers = false },
            }
        );
}
