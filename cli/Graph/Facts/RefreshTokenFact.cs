namespace OktaSpa.Cli.Graph.Facts;

/// <summary>How an application refreshes its tokens.</summary>
internal static class RefreshTokenFact
{
    /// <summary>The grant that refresh tokens need.</summary>
    public const string Grant = "refresh_token";

    public static Fact<ApplicationView> Fact { get; } =
        new(ResourceTypes.OAuth, "refresh-tokens", application => [Words(application)])
        {
            Title = "refresh tokens",
            Reads =
            [
                nameof(ApplicationView.GrantTypes),
                nameof(ApplicationView.RefreshTokenRotation),
                nameof(ApplicationView.RefreshTokenLeeway),
            ],
            Changes = Changed,
        };

    private static Sentence Words(ApplicationView application)
    {
        var (rotation, leeway) = (application.RefreshTokenRotation, application.RefreshTokenLeeway);
        Sentence grace = leeway is { } seconds
            ? Sentence.Of($"grace period {seconds} s")
            : Sentence.Of($"the provider's grace period");
        return (IsOn(application), rotation) switch
        {
            (false, null) when leeway is null => Sentence.Of($"none"),
            (false, _) => Sentence.Of($"none, though their rotation is {rotation ?? "(not set)"}, {grace}"),
            (true, "ROTATE") => Sentence.Of($"rotated, {grace}"),
            (true, "STATIC") when leeway is 0 => Sentence.Of($"persistent"),
            (true, "STATIC") => Sentence.Of($"persistent, {grace}"),
            _ => Sentence.Of($"rotation {rotation ?? "(not set)"}, {grace}"),
        };
    }

    private static IEnumerable<Judgement> Changed(ApplicationView? before, ApplicationView after)
    {
        if (before is null)
            yield break;
        var (refreshed, refreshes) = (IsOn(before), IsOn(after));
        var (rotated, rotates) = (IsRotated(before), IsRotated(after));
        if (rotated && refreshes && !rotates)
            yield return FindingBook.RotationOff.Finds(
                $"refresh token rotation off: a refresh token that is stolen from a browser works until it expires"
            );
        if (refreshes && !refreshed)
            yield return rotates
                ? FindingBook.RefreshTokensOn.Finds($"refresh tokens on, rotated")
                : FindingBook.RefreshTokensOn.Finds($"refresh tokens on, persistent", severity: Severity.Danger);
        if (refreshed && !refreshes)
            yield return FindingBook.RefreshTokensOff.Finds(
                $"refresh tokens off: a front end that still asks for offline_access gets an error"
            );
        var (old, now) = (before.RefreshTokenLeeway ?? 0, after.RefreshTokenLeeway ?? 0);
        if (rotates && rotated && old != now)
        {
            Sentence change = now > old ? Sentence.Of($"raised") : Sentence.Of($"lowered");
            yield return FindingBook.GracePeriodChanged.Finds(
                $"grace period {change} from {old} to {now} s: that long a used refresh token still works",
                severity: now > old ? Severity.Caution : Severity.Note
            );
        }
    }

    private static bool IsOn(ApplicationView application) => application.GrantTypes.Contains(Grant);

    private static bool IsRotated(ApplicationView application) => application.RefreshTokenRotation == "ROTATE";
}
