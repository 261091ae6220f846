using OktaSpa.Components;

namespace OktaSpa.Cli.Graph.Facts;

/// <summary>What an application is called, and whether it can be deleted.</summary>
internal static class HeadingFacts
{
    public static IReadOnlyList<Fact<ApplicationView>> All { get; } =
    [
        new(ResourceTypes.OAuth, "label", application => [$"{Text.Quote(application.Label)}"])
        {
            Reads = [nameof(ApplicationView.Label)],
            IsHeading = true,
        },
        new(ResourceTypes.OAuth, "protection", application => application.Protect ? [$"protected from deletion"] : [])
        {
            Reads = [nameof(ApplicationView.Protect)],
            IsHeading = true,
            Changes = ProtectionChanged,
        },
        new(
            SpaApplication.ResourceType,
            "former-names",
            application =>
                application.Aliases.Count == 0 ? [] : [$"formerly {application.Aliases}, keeps its client id"]
        ),
        // The note is for administrators in Okta: it says where the application comes from, and nothing about sign-in.
        Silence.Of<ApplicationView>(
            ResourceTypes.OAuth,
            "adminNote",
            (application, note) => Note(application.Graph) is { } usual && ResourceView.TextOf(note) == usual
        ),
    ];

    private static string? Note(StackGraph graph) =>
        graph is { Project: { } project, Organization: { } organization }
            ? SpaApplication.AdminNote(project, graph.Stack, organization)
            : null;

    private static IEnumerable<Judgement> ProtectionChanged(ApplicationView? before, ApplicationView after)
    {
        if (before is null || before.Protect == after.Protect)
            yield break;
        yield return after.Protect
            ? FindingBook.ProtectionOn.Finds($"protected from deletion now, production is switched on")
            : FindingBook.ProtectionOff.Finds(
                $"protection off, production is switched off: the application can be deleted, and localhost and http are allowed"
            );
    }
}
