using Pulumi;
using Okta = Pulumi.Okta;

namespace OktaSpa.Components;

/// <summary>
/// A policy and its rule that admit one application at a custom authorization server. It restricts nobody whom another
/// policy there admits.
/// </summary>
internal static class TokenPolicies
{
    private const int MaximumName = 100; // Okta, Authorization Servers API: policy and rule names

    // Okta renumbers priorities by itself.
    private static readonly List<string> Ignored = ["priority"];

    /// <summary>Declares both.</summary>
    /// <param name="parent">The application's component.</param>
    /// <param name="args">What they are made of.</param>
    /// <returns>The policy, for the next one of the same server to wait for: written at once they fail.</returns>
    public static Resource Declare(ComponentResource parent, TokenPolicyArgs args)
    {
        var application = args.Application;
        var name = $"{application.Name}-tokens";
        var (project, stack) = (Deployment.Instance.ProjectName, Deployment.Instance.StackName);
        var policy = new Okta.Auth.ServerPolicy(
            name,
            new()
            {
                AuthServerId = application.Issuer,
                Name = NameOf(application.Name, project, stack),
                Description = DescriptionOf(application.Label, project, stack),
                ClientWhitelists = new Input<string>[] { args.ClientId },
                Priority = 1,
                Status = "ACTIVE",
            },
            new()
            {
                Parent = parent,
                IgnoreChanges = Ignored,
                // The provider would look for the policy at the new server.
                ReplaceOnChanges = { "authServerId" },
                DeleteBeforeReplace = true,
                DependsOn = args.After is null ? Array.Empty<Resource>() : new[] { args.After },
            }
        );
        var rule = new Okta.Auth.ServerPolicyRuleArgs
        {
            AuthServerId = application.Issuer,
            PolicyId = policy.Id,
            Name = NameOf(application.Name, project, stack),
            Priority = 1,
            Status = "ACTIVE",
            GrantTypeWhitelists = application.EmbeddedSignIn
                ? new[] { "authorization_code", "interaction_code" }
                : new[] { "authorization_code" },
            ScopeWhitelists = application.Scopes.Order(StringComparer.Ordinal).ToArray(),
            GroupWhitelists = args.GroupIds is { } groups ? groups.ToArray() : new Input<string>[] { "EVERYONE" },
            AccessTokenLifetimeMinutes = args.Policy.AccessTokenMinutes,
            RefreshTokenLifetimeMinutes = args.Policy.RefreshTokenMinutes,
            RefreshTokenWindowMinutes = args.Policy.RefreshTokenIdleMinutes,
        };
        _ = new Okta.Auth.ServerPolicyRule(
            name,
            rule,
            new()
            {
                Parent = parent,
                IgnoreChanges = Ignored,
                ReplaceOnChanges = { "authServerId", "policyId" },
                DeleteBeforeReplace = true,
            }
        );
        return policy;
    }

    /// <summary>What both are called: unique on the server, where other stacks declare theirs.</summary>
    public static string NameOf(string application, string project, string stack) =>
        ResourceText.Shorten($"{application} ({project}/{stack})", MaximumName);

    /// <summary>What administrators read of the policy.</summary>
    public static string DescriptionOf(string label, string project, string stack) =>
        $"Admits {label}. Declared in code: {project}/{stack}.";
}
