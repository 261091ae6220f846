using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Review;

/// <summary>A finding, once for all applications and stacks that it is about.</summary>
/// <param name="Severity">How much to mind.</param>
/// <param name="Rule">The stable id of its rule; null where none is known.</param>
/// <param name="Message">What changes, and what that means.</param>
/// <param name="Stacks">The stacks.</param>
/// <param name="Applications">The same in each of them; empty where the whole stack is meant.</param>
internal sealed record FindingEntry(
    Severity Severity,
    string? Rule,
    Sentence Message,
    IReadOnlyList<string> Stacks,
    IReadOnlyList<string> Applications
);
