namespace OktaSpa.Cli.Stacks;

/// <summary>A file that cannot be read, or that nobody should have to.</summary>
/// <param name="position">Where.</param>
/// <param name="fault">What is wrong there.</param>
internal sealed class UnreadableFileException(Position position, Fault fault)
    : Exception($"{position}: {fault.Message}; {fault.Remedy}")
{
    public Position Position { get; } = position;

    public Fault Fault { get; } = fault;
}
