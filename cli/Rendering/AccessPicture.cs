using OktaSpa.Cli.Graph;
using OktaSpa.Web;

namespace OktaSpa.Cli.Rendering;

/// <summary>Who may use which application, and where it runs: what every picture of a stack shows.</summary>
/// <param name="Stack">The name of the stack.</param>
/// <param name="Organization">The host of its organization; null where the graph does not tell.</param>
/// <param name="Who">Everyone and groups, near the applications that they may use, then by name.</param>
/// <param name="Applications">By name.</param>
/// <param name="Places">Each address once, with the first application that runs there, then by origin.</param>
internal sealed record AccessPicture(
    string Stack,
    string? Organization,
    IReadOnlyList<Grantee> Who,
    IReadOnlyList<PictureApplication> Applications,
    IReadOnlyList<PicturePlace> Places
)
{
    // From so many applications on, edges cross so often that nobody follows them.
    private const int Large = 10;

    /// <summary>Whether edges would hide more than they tell.</summary>
    public bool IsLarge => Applications.Count >= Large;

    /// <summary>The places that no application is known of.</summary>
    public IEnumerable<PicturePlace> Elsewhere =>
        Places.Except(Applications.SelectMany(application => application.Places));

    /// <summary>All of it in words, for those who do not see it.</summary>
    public IEnumerable<string> Sentences =>
        [
            $"Stack {Stack}{(Organization is null ? "" : $" of {Organization}")}:",
            .. Applications.Select(application => application.Description),
            .. Elsewhere.Select(place => $"{place} is looked up."),
        ];

    /// <summary>Makes the picture of a stack.</summary>
    public static AccessPicture Of(StackGraph graph)
    {
        var trusted = graph
            .Resources.Where(resource => resource.Type == ResourceTypes.Origin)
            .ToDictionary(resource => resource.Name, resource => resource.Applications, StringComparer.Ordinal);
        var applications = ApplicationView
            .Of(graph)
            .Values.Select(view =>
            {
                // A graph does not hold base URIs: it shows them where Okta is told of them.
                var codes = view.RedirectUris.Select(OriginOf).ToHashSet(StringComparer.Ordinal);
                var places = codes
                    .Concat(trusted.Where(pair => pair.Value.Contains(view.Name)).Select(pair => pair.Key))
                    .Distinct();
                return new PictureApplication(
                    view,
                    [.. Sorted(places.Select(Place))],
                    codes,
                    [.. graph.Risks.Where(risk => risk.Resource == view.Key && risk.Accepted is null)]
                );
            })
            .ToList();
        return new(
            graph.Stack,
            graph.Organization,
            [
                .. applications
                    .SelectMany((application, index) => application.View.Access.Select(who => (who, index)))
                    .GroupBy(pair => pair.who, pair => pair.index)
                    .OrderBy(indexes => indexes.Average())
                    .ThenBy(indexes => indexes.Key.ToString(), StringComparer.Ordinal)
                    .Select(indexes => indexes.Key),
            ],
            applications,
            // Of an origin that another stack trusts it is not told which application asked for it, unless codes are
            // sent there.
            [
                .. applications
                    .SelectMany(application => application.Places)
                    .Concat(Sorted(graph.Lookups.TrustedOrigins.Select(Place)))
                    .Distinct(),
            ]
        );

        PicturePlace Place(string origin) =>
            new(
                origin,
                trusted.ContainsKey(origin) ? "trusted origin"
                    : graph.Lookups.TrustedOrigins.Contains(origin) ? "trusted origin of another stack"
                    : origin.Contains('*', StringComparison.Ordinal) ? "any host that matches"
                    : null
            );
    }

    private static IEnumerable<PicturePlace> Sorted(IEnumerable<PicturePlace> places) =>
        places.OrderBy(place => place.IsWildcard).ThenBy(place => place.Origin, StringComparer.Ordinal);

    private static string OriginOf(string uri) =>
        UriText.Split(uri, out var parts) is null
            ? $"{parts.Scheme}://{parts.Host}{(parts.Port is null ? "" : ":")}{parts.Port}"
            : uri;
}

/// <summary>An application in a picture.</summary>
/// <param name="View">The application.</param>
/// <param name="Places">Where it runs, wildcards last.</param>
/// <param name="Codes">The origins that codes are sent to; the others are only trusted.</param>
/// <param name="Risks">Those that nobody has accepted, dangers first.</param>
internal sealed record PictureApplication(
    ApplicationView View,
    IReadOnlyList<PicturePlace> Places,
    IReadOnlySet<string> Codes,
    IReadOnlyList<GraphRisk> Risks
)
{
    public const string Protected = "protected from deletion";

    /// <summary>The severity of its worst risk in lower case; null where it has none.</summary>
    public string? Severity => Risks is [var first, ..] ? Lower(first.Severity) : null;

    /// <summary>What is risky, a line a severity, dangers first: <c>caution: wildcard-redirect</c>.</summary>
    public IEnumerable<string> RiskNames =>
        Risks
            .GroupBy(risk => risk.Severity)
            .Select(same =>
                same.All(risk => risk.Rule is not null)
                    ? $"{Lower(same.Key)}: {string.Join(", ", same.Select(risk => risk.Rule).Distinct())}"
                    : Text.Count(same.Count(), Lower(same.Key))
            );

    /// <summary>What a reviewer must know of it, in a line each, with its style.</summary>
    public IEnumerable<(string Style, string Text)> Texts
    {
        get
        {
            yield return ("label", View.Label);
            yield return ("muted", View.Name);
            if (View.Protect)
                yield return ("muted", Protected);
            foreach (var risks in RiskNames)
                yield return ("muted risk", risks);
        }
    }

    /// <summary>What a place is to this application; null for nothing but an address.</summary>
    public string? MarkOf(PicturePlace place) =>
        Codes.Contains(place.Origin) ? place.Mark : $"{place.Mark}, where no codes are sent";

    /// <summary>All of it in words.</summary>
    public string Description =>
        $"{View.Label} ({View.Name}{(View.Protect ? $", {Protected}" : "")}) may be used by {Sentence.And(View.Access.Select(who => who.Words))} and runs at {Text.And([.. Places.Select(place => $"{place}{(Codes.Contains(place.Origin) ? "" : ", where no codes are sent")}")])}."
        + string.Concat(Risks.Select(risk => $" {risk.Severity}: {risk.Message}."));

    private static string Lower(Severity severity) => severity.ToString().ToLowerInvariant();
}

/// <summary>An address in a picture.</summary>
/// <param name="Origin">An origin, its host with a wildcard where codes go to any that matches.</param>
/// <param name="Mark">What it is to Okta; null for nothing but an address.</param>
internal sealed record PicturePlace(string Origin, string? Mark)
{
    public bool IsWildcard => Origin.Contains('*', StringComparison.Ordinal);

    public bool IsTrusted => Mark is not null && !IsWildcard;

    public override string ToString() => Mark is null ? Origin : $"{Origin} ({Mark})";
}
