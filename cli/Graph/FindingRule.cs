namespace OktaSpa.Cli.Graph;

/// <summary>A rule by which a change is judged.</summary>
/// <param name="Id">Stable, in kebab case.</param>
/// <param name="Severity">How much to mind.</param>
/// <param name="Meaning">What has changed, and what that means.</param>
/// <param name="Remedy">What a reviewer or the author is to do.</param>
internal sealed record FindingRule(string Id, Severity Severity, string Meaning, string Remedy)
{
    /// <summary>Where it is judged as something else, in words; null for nowhere.</summary>
    public string? Otherwise { get; init; }

    /// <summary>A finding by this rule.</summary>
    /// <param name="message">What changes, and what that means.</param>
    /// <param name="about">The one value that it is about.</param>
    /// <param name="severity">How much to mind; null for the rule's own.</param>
    public Judgement Finds(Sentence message, string? about = null, Severity? severity = null) =>
        new(this, severity ?? Severity, message, about);

    public override string ToString() => Id;
}
