namespace OktaSpa.Cli.Graph.Facts;

/// <summary>Properties that a stack file gives by the provider's names, under <c>okta</c>.</summary>
internal static class OktaPropertiesFact
{
    // With how much to mind a change: some say where people are sent, who may use it, or whether anyone can.
    private static readonly (string Input, Severity Severity)[] Properties =
    [
        ("logoUri", Severity.Note),
        ("clientUri", Severity.Note),
        ("tosUri", Severity.Note),
        ("policyUri", Severity.Note),
        ("enduserNote", Severity.Note),
        ("profile", Severity.Note),
        ("autoKeyRotation", Severity.Caution),
        ("autoSubmitToolbar", Severity.Note),
        ("appLinksJson", Severity.Note),
        ("status", Severity.Caution),
        ("accessibilitySelfService", Severity.Caution),
        ("accessibilityErrorRedirectUrl", Severity.Caution),
        ("accessibilityLoginRedirectUrl", Severity.Caution),
        ("userNameTemplate", Severity.Caution),
        ("userNameTemplateType", Severity.Caution),
        ("userNameTemplateSuffix", Severity.Caution),
        ("userNameTemplatePushStatus", Severity.Caution),
    ];

    public static Fact<ApplicationView> Fact { get; } =
        new(ResourceTypes.OAuth, "okta-properties", Words)
        {
            Title = "by the provider's names",
            IsList = true,
            Reads = [.. Properties.Select(property => property.Input)],
            Changes = Changed,
        };

    private static IEnumerable<Sentence> Words(ApplicationView application)
    {
        foreach (var (input, _) in Properties)
        {
            if (Value(application, input) is { } value)
                yield return $"{input}: {value}";
        }
    }

    private static IEnumerable<Judgement> Changed(ApplicationView? before, ApplicationView after)
    {
        if (before is null)
            yield break;
        foreach (var (input, severity) in Properties)
        {
            var (old, now) = (Value(before, input), Value(after, input));
            if (old == now)
                continue;
            yield return FindingBook.OktaPropertyChanged.Finds(
                (old, now) switch
                {
                    (null, _) => Sentence.Of($"{input} given: {now}"),
                    (_, null) => Sentence.Of($"{input} no longer given, was {old}"),
                    _ => Sentence.Of($"{input} changed from {old} to {now}"),
                },
                input,
                severity
            );
        }
    }

    private static string? Value(ApplicationView application, string input) =>
        ResourceView.TextOf(application.Resource.Inputs[input]);
}
