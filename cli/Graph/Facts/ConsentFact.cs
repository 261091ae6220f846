namespace OktaSpa.Cli.Graph.Facts;

/// <summary>Whether people are asked before an application gets their data.</summary>
internal static class ConsentFact
{
    public static Fact<ApplicationView> Fact { get; } =
        new(ResourceTypes.OAuth, "consent", application => IsTrusted(application) ? [] : [Words(application)])
        {
            Reads = [nameof(ApplicationView.ConsentMethod)],
            Changes = (before, after) =>
                before is null || before.ConsentMethod == after.ConsentMethod
                    ? []
                    : [FindingBook.ConsentChanged.Finds(Words(after), after.ConsentMethod)],
        };

    private static bool IsTrusted(ApplicationView application) => application.ConsentMethod == "TRUSTED";

    private static Sentence Words(ApplicationView application) =>
        application.ConsentMethod switch
        {
            "TRUSTED" => Sentence.Of($"people are not asked for their consent"),
            "REQUIRED" => Sentence.Of($"people are asked for their consent"),
            var method => Sentence.Of($"consent: {method ?? "(not set)"}"),
        };
}
