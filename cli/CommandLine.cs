using System.CommandLine;
using OktaSpa.Cli.Commands;
using OktaSpa.Cli.Engine;

namespace OktaSpa.Cli;

/// <summary>The companion's command line.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="terminal">Where output goes.</param>
    /// <param name="surroundings">What is on the machine; null for the one that this runs on.</param>
    /// <param name="cancellation">Ends the run as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>, or what a command documents.</returns>
    public static async Task<int> RunAsync(
        string[] args,
        Terminal terminal,
        Surroundings? surroundings = null,
        CancellationToken cancellation = default
    )
    {
        surroundings ??= new();
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Show the stack trace of an unexpected error.",
            Recursive = true,
        };
        var root = new RootCommand(
            """
            Okta single-page applications as code: what `pulumi` itself does not do.

            Examples:
              okta-spa preview dev      what the dev stack will declare, without credentials
              okta-spa check            all that is wrong or risky in the stack files
            """
        )
        {
            PreviewCommand.Create(terminal, surroundings),
            CheckCommand.Create(terminal, surroundings),
            DiffCommand.Create(terminal, surroundings),
            StacksCommand.Create(terminal, surroundings),
            SettingsCommand.Create(terminal, surroundings),
            SweepCommand.Create(terminal, surroundings),
            TryCommand.Create(terminal, surroundings),
            EmulatorCommand.Create(terminal),
            SchemaCommand.Create(terminal, surroundings),
            ReferenceCommand.Create(terminal),
            verbose,
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await terminal.Error.WriteLineAsync($"okta-spa: {Mistake(parsed)} See okta-spa{Path(parsed)} --help.");
            return ExitCode.Problems;
        }
        try
        {
            return await parsed.InvokeAsync(
                new()
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    // After Ctrl-C: a running destroy is not left half-way, everything else is soon given up.
                    ProcessTerminationTimeout = parsed.CommandResult.Command.Name is "sweep" or "try"
                        ? TimeSpan.FromMinutes(10)
                        : TimeSpan.FromSeconds(2),
                },
                cancellation
            );
        }
        catch (Exception exception) when (exception is UsageException or EngineException)
        {
            await terminal.Error.WriteLineAsync($"okta-spa: {exception.Message}");
            return exception is UsageException ? ExitCode.Problems : ExitCode.Unexpected;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // the one place where anything unexpected ends
        catch (Exception exception)
        {
            await terminal.Error.WriteLineAsync(
                parsed.GetValue(verbose)
                    ? $"okta-spa: {exception}"
                    : $"okta-spa: {Text.OneLine(exception.Message)} (unexpected; --verbose shows where)"
            );
            return ExitCode.Unexpected;
        }
#pragma warning restore CA1031
    }

    // Of a word that is no command, System.CommandLine says first that a command is missing.
    private static string Mistake(ParseResult parsed) =>
        parsed.CommandResult.Command is not RootCommand ? $"{Text.OneLine(parsed.Errors[0].Message).TrimEnd('.')}."
        : parsed.UnmatchedTokens is [var word, ..] ? $"There is no command or option {word}."
        : "Name a command, such as preview.";

    private static string Path(ParseResult parsed) =>
        parsed.CommandResult is { Command: not RootCommand } result ? $" {result.Command.Name}" : "";
}
