namespace OktaSpa.Problems;

/// <summary>How much a reviewer should mind.</summary>
internal enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Worth a question.</summary>
    Caution,

    /// <summary>Not without a good reason.</summary>
    Danger,
}
