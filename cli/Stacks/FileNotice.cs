namespace OktaSpa.Cli.Stacks;

/// <summary>
/// Something about a file that is neither wrong nor risky, but that its writer may not expect: what Pulumi does not
/// read, loses when it writes, or reads from somewhere else.
/// </summary>
internal sealed record FileNotice(Position Position, Fault Fault);
