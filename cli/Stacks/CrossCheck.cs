using OktaSpa.Settings.Rules;
using OktaSpa.Web;

namespace OktaSpa.Cli.Stacks;

/// <summary>What shows only when several stack files are read together.</summary>
internal static class CrossCheck
{
    /// <summary>All that is wrong or risky in stack files, alone and together with the project's other ones.</summary>
    /// <returns>One for each of the files, in their order.</returns>
    public static IReadOnlyList<CheckedStack> Of(Project project, IReadOnlyList<StackFile> files)
    {
        var right = files.Concat(project.ReadOthers(files)).Where(file => file.Settings is not null).ToList();
        var problems = Problems(right).ToLookup(pair => pair.File, pair => pair.Problem);
        var across = RiskRules
            .Across([.. right.Select(file => (file.Stack, file.Settings!))])
            .ToLookup(pair => pair.Stack, pair => pair.Risk);
        return
        [
            .. files.Select(file => new CheckedStack(
                file,
                [.. file.Problems, .. problems[file].Select(file.Locate)],
                file.Settings is { } settings
                    ? [.. RiskRules.Of(settings).Concat(across[file.Stack]).Select(file.Locate)]
                    : []
            )),
        ];
    }

    /// <summary>
    /// The same origin trusted by two stacks of one organization: Okta takes an origin once, so that the second
    /// deployment would fail. Told in each of the files, since any of them may be the one to correct.
    /// </summary>
    private static IEnumerable<(StackFile File, Problem Problem)> Problems(IEnumerable<StackFile> files) =>
        from file in files
        let organization = file.Settings!.Organization
        where organization.IsKnown
        from pair in file.Settings!.TrustedOrigins
        group (File: file, Application: pair.Applications[0]) by (organization.Host, pair.Origin.Origin) into declared
        from here in declared
        from there in declared.Select(other => other.File).Where(other => other != here.File).Take(1)
        select (
            here.File,
            new Problem(
                RuleBook.OriginTrustedTwice,
                PlaceOf(declared.Key.Origin, here.Application, here.File),
                $"stack {there.Stack} ({there.Path}) trusts {declared.Key.Origin} in {declared.Key.Host} too, and an organization takes an origin once",
                $"add {declared.Key.Origin} to trustedOriginsManagedElsewhere in one of the two"
            )
        );

    // Trusted origins are the base URIs where the file does not say otherwise.
    private static string PlaceOf(WebOrigin origin, string name, StackFile file)
    {
        var application = file.Settings!.Applications.First(candidate => candidate.Name == name);
        return file.Place(
            $"applications.{name}.trustedOrigins[{application.TrustedOrigins.Select(trusted => trusted.Origin).ToList().IndexOf(origin)}]",
            $"applications.{name}.baseUris[{application.BaseUris.IndexOf(origin)}]"
        );
    }
}
