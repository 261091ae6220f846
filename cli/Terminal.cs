using Spectre.Console;

namespace OktaSpa.Cli;

/// <summary>Where output goes and input comes from.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="HasColour">Whether standard output is a terminal that colour is wanted on.</param>
/// <param name="In">Standard input; null for the process's own.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool HasColour = false, TextReader? In = null)
{
    /// <summary>Standard input.</summary>
    public TextReader In { get; } = In ?? System.Console.In;

    /// <summary>Standard output for people.</summary>
    public IAnsiConsole Console { get; } =
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(Out),
                Ansi = HasColour ? AnsiSupport.Detect : AnsiSupport.No,
                Interactive = InteractionSupport.No,
                // Spectre.Console would turn colour on again on some CI servers.
                Enrichment = new() { UseDefaultEnrichers = false },
            }
        );
}

/// <summary>What the program says to its caller.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Unexpected = 1;

    /// <summary>Problems in what was read, or wrong usage.</summary>
    public const int Problems = 2;

    /// <summary><c>diff --exit-code</c>: there is a difference.</summary>
    public const int Difference = 3;

    /// <summary>Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;

    /// <summary><c>diff --fail-on</c>: there is a finding as bad as that.</summary>
    public const int Finding = 4;
}
