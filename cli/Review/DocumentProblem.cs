namespace OktaSpa.Cli.Review;

/// <summary>A problem in a document.</summary>
/// <param name="File">The stack file, as it was named.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Path">The place in the settings.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Stack">The stack that has it; null in what an older okta-spa has printed.</param>
/// <param name="Remedy">What to write instead; null in what older versions printed.</param>
/// <param name="Rule">The rule that is broken; null in what older versions printed.</param>
internal sealed record DocumentProblem(
    string File,
    long Line,
    long Column,
    string Path,
    string Message,
    string Remedy,
    string? Stack = null,
    string? Rule = null
);
