using System.Collections.Immutable;
using OktaSpa.Web;

namespace OktaSpa.Settings;

/// <summary>A single-page application, checked. Lists are in file order.</summary>
internal sealed record Application
{
    /// <summary>Its logical name.</summary>
    public required string Name { get; init; }

    /// <summary>The logical name that it had before.</summary>
    public required string? Formerly { get; init; }

    public required string Label { get; init; }

    /// <summary>The client id; null where Okta makes one.</summary>
    public required string? ClientId { get; init; }

    public required ImmutableArray<WebOrigin> BaseUris { get; init; }

    /// <summary>Some of the base URIs, those that another stack declares included.</summary>
    public required ImmutableArray<TrustedOrigin> TrustedOrigins { get; init; }

    /// <summary>The exact ones.</summary>
    public required ImmutableArray<RedirectUri> SignInRedirectUris { get; init; }

    /// <summary>The sign-in redirect URIs with a wildcard; empty where <c>wildcardRedirect</c> is off.</summary>
    public required ImmutableArray<WildcardUri> WildcardUris { get; init; }

    /// <summary>Sign-in redirect URIs of other parties.</summary>
    public required ImmutableArray<RedirectUri> ForeignRedirectUris { get; init; }

    /// <summary>
    /// The one that the front end uses: the first exact one, or the page of the first base URI that the first wildcard
    /// stands for.
    /// </summary>
    public RedirectUri RedirectUri =>
        SignInRedirectUris is [var first, ..]
            ? first
            : new(BaseUris.First(WildcardUris[0].Matches), WildcardUris[0].PathAndQuery);

    public required ImmutableArray<RedirectUri> SignOutRedirectUris { get; init; }

    public required RedirectUri? InitiateLoginUri { get; init; }

    /// <summary>Where it is shown to its users; if anywhere, it has an initiate login URI.</summary>
    public required Tile Tile { get; init; }

    public required Access Access { get; init; }

    /// <summary>Null for none.</summary>
    public required RefreshToken? RefreshToken { get; init; }

    public required Consent Consent { get; init; }

    /// <summary>Whether Okta's sign-in widget stands in its own pages.</summary>
    public required bool EmbeddedSignIn { get; init; }

    public required IssuerMode IssuerMode { get; init; }

    /// <summary>Null for anywhere.</summary>
    public required TokenNetworkZones? TokenNetworkZones { get; init; }

    /// <summary>Null for none.</summary>
    public required TokenPolicy? TokenPolicy { get; init; }

    /// <summary>Other properties by the provider's names.</summary>
    public required OktaFile Okta { get; init; }

    /// <summary>The id of a policy; null for the organization's choice.</summary>
    public required string? AuthenticationPolicy { get; init; }

    /// <summary><c>org</c>, <c>default</c> or the id of a custom authorization server.</summary>
    public required string Issuer { get; init; }

    /// <summary>What the front end asks for, <c>offline_access</c> included where refresh tokens are on.</summary>
    public required ImmutableArray<string> Scopes { get; init; }

    /// <summary>The risks of this application that somebody has decided to take.</summary>
    public required ImmutableArray<AcceptedRisk> AcceptedRisks { get; init; }
}
