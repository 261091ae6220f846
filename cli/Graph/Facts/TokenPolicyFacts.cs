using System.Text.Json.Nodes;
using OktaSpa.Components;

namespace OktaSpa.Cli.Graph.Facts;

/// <summary>How long the tokens live that a custom authorization server issues, and whom it admits.</summary>
internal static class TokenPolicyFacts
{
    private const string AccessToken = "accessTokenLifetimeMinutes";
    private const string RefreshToken = "refreshTokenLifetimeMinutes";
    private const string RefreshTokenIdle = "refreshTokenWindowMinutes";

    public static IReadOnlyList<Fact<ApplicationView>> All { get; } =
    [
        new(
            ResourceTypes.PolicyRule,
            "token-lifetimes",
            application => application.Part(ResourceTypes.PolicyRule) is { } rule ? [Words(rule)] : []
        )
        {
            Title = "tokens live",
            Reads = [AccessToken, RefreshToken, RefreshTokenIdle],
            Changes = LifetimesChanged,
        },
        .. Both(
            "authServerId",
            (application, server) => application.Issuer?.EndsWith($"/oauth2/{server}", StringComparison.Ordinal) == true
        ),
        .. Both("name", (application, name) => name == Name(application)),
        .. Both("priority", (_, priority) => priority == "1"),
        .. Both("status", (_, status) => status == "ACTIVE"),
        Silence.Of<ApplicationView>(
            ResourceTypes.Policy,
            "description",
            (application, description) => ResourceView.TextOf(description) == Description(application)
        ),
        Silence.Of<ApplicationView>(
            ResourceTypes.Policy,
            "clientWhitelists",
            (application, clients) =>
                ResourceView.ListOf(clients) is [var client] && client == application.FrontEndClientId
        ),
        Silence.Of<ApplicationView>(
            ResourceTypes.PolicyRule,
            "policyId",
            (application, id) => ResourceView.TextOf(id) == $"${{{application.Part(ResourceTypes.Policy)?.Name}.id}}"
        ),
        // A rule knows no grant for refresh tokens.
        Silence.Of<ApplicationView>(
            ResourceTypes.PolicyRule,
            "grantTypeWhitelists",
            (application, grants) =>
                SameSet(grants, application.GrantTypes.Where(grant => grant != RefreshTokenFact.Grant))
        ),
        Silence.Of<ApplicationView>(
            ResourceTypes.PolicyRule,
            "scopeWhitelists",
            (application, scopes) => SameSet(scopes, application.Scopes)
        ),
        Silence.Of<ApplicationView>(
            ResourceTypes.PolicyRule,
            "groupWhitelists",
            (application, groups) => SameSet(groups, Groups(application))
        ),
    ];

    private static IEnumerable<Fact<ApplicationView>> Both(
        string input,
        Func<ApplicationView, string?, bool> isUsual
    ) =>
        new[] { ResourceTypes.Policy, ResourceTypes.PolicyRule }.Select(type =>
            Silence.Of<ApplicationView>(
                type,
                input,
                (application, value) => isUsual(application, ResourceView.TextOf(value))
            )
        );

    private static string? Name(ApplicationView application) =>
        application.Graph.Project is { } project
            ? TokenPolicies.NameOf(application.Name, project, application.Graph.Stack)
            : null;

    private static string? Description(ApplicationView application) =>
        application.Graph.Project is { } project
            ? TokenPolicies.DescriptionOf(application.Label, project, application.Graph.Stack)
            : null;

    // Whoever may use the application gets tokens; EVERYONE where no groups are named.
    private static IEnumerable<string> Groups(ApplicationView application) =>
        application.Access.Any(who => who.IsEveryone) || application.Access.Count == 0
            ? ["EVERYONE"]
            : application.Assignments.Select(group => ResourceView.TextOf((group as JsonObject)?["id"]) ?? "");

    private static bool SameSet(JsonNode? list, IEnumerable<string> expected) =>
        list is JsonArray
        && ResourceView
            .ListOf(list)
            .Order(StringComparer.Ordinal)
            .SequenceEqual(expected.Order(StringComparer.Ordinal));

    private static Sentence Words(GraphResource rule) =>
        Sentence.Of(
            $"access token {Minutes(rule, AccessToken)}, refresh token {Minutes(rule, RefreshToken)}, and {Minutes(rule, RefreshTokenIdle)} unused"
        );

    private static Sentence Minutes(GraphResource rule, string input) =>
        Number(rule, input) switch
        {
            0 => Sentence.Of($"for ever"),
            { } minutes => Sentence.Of($"{minutes} min"),
            null => ResourceFacts.Other(input, rule.Inputs[input]),
        };

    private static double? Number(GraphResource? rule, string input) =>
        rule?.Inputs[input] is JsonValue value && value.TryGetValue(out double number) ? number : null;

    private static IEnumerable<Judgement> LifetimesChanged(ApplicationView? before, ApplicationView after)
    {
        if (before is null)
            yield break;
        var (old, now) = (before.Part(ResourceTypes.PolicyRule), after.Part(ResourceTypes.PolicyRule));
        if (old is null && now is not null)
            yield return FindingBook.TokenPolicyAdded.Finds(
                $"the authorization server admits it by a policy of its own: {Words(now)}"
            );
        if (old is not null && now is null)
            yield return FindingBook.TokenPolicyRemoved.Finds(
                $"the policy that admits it is gone: without another one that does, nobody can sign in"
            );
        if (old is null || now is null)
            yield break;
        foreach (
            var (input, token) in new[]
            {
                (AccessToken, "access token"),
                (RefreshToken, "refresh token"),
                (RefreshTokenIdle, "unused refresh token"),
            }
        )
        {
            var (was, becomes) = (Lifetime(old, input), Lifetime(now, input));
            if (was == becomes)
                continue;
            var severity =
                double.IsPositiveInfinity(becomes) ? Severity.Danger
                : becomes > was ? Severity.Caution
                : Severity.Note;
            yield return FindingBook.TokenLifetimeChanged.Finds(
                $"lifetime of {Sentence.Read(token)} changed from {Minutes(old, input)} to {Minutes(now, input)}",
                token,
                severity
            );
        }
    }

    // None is sent as 0, unlimited.
    private static double Lifetime(GraphResource rule, string input) =>
        Number(rule, input) is > 0 and { } minutes ? minutes : double.PositiveInfinity;
}
