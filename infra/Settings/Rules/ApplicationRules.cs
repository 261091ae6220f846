using System.Collections.Immutable;
using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings.Rules;

/// <summary>Makes an application of what the file says of it, and finds what applications must not share.</summary>
internal sealed class ApplicationRules(RuleContext context)
{
    private readonly UriRules uris = new(context);
    private readonly AccessRules access = new(context);
    private readonly TokenRules tokens = new(context);
    private readonly OktaRules okta = new(context);

    /// <summary>Makes an application; what it returns counts only where no problem was found.</summary>
    public Application Resolve(string name, ApplicationFile file)
    {
        if (file.Label is { } label)
            context.RequirePlaceholder(
                label,
                "every label",
                $"{label.Value} ({PullRequest.Placeholder})",
                template => template
            );
        if (file.ClientId is { } clientId)
            context.RequirePlaceholder(clientId, "every client id", $"{name}-{PullRequest.Placeholder}", text => text);
        var baseUris = uris.BaseUris(file);
        var (exact, wildcards) = uris.SignIn(file, baseUris);
        var refreshToken = tokens.RefreshToken(file.RefreshToken);
        var application = new Application
        {
            Name = name,
            ClientId = file.ClientId?.Value,
            ForeignRedirectUris = uris.Foreign(file, baseUris),
            Consent = file.Consent?.Value ?? Consent.Trusted,
            EmbeddedSignIn = file.EmbeddedSignIn?.Value == true,
            IssuerMode = tokens.IssuerMode(file),
            TokenNetworkZones = tokens.NetworkZones(file.TokenNetworkZones),
            TokenPolicy = tokens.Policy(file),
            Okta = okta.Resolve(file.Okta),
            Formerly = file.Formerly?.Value,
            Label = file.Label?.Value ?? "",
            BaseUris = [.. baseUris.Items.Select(uri => uri.Value)],
            TrustedOrigins = uris.TrustedOrigins(file, baseUris),
            SignInRedirectUris = exact,
            WildcardUris = wildcards,
            SignOutRedirectUris = uris.SignOut(file, baseUris),
            InitiateLoginUri = uris.InitiateLogin(file),
            Tile = UriRules.Tile(file),
            Access = access.Resolve(file.Access),
            RefreshToken = refreshToken,
            AuthenticationPolicy = file.AuthenticationPolicy is { Value: not "none" and var policy } ? policy : null,
            Issuer = file.Issuer?.Value ?? TokenRules.OrganizationIssuer,
            Scopes = tokens.Scopes(file, refreshToken is not null),
            AcceptedRisks = AcceptedRisks(file.AcceptedRisks),
        };
        uris.CheckEmbedded(file, application);
        return application;
    }

    /// <summary>Checks defaults that no application may take, too.</summary>
    public void Check(SharedFile defaults)
    {
        access.Resolve(defaults.Access);
        tokens.RefreshToken(defaults.RefreshToken);
        tokens.IssuerMode(defaults);
        tokens.NetworkZones(defaults.TokenNetworkZones);
        tokens.CheckLifetimes(defaults.TokenPolicy);
        okta.Resolve(defaults.Okta);
    }

    /// <summary>The risks that somebody has decided to take.</summary>
    public ImmutableArray<AcceptedRisk> AcceptedRisks(WrittenList<AcceptedRiskFile>? file)
    {
        var accepted = new List<AcceptedRisk>();
        foreach (var entry in file?.Items ?? [])
        {
            if (entry.Rule is not { } id || entry.Because is not { } because)
                continue;
            if (RuleBook.Risks.FirstOrDefault(rule => rule.Id == id.Value) is not { } rule)
                context.Add(
                    RuleBook.UnknownRule,
                    id,
                    $"there is no risk {Text.Quote(id.Value)}",
                    Text.Nearest(id.Value, [.. RuleBook.Risks.Select(risk => risk.Id)]) is { } nearest
                        ? $"did you mean {nearest}?"
                        : "write the rule that the risk names"
                );
            else if (accepted.Any(other => other.Rule == rule))
                context.ListedTwice(id, rule.Id);
            else
                accepted.Add(new(rule, because.Value, entry.Place));
        }
        return [.. accepted];
    }

    /// <summary>Checks what no two applications may have: a label, a client id, and a name from before.</summary>
    public void CheckDistinct(IReadOnlyList<KeyValuePair<string, ApplicationFile>> files)
    {
        var labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var clientIds = new Dictionary<string, string>(StringComparer.Ordinal);
        var former = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            if (file.Label is { } label && !labels.TryAdd(label.Value, name))
                context.Add(
                    RuleBook.LabelTaken,
                    label,
                    $"{labels[label.Value]} has the label {Text.Quote(label.Value)} too",
                    "write another one, so that people can tell them apart"
                );
            if (file.ClientId is { } clientId && !clientIds.TryAdd(clientId.Value, name))
                context.Add(
                    RuleBook.ClientIdTaken,
                    clientId,
                    $"{clientIds[clientId.Value]} has the client id {clientId.Value} too",
                    "write another one, or remove it so that Okta makes one"
                );
            if (file.Formerly is not { } old)
                continue;
            if (files.Any(other => other.Key == old.Value))
                context.Add(
                    RuleBook.FormerlyIsCurrent,
                    old,
                    old.Value == name
                        ? "this is the name that the application has now"
                        : $"there is an application {old.Value}, which keeps its own client id",
                    "remove it, or write the name from before"
                );
            else if (!former.TryAdd(old.Value, name))
                context.Add(
                    RuleBook.FormerlyTwice,
                    old,
                    $"{former[old.Value]} was formerly {old.Value} too",
                    "keep it where the client id belongs"
                );
        }
    }
}
