using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings.Rules;

/// <summary>What the rules of each concern need to know of the stack.</summary>
/// <param name="Problems">Takes what is wrong.</param>
/// <param name="PullRequest">The pull request whose environment it is; null for none.</param>
/// <param name="Production">Whether the environment is strict.</param>
/// <param name="Organization">The organization.</param>
internal sealed record RuleContext(
    ProblemList Problems,
    PullRequest? PullRequest,
    bool Production,
    Organization Organization
)
{
    /// <summary>Takes a problem with something that is written.</summary>
    public void Add<T>(Rule rule, Written<T> at, string message, string remedy) =>
        Problems.Add(rule, at.Place, message, remedy);

    /// <summary>Takes a problem of an entry that its list holds before.</summary>
    public void ListedTwice<T>(Written<T> at, string entry) =>
        Add(RuleBook.ListedTwice, at, $"{entry} is listed twice", "keep one of them");

    /// <summary>
    /// Checks that a text of the template of pull requests has <c>PR_NUMBER</c> where their environments must differ.
    /// </summary>
    /// <param name="at">The text.</param>
    /// <param name="what">What must have it.</param>
    /// <param name="example">What that looks like.</param>
    /// <param name="part">The part of the text that must have it.</param>
    public void RequirePlaceholder(Written<string> at, string what, string example, Func<string, string> part)
    {
        const string placeholder = Settings.PullRequest.Placeholder;
        var isThere = at.Template is { } template && part(template).Contains(placeholder, StringComparison.Ordinal);
        if (PullRequest is null || isThere)
            return;
        Add(
            RuleBook.PlaceholderMissing,
            at,
            $"{placeholder} must be in {what}, so that the environments of pull requests do not collide",
            $"write {placeholder} into it, as in {example}"
        );
    }
}
