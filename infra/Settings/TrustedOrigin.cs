using OktaSpa.Web;

namespace OktaSpa.Settings;

/// <summary>A web origin that is trusted.</summary>
/// <param name="Origin">The origin.</param>
/// <param name="Scopes">What for.</param>
internal sealed record TrustedOrigin(WebOrigin Origin, OriginScopes Scopes)
{
    /// <summary>Okta's names of the scopes, in a fixed order.</summary>
    public IReadOnlyList<string> ScopeNames =>
        [
            .. new[] { OriginScopes.Cors, OriginScopes.Redirect }
                .Where(IsFor)
                .Select(scope => scope.ToString().ToUpperInvariant()),
        ];

    /// <summary>Whether it is trusted for a scope.</summary>
    public bool IsFor(OriginScopes scope) => Scopes.HasFlag(scope);

    public override string ToString() => Origin.ToString();
}

/// <summary>What an origin is trusted for.</summary>
[Flags]
internal enum OriginScopes
{
    None = 0,

    /// <summary>Its pages may call Okta with a visitor's session.</summary>
    Cors = 1,

    /// <summary>Okta may send the browser there.</summary>
    Redirect = 2,

    All = Cors | Redirect,
}
