namespace OktaSpa.Settings;

/// <summary>Something that is allowed, but that a reviewer must know.</summary>
/// <param name="Rule">The rule that names it.</param>
/// <param name="Severity">How much to mind.</param>
/// <param name="Application">The logical name of the application.</param>
/// <param name="Path">The place in the settings.</param>
/// <param name="About">What it is about: a URI, an origin, the id of a server; the same for all that are alike.</param>
/// <param name="Message">What may happen.</param>
internal sealed record Risk(Rule Rule, Severity Severity, string Application, string Path, string About, string Message)
{
    /// <summary>Why somebody has decided to take it; null where nobody has.</summary>
    public string? Accepted { get; init; }

    public override string ToString() => $"{Severity.ToString().ToUpperInvariant()} {Path}: {Message}.";
}
