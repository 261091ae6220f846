namespace OktaSpa.Cli.Review;

/// <summary>What a change does to sign-in, in a reviewer's words.</summary>
/// <param name="Severity">How much to mind.</param>
/// <param name="Stack">The stack.</param>
/// <param name="Application">The application's logical name; null where the whole stack is meant.</param>
/// <param name="Message">What changes, and what that means.</param>
internal sealed record Finding(Severity Severity, string Stack, string? Application, string Message);
