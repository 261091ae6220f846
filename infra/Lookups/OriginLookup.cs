using OktaSpa.Settings;
using OktaSpa.Web;
using Found = Pulumi.Okta.Outputs.GetTrustedOriginsTrustedOriginResult;
using Okta = Pulumi.Okta;

namespace OktaSpa.Lookups;

/// <summary>Trusted origins that another stack declares, which must be there.</summary>
internal static class OriginLookup
{
    /// <summary>Asks for all origins at once; for none nothing is asked.</summary>
    public static async Task<IReadOnlyList<Found>> AskAsync(IEnumerable<WebOrigin> origins)
    {
        var terms = origins.Select(origin => SearchQuery.Equal("origin", origin.ToString()));
        var answers = await Task.WhenAll(
            SearchQuery.AnyOf(terms).Select(query => Okta.GetTrustedOrigins.InvokeAsync(new() { Filter = query }))
        );
        return [.. answers.SelectMany(answer => answer.TrustedOrigins)];
    }

    /// <summary>Finds each origin among those that the organization trusts.</summary>
    public static void Match(StackSettings settings, IReadOnlyList<Found> found, ProblemList problems)
    {
        foreach (var elsewhere in settings.TrustedOriginsManagedElsewhere)
        {
            if (Check(new(elsewhere.Value, settings.NeededScopes(elsewhere.Value)), found) is not { } fault)
                continue;
            var names = settings
                .Applications.Where(application =>
                    application.TrustedOrigins.Any(origin => origin.Origin == elsewhere.Value)
                )
                .Select(application => application.Name);
            var message = $"{fault.Message} (applications: {string.Join(", ", names)})";
            problems.Add((fault with { Message = message }).At(elsewhere.Place));
        }
    }

    private static Fault? Check(TrustedOrigin origin, IReadOnlyList<Found> found)
    {
        if (found.FirstOrDefault(candidate => candidate.Origin == origin.ToString()) is not { } match)
            return new(
                RuleBook.OriginNotFound,
                $"{origin} is not a trusted origin of the organization",
                "deploy the stack that declares it first, or remove it here so that this stack declares it"
            );
        if (!match.Active)
            return new(
                RuleBook.OriginNotFound,
                $"{origin} is a trusted origin, but an inactive one",
                "activate it where it is declared"
            );
        var missing = string.Join(" and ", origin.ScopeNames.Except(match.Scopes));
        return missing.Length > 0
            ? new(
                RuleBook.OriginNotFound,
                $"{origin} is a trusted origin, but not for {missing}",
                $"add {missing} to its scopes where it is declared"
            )
            : null;
    }
}
