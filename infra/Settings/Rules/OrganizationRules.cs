using System.Text.RegularExpressions;
using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings.Rules;

/// <summary>
/// The rules for the organization: its name and domain, which the provider takes, and its custom domain.
/// </summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="missing">Takes the keys that are missing; null where these are problems.</param>
internal sealed partial class OrganizationRules(ProblemList problems, ICollection<string>? missing)
{
    private const string NameKey = "okta:orgName";
    private const string DomainKey = "okta:baseUrl";
    private const string Admin = "-admin";

    private const string NameRemedy =
        "write the organization's bare name, such as dev-00000000, without -admin, scheme and domain";
    private const string DomainRemedy = "write the bare domain of the organization's host, such as okta.com";

    // Where organizations are: production, preview, EMEA, and the United States' public sector.
    private static readonly string[] OktaDomains =
    [
        "okta.com",
        "oktapreview.com",
        "okta-emea.com",
        "okta-gov.com",
        "okta.mil",
    ];

    /// <summary>Whether a host is below a domain of Okta's; one that is not seen is taken for it.</summary>
    public static bool IsOktaHost(string host) =>
        host.Contains("${", StringComparison.Ordinal) || OktaDomainAbove(host) is not null;

    /// <summary>Reads the keys of the provider; a symbol stands for one that is not seen.</summary>
    /// <param name="get">The value of a configuration key; null where there is none.</param>
    /// <returns>The organization's host.</returns>
    public string ResolveHost(Func<string, string?> get)
    {
        var name = Read(get, NameKey, BareName(), RuleBook.InvalidOrganizationName, NameRemedy);
        if (name?.EndsWith(Admin, StringComparison.OrdinalIgnoreCase) == true)
            problems.Add(
                RuleBook.AdminConsoleHost,
                NameKey,
                $"{Text.Quote(name)} is the host of the Admin Console",
                $"write {name[..^Admin.Length]}"
            );
        var domain = Read(get, DomainKey, BareHost(), RuleBook.InvalidBaseUrl, DomainRemedy);
        if (domain is not null && OktaDomainAbove(domain) is { } above)
            problems.Add(
                RuleBook.InvalidBaseUrl,
                DomainKey,
                $"{Text.Quote(domain)} has a name before Okta's domain",
                $"write {above}; the name is {NameKey}"
            );
        return $"{name?.ToLowerInvariant() ?? $"${{{NameKey}}}"}.{domain?.ToLowerInvariant() ?? $"${{{DomainKey}}}"}";
    }

    /// <summary>Checks the custom domain, and the provider's domain against it.</summary>
    /// <param name="get">The value of a configuration key; null where there is none.</param>
    /// <param name="host">The organization's host.</param>
    /// <param name="customDomain">As it is written; null for none.</param>
    public Organization Resolve(Func<string, string?> get, string host, Written<string>? customDomain)
    {
        var custom = customDomain?.Value.ToLowerInvariant();
        if (custom is not null && !BareHost().IsMatch(custom))
            problems.Add(
                RuleBook.InvalidCustomDomain,
                customDomain!.Place,
                $"{Text.Quote(customDomain.Value)} is not a bare host name",
                "write a host such as login.example.com, without scheme, port and path"
            );
        else if (custom is not null && (OktaDomains.Contains(custom) || OktaDomainAbove(custom) is not null))
            problems.Add(
                RuleBook.InvalidCustomDomain,
                customDomain!.Place,
                $"{custom} is Okta's, not a domain of yours",
                "remove it, or write the organization's custom domain"
            );
        // An organization may be addressed by its custom domain: what that says too is no slip.
        if (host != custom && get(DomainKey) is { } domain && Meant(domain) is { } meant)
            problems.Add(
                RuleBook.MisspelledBaseUrl,
                DomainKey,
                $"{Text.Quote(domain)} is not a domain of Okta's, and would be sent the credentials",
                $"did you mean {meant}?"
            );
        return new(host, custom);
    }

    /// <summary>The domain of Okta's that another one differs from by one letter; null for none.</summary>
    private static string? Meant(string domain) =>
        OktaDomains.Contains(domain, StringComparer.OrdinalIgnoreCase)
            ? null
            : OktaDomains.FirstOrDefault(candidate => Text.Distance(domain.ToLowerInvariant(), candidate) == 1);

    private static string? OktaDomainAbove(string host) =>
        OktaDomains.FirstOrDefault(domain => host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));

    private string? Read(Func<string, string?> get, string key, Regex valid, Rule rule, string remedy)
    {
        if (get(key) is not { Length: > 0 } value)
        {
            const string why = "this key is missing, but the front end's issuer is made of it";
            if (missing is not null)
                missing.Add(key);
            else
                problems.Add(RuleBook.MissingKey, key, why, $"add it: {remedy}");
            return null;
        }
        if (!valid.IsMatch(value))
            problems.Add(rule, key, $"{Text.Quote(value)} is not valid here", remedy);
        return value;
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex BareName();

    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,62}\z")]
    private static partial Regex BareHost();
}
