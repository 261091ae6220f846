using OktaSpa.Emulator;
using OktaSpa.Settings;

namespace OktaSpa.Cli.Engine;

/// <summary>What an organization must have for a stack to be deployed to it.</summary>
internal static class TrialSeed
{
    /// <summary>All that a stack looks up or refers to, and nothing that it declares itself.</summary>
    public static Seed Of(StackSettings settings) =>
        new()
        {
            Organization = settings.Organization.Host,
            CustomDomain = settings.Organization.CustomDomain,
            Groups =
            [
                .. settings
                    .Applications.SelectMany(application => application.Access.Groups)
                    .Select(group => group.Value)
                    .Where(group => group != GroupReference.Everyone)
                    .Distinct()
                    .Where(group => settings.Groups.All(declared => declared.Name != group.NameOrId))
                    .Select(group =>
                        group.IsId ? new SeedGroup($"Group {group}", Id: group.NameOrId) : new SeedGroup(group.NameOrId)
                    ),
            ],
            Policies =
            [
                .. Each(settings, application => [application.AuthenticationPolicy])
                    .Select(id => new SeedPolicy($"Policy {id}", Id: id)),
            ],
            AuthorizationServers =
            [
                .. Each(settings, application => [application.Issuer])
                    .Where(issuer => issuer.StartsWith("aus", StringComparison.Ordinal))
                    .Select(id => new SeedAuthorizationServer($"Server {id}", id)),
            ],
            Zones =
            [
                .. Each(settings, application => application.TokenNetworkZones?.Ids ?? [])
                    .Select(id => new SeedZone($"Zone {id}", id)),
            ],
            TrustedOrigins =
            [
                .. settings.TrustedOriginsManagedElsewhere.Select(origin => new SeedOrigin(
                    $"Of another stack: {origin.Value}",
                    origin.Value.ToString(),
                    new TrustedOrigin(origin.Value, OriginScopes.All).ScopeNames
                )),
            ],
        };

    private static IEnumerable<string> Each(StackSettings settings, Func<Application, IEnumerable<string?>> refersTo) =>
        settings.Applications.SelectMany(refersTo).OfType<string>().Distinct();
}
