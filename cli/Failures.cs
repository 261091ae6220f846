namespace OktaSpa.Cli;

/// <summary>What was asked for in a way that cannot be answered; one line for people.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>Something was named that is not there.</summary>
    /// <param name="what">What is missing, and where.</param>
    /// <param name="name">As it was named.</param>
    /// <param name="known">The names that are there.</param>
    public static UsageException Missing(string what, string name, IReadOnlyCollection<string> known) =>
        new(
            $"{what} "
                + (Text.Nearest(name, known) is { } nearest ? $"Did you mean {nearest}? " : "")
                + (
                    known.Count == 0
                        ? "There is none."
                        : $"There {(known.Count == 1 ? "is" : "are")} {Text.And([.. known])}."
                )
        );
}

/// <summary>What <c>pulumi</c> could not do, in its own words.</summary>
/// <param name="message">What was asked, and what it answered; may have several lines.</param>
/// <param name="exitCode">Pulumi's own; null where it could not be run.</param>
internal sealed class EngineException(string message, int? exitCode = null) : Exception(message)
{
    public int? ExitCode { get; } = exitCode;
}
