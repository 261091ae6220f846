using System.Collections.Immutable;
using OktaSpa.Settings.Reading;
using OktaSpa.Settings.Rules;
using OktaSpa.Web;

namespace OktaSpa.Settings;

/// <summary>What a stack declares: checked, complete with defaults, in forms that cannot hold a wrong value.</summary>
internal sealed record StackSettings
{
    public required Organization Organization { get; init; }

    /// <summary>Whether the environment is strict.</summary>
    public required bool Production { get; init; }

    /// <summary>The pull request whose environment it is; null for none.</summary>
    public required PullRequest? PullRequest { get; init; }

    /// <summary>By name.</summary>
    public required ImmutableArray<Application> Applications { get; init; }

    /// <summary>The groups that this stack declares, by name.</summary>
    public required ImmutableArray<DeclaredGroup> Groups { get; init; }

    /// <summary>Trusted origins that another stack of the organization declares, with their places.</summary>
    public required ImmutableArray<Written<WebOrigin>> TrustedOriginsManagedElsewhere { get; init; }

    /// <summary>The risks that somebody has decided to take, wherever in the stack they are.</summary>
    public required ImmutableArray<AcceptedRisk> AcceptedRisks { get; init; }

    /// <summary>
    /// Each origin that this stack declares, with the applications that it serves, both in a fixed order.
    /// </summary>
    public IEnumerable<(TrustedOrigin Origin, ImmutableArray<string> Applications)> TrustedOrigins =>
        from application in Applications
        from trusted in application.TrustedOrigins
        where !TrustedOriginsManagedElsewhere.Any(elsewhere => elsewhere.Value == trusted.Origin)
        group (application.Name, trusted.Scopes) by trusted.Origin into sharing
        orderby sharing.Key.ToString()
        select (
            new TrustedOrigin(sharing.Key, Union(sharing.Select(use => use.Scopes))),
            sharing.Select(use => use.Name).ToImmutableArray()
        );

    /// <summary>What the applications of this stack need an origin for.</summary>
    public OriginScopes NeededScopes(WebOrigin origin) =>
        Union(
            from application in Applications
            from trusted in application.TrustedOrigins
            where trusted.Origin == origin
            select trusted.Scopes
        );

    private static OriginScopes Union(IEnumerable<OriginScopes> scopes) =>
        scopes.Aggregate(OriginScopes.None, (all, scope) => all | scope);

    /// <summary>The configuration key of the settings, in the project's own namespace as Pulumi has it.</summary>
    /// <param name="project">The name of the Pulumi project.</param>
    // One key, so that a misspelled one cannot hide.
    public static string KeyOf(string project) => $"{project}:settings";

    /// <summary>Reads a stack's configuration and finds every problem in it.</summary>
    /// <param name="get">The value of a configuration key such as <c>okta:orgName</c>, objects as JSON; null where
    /// there is none.</param>
    /// <param name="project">The name of the Pulumi project, which the settings' key begins with.</param>
    /// <param name="stack">The name of the stack, which tells the environments of pull requests.</param>
    /// <param name="missing">Takes the places of required keys that are not there, for a stack whose configuration is
    /// not seen whole; null where these are problems.</param>
    /// <returns>The settings; null where there is a problem, or where more than the organization is not seen.</returns>
    public static (StackSettings? Settings, IReadOnlyList<Problem> Problems) Read(
        Func<string, string?> get,
        string project,
        string stack,
        ICollection<string>? missing = null
    )
    {
        var problems = new ProblemList();
        var settings = new StackRules(PullRequest.OfStack(stack), problems, missing).Resolve(get, KeyOf(project));
        if (problems.Count == 0 && settings is not null)
            RiskRules.CheckAcceptances(settings, problems);
        return (problems.Count == 0 ? settings : null, problems);
    }
}
