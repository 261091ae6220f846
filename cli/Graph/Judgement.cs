namespace OktaSpa.Cli.Graph;

/// <summary>What something declared, or a change of it, means for sign-in.</summary>
/// <param name="Rule">The rule by which it is judged.</param>
/// <param name="Severity">How much to mind.</param>
/// <param name="Message">What changes, and what that means.</param>
/// <param name="About">The one value that it is about, such as a group or a host; null for none.</param>
internal sealed record Judgement(FindingRule Rule, Severity Severity, Sentence Message, string? About);
