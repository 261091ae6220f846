using System.Text.RegularExpressions;

namespace OktaSpa.Settings;

/// <summary>
/// A pull request's environment: the stack <c>pr-123</c>, configured by a copy of the template in which
/// <see cref="Placeholder"/> stands for the number.
/// </summary>
/// <param name="Number">The pull request's number, as the stack's name writes it.</param>
internal sealed partial record PullRequest(string Number)
{
    /// <summary>What stands for the number in the template. Braces would break YAML's flow style.</summary>
    public const string Placeholder = "PR_NUMBER";

    /// <summary>The name in the template's file name, <c>Pulumi.pr.yaml</c>.</summary>
    public const string Template = "pr";

    /// <summary>The first one, which the template is shown as.</summary>
    public static PullRequest First { get; } = new("1");

    /// <summary>A late one, which the template must be right for, too: its number is longer.</summary>
    public static PullRequest Late { get; } = new("99999");

    /// <summary>The name of the stack.</summary>
    public string Stack => $"{Template}-{Number}";

    /// <summary>The pull request whose environment a stack is; null for any other stack.</summary>
    public static PullRequest? OfStack(string stack) =>
        StackName().Match(stack) is { Success: true } match ? new(match.Groups[1].Value) : null;

    /// <summary>The text with the number in place of the placeholder.</summary>
    public string FillIn(string text) => text.Replace(Placeholder, Number, StringComparison.Ordinal);

    [GeneratedRegex(@"^pr-([1-9][0-9]*)\z")]
    private static partial Regex StackName();
}
