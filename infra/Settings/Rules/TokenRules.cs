using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OktaSpa.Settings.Rules;

/// <summary>The rules for tokens: how they are refreshed, who issues them, and for which scopes.</summary>
internal sealed partial class TokenRules(RuleContext context)
{
    /// <summary>The organization's own authorization server.</summary>
    public const string OrganizationIssuer = "org";

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

    // RFC 6749, section 3.3: scope-token.
    [GeneratedRegex(@"^[\x21\x23-\x5B\x5D-\x7E]+\z")]
    private static partial Regex ScopeToken();
}
