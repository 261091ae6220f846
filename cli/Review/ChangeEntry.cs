using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Review;

/// <summary>A change, once for all resources and stacks that it is about.</summary>
/// <param name="Mark"><c>+</c> for what is new, <c>-</c> for what is gone, <c>~</c> for what changes.</param>
/// <param name="Kind">The type of the resources, or <c>output</c>.</param>
/// <param name="What">What changes in them; null where they come or go.</param>
/// <param name="Stacks">The stacks.</param>
/// <param name="Names">Of the resources, or of the applications that have the output; the same in each stack.</param>
internal sealed record ChangeEntry(
    string Mark,
    string Kind,
    Sentence? What,
    IReadOnlyList<string> Stacks,
    IReadOnlyList<string> Names
);
