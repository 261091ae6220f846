namespace OktaSpa.Cli.Graph.Facts;

/// <summary>Which policy decides how people sign in to an application.</summary>
internal static class AuthenticationPolicyFact
{
    public static Fact<ApplicationView> Fact { get; } =
        new(ResourceTypes.OAuth, "authentication-policy", application => Words(application) is { } words ? [words] : [])
        {
            Reads = [nameof(ApplicationView.AuthenticationPolicy), nameof(ApplicationView.SkipAuthenticationPolicy)],
            Changes = Changed,
        };

    // The organization's own choice, left alone, is not worth a word.
    private static Sentence? Words(ApplicationView application) =>
        (application.AuthenticationPolicy, application.SkipAuthenticationPolicy) switch
        {
            (null, true) => null,
            (null, false) => Sentence.Of(
                $"authentication policy: the organization's default, assigned with every update"
            ),
            ({ } policy, true) => Sentence.Of($"authentication policy {policy}, which is skipped"),
            ({ } policy, false) => Sentence.Of($"authentication policy {policy}"),
        };

    private static IEnumerable<Judgement> Changed(ApplicationView? before, ApplicationView after)
    {
        if (before is null || Equals(Words(before), Words(after)))
            yield break;
        yield return (before.AuthenticationPolicy, after.AuthenticationPolicy) switch
        {
            ({ } old, { } policy) when old != policy => FindingBook.AuthenticationPolicyChanged.Finds(
                $"authentication policy changed from {old} to {policy}",
                policy
            ),
            (null, { } policy) => FindingBook.AuthenticationPolicyChanged.Finds(
                $"authentication policy given: {policy}",
                policy
            ),
            ({ } old, null) when after.SkipAuthenticationPolicy => FindingBook.AuthenticationPolicyChanged.Finds(
                $"authentication policy no longer given: Okta keeps {old}",
                old
            ),
            _ => FindingBook.AuthenticationPolicyChanged.Finds(
                $"{Words(after) ?? Sentence.Of($"authentication policy: Okta keeps what it has")}"
            ),
        };
    }
}
