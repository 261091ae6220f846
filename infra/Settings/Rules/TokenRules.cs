using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings.Rules;

/// <summary>The rules for tokens: how they are refreshed, who issues them, and for which scopes.</summary>
internal sealed partial class TokenRules(RuleContext context)
{
    /// <summary>The organization's own authorization server.</summary>
    public const string OrganizationIssuer = "org";

    /// <summary>The lifetime of a refresh token that has none.</summary>
    public const int Unlimited = 0;

    private const string OfflineAccess = "offline_access";

    // What an organization's own authorization server issues (its /.well-known/openid-configuration, scopes_supported).
    private static readonly string[] StandardScopes =
    [
        "openid",
        "profile",
        "email",
        "address",
        "phone",
        OfflineAccess,
        "groups",
    ];

    /// <summary>How tokens are refreshed; null for not at all.</summary>
    public RefreshToken? RefreshToken(RefreshTokenFile? file)
    {
        if (file is null or { Word: RefreshTokenFile.None })
            return null;
        var rotation = file.Rotation?.Value ?? RefreshTokenRotation.Rotate;
        if (rotation == RefreshTokenRotation.Rotate)
            return new(rotation, file.GracePeriodSeconds?.Value ?? 0);
        if (file.GracePeriodSeconds is { IsDefault: false } written)
            context.Add(
                RuleBook.GracePeriodWithoutRotation,
                written,
                "a persistent refresh token is not rotated, so there is no grace period",
                "remove it, or write rotation: rotate"
            );
        return new(rotation, 0);
    }

    /// <summary>Which host the organization's own tokens name as their issuer.</summary>
    public IssuerMode IssuerMode(SharedFile file)
    {
        var hasCustomDomain = context.Organization.CustomDomain is not null;
        if (file.IssuerMode is { Value: Settings.IssuerMode.Custom } written && !hasCustomDomain)
            context.Add(
                RuleBook.IssuerModeWithoutCustomDomain,
                written,
                "there is no custom domain that could be the issuer",
                "add customDomain, or write org"
            );
        return file.IssuerMode?.Value ?? (hasCustomDomain ? Settings.IssuerMode.Custom : Settings.IssuerMode.Org);
    }

    /// <summary>How long tokens of a custom authorization server live; null for what the server says.</summary>
    public TokenPolicy? Policy(SharedFile file)
    {
        if (file.TokenPolicy is null or { Word: TokenPolicyFile.None })
            return null;
        if (file.Issuer is { Value: OrganizationIssuer })
            context.Problems.Add(
                RuleBook.TokenPolicyWithoutServer,
                file.TokenPolicy.Place,
                "the organization's own authorization server has no policies",
                "write none, or name the custom authorization server as issuer"
            );
        return CheckLifetimes(file.TokenPolicy);
    }

    /// <summary>
    /// An access token lives no longer than a refresh token may rest, and that no longer than it lives.
    /// </summary>
    public TokenPolicy? CheckLifetimes(TokenPolicyFile? file)
    {
        var (access, refresh) = (file?.AccessTokenMinutes, file?.RefreshTokenMinutes);
        if (access is null || refresh is null || file?.RefreshTokenIdleMinutes is not { } idle)
            return null;
        if (access.Value > idle.Value)
            Add(idle, $"{access.Value} minutes of an access token");
        if (refresh.Value != Unlimited && idle.Value > refresh.Value)
            Add(refresh, $"{idle.Value} minutes that a refresh token may rest");
        return new(access.Value, refresh.Value, idle.Value);

        void Add(Written<int> at, string least) =>
            context.Add(
                RuleBook.TokenLifetimesOrder,
                at,
                $"{at.Value} minutes are less than the {least}",
                "write lifetimes in the order access token, refresh token without use, refresh token"
            );
    }

    /// <summary>From where tokens may be asked for and used; null for anywhere.</summary>
    public TokenNetworkZones? NetworkZones(TokenNetworkZonesFile? file)
    {
        if (file is null or { Word: TokenNetworkZonesFile.None })
            return null;
        if (file is { Allow: null, Block: null } or { Allow: not null, Block: not null })
            context.Problems.Add(
                RuleBook.ZonesBothWays,
                file.Place,
                "network zones are either allowed or blocked",
                "write allow or block, with ids of zones"
            );
        var (list, allow) = file.Allow is { } allowed ? (allowed, true) : (file.Block, false);
        var ids = new List<string>();
        foreach (var id in list?.Items ?? [])
        {
            if (ids.Contains(id.Value))
                context.ListedTwice(id, id.Value);
            ids.Add(id.Value);
        }
        return new([.. ids.Order(StringComparer.Ordinal)], allow);
    }

    /// <summary>What the front end asks for, <c>offline_access</c> exactly where refresh tokens are on.</summary>
    public ImmutableArray<string> Scopes(SharedFile file, bool refreshTokens)
    {
        var scopes = new List<string>();
        foreach (var scope in file.Scopes?.Items ?? [])
        {
            if (Check(scope.Value, file.Issuer?.Value, refreshTokens) is { } fault)
                context.Problems.Add(fault.At(scope.Place));
            else if (scopes.Contains(scope.Value))
                context.ListedTwice(scope, Text.Quote(scope.Value));
            scopes.Add(scope.Value);
        }
        if (file.Scopes is { IsWhole: true } list && !scopes.Contains("openid"))
            context.Problems.Add(
                RuleBook.OpenidMissing,
                list.Place,
                "openid is missing, without which nobody is signed in",
                "add openid"
            );
        if (refreshTokens && !scopes.Contains(OfflineAccess))
            scopes.Add(OfflineAccess);
        return [.. scopes];
    }

    private static Fault? Check(string scope, string? issuer, bool refreshTokens)
    {
        if (SelfServiceScope().IsMatch(scope) && issuer == OrganizationIssuer)
            return null;
        if (scope.StartsWith("okta.", StringComparison.OrdinalIgnoreCase))
            return new(
                RuleBook.OktaApiScope,
                $"{Text.Quote(scope)} is a scope of Okta's own API, which code in a browser must not hold",
                "remove it"
            );
        if (!ScopeToken().IsMatch(scope))
            return new(
                RuleBook.InvalidScope,
                $"{Text.Quote(scope)} is not a scope",
                "write one scope an entry, without spaces, quotation marks and back slashes"
            );
        if (scope == OfflineAccess && !refreshTokens)
            return new(
                RuleBook.OfflineAccessWithoutRefreshToken,
                "offline_access asks for refresh tokens, and refreshToken is none",
                "remove it, or turn refresh tokens on"
            );
        if (issuer == OrganizationIssuer && !StandardScopes.Contains(scope))
            return new(
                RuleBook.InvalidScope,
                $"{Text.Quote(scope)} is not a scope of the organization's own authorization server",
                $"use {Text.Or(StandardScopes)}, or name the custom authorization server as issuer"
            );
        return null;
    }

    // Scopes of Okta's self-service API, which it documents for single-page applications: people's own accounts only
    // (Okta, MyAccount API).
    [GeneratedRegex(@"^okta\.(myAccount\.[A-Za-z.]+|users\.(read|manage)\.self)\z")]
    private static partial Regex SelfServiceScope();

    // RFC 6749, section 3.3: scope-token.
    [GeneratedRegex(@"^[\x21\x23-\x5B\x5D-\x7E]+\z")]
    private static partial Regex ScopeToken();
}
