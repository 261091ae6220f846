namespace OktaSpa.Cli;

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
