using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings.Rules;

/// <summary>
/// Makes <see cref="StackSettings"/> of a stack's configuration, and a problem of all that Okta would refuse, or that
/// would be unsafe. The rules of each concern stand in a class of their own.
/// </summary>
/// <param name="pullRequest">The pull request whose environment the stack is; null for none.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="missing">Takes required keys that are not there; null where these are problems.</param>
internal sealed class StackRules(PullRequest? pullRequest, ProblemList problems, ICollection<string>? missing)
{
    /// <summary>Reads all; what it returns counts only where no problem was found.</summary>
    /// <param name="get">The value of a configuration key, objects as JSON; null where there is none.</param>
    /// <param name="key">The key of the settings.</param>
    public StackSettings? Resolve(Func<string, string?> get, string key)
    {
        var organizationRules = new OrganizationRules(problems, missing);
        var host = organizationRules.ResolveHost(get);
        if (get(key) is not { } json)
        {
            if (missing is not null)
                missing.Add(key);
            else
                problems.Add(
                    RuleBook.MissingKey,
                    key,
                    "this key is missing, and has no default",
                    "add it, with production and applications below"
                );
            return null;
        }
        var before = missing?.Count;
        if (new SettingsBinder(pullRequest, problems, missing).Bind(json, key) is not { } file)
            return null;
        var organization = organizationRules.Resolve(get, host, file.CustomDomain);
        var settings = Resolve(file, new(problems, pullRequest, file.Production?.Value == true, organization));
        return before == missing?.Count ? settings : null;
    }

    private static StackSettings Resolve(SettingsFile file, RuleContext context)
    {
        if (context is { Production: true, PullRequest: not null })
            context.Add(
                RuleBook.ProductionInPullRequest,
                file.Production!,
                "the environment of a pull request runs code that nobody has reviewed",
                "write false"
            );
        var rules = new ApplicationRules(context);
        if (file.Defaults is { } defaults)
            rules.Check(defaults);
        var files = file.Applications?.Items ?? [];
        var applications = files.Select(pair => rules.Resolve(pair.Key, pair.Value)).ToList();
        rules.CheckDistinct(files);
        var areWhole = !context.Problems.Any(problem =>
            problem.Path.StartsWith("applications", StringComparison.Ordinal)
        );
        return new()
        {
            Organization = context.Organization,
            Production = context.Production,
            PullRequest = context.PullRequest,
            Groups = new GroupRules(context).Resolve(file.Groups),
            Applications = [.. applications.OrderBy(application => application.Name, StringComparer.Ordinal)],
            TrustedOriginsManagedElsewhere = new UriRules(context).Elsewhere(
                file.TrustedOriginsManagedElsewhere,
                applications,
                areWhole
            ),
            AcceptedRisks = rules.AcceptedRisks(file.AcceptedRisks),
        };
    }
}
