using OktaSpa.Components;
using OktaSpa.Lookups;
using OktaSpa.Settings;
using OktaSpa.Settings.Rules;
using Pulumi;

namespace OktaSpa;

/// <summary>The composition root: settings in, look-ups, components wired, outputs out.</summary>
internal static class OktaProgram
{
    /// <summary>The value of a key of the running stack's configuration, such as <c>okta:orgName</c>.</summary>
    public static string? FromPulumi(string key) =>
        key.Split(':', 2) is [var space, var name] ? new Config(space).Get(name) : null;

    /// <summary>Declares all that the stack's configuration says. To be called in a running deployment.</summary>
    /// <param name="configuration">The value of a configuration key, objects as JSON; null where there is none.</param>
    /// <param name="observe">Sees each resource with its options as it is declared: its parent and protection, which
    /// mocks do not tell.</param>
    /// <returns>The stack's outputs: per application what its front end needs.</returns>
    /// <exception cref="RunException">The configuration has problems, or does not fit the organization; nothing was
    /// declared.</exception>
    public static async Task<IDictionary<string, object?>> DeclareAsync(
        Func<string, string?> configuration,
        ResourceTransformation? observe = null
    )
    {
        var (project, stack) = (Deployment.Instance.ProjectName, Deployment.Instance.StackName);
        var (settings, problems) = StackSettings.Read(configuration, project, stack);
        return settings is null
            ? throw new RunException(Problem.Describe(stack, problems))
            : await DeclareAsync(settings, observe);
    }

    /// <summary>Declares what a stack's settings say. To be called in a running deployment.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="observe">Sees each resource with its options as it is declared: its parent and protection, which
    /// mocks do not tell.</param>
    /// <returns>The stack's outputs: per application what its front end needs.</returns>
    /// <exception cref="RunException">The settings do not fit the organization; nothing was declared.</exception>
    public static async Task<IDictionary<string, object?>> DeclareAsync(
        StackSettings settings,
        ResourceTransformation? observe = null
    )
    {
        var stack = Deployment.Instance.StackName;
        var (groupIds, missing) = await OrganizationLookup.AskAsync(settings);
        if (missing.Count > 0)
            throw new RunException(Problem.Describe(stack, missing));

        Warn(stack, [.. RiskRules.Of(settings).Where(risk => risk.Accepted is null)]);

        var groups =
            settings.Groups.Length == 0
                ? null
                : new Groups("groups", settings.Groups, settings.Production, Options(observe, []));
        var lastPolicies = new Dictionary<string, Resource>(StringComparer.Ordinal);
        var outputs = new Dictionary<string, object?>();
        foreach (var application in settings.Applications)
        {
            var component = new SpaApplication(
                application.Name,
                new()
                {
                    Application = application,
                    Organization = settings.Organization,
                    GroupIds = application.Access.IsElsewhere ? null : [.. Ids(application.Access)],
                    Protect = settings.Production,
                    PolicyBefore = lastPolicies.GetValueOrDefault(application.Issuer),
                },
                Options(observe, application.Formerly is { } formerly ? [new Alias { Name = formerly }] : [])
            );
            if (component.TokenPolicy is { } policy)
                lastPolicies[application.Issuer] = policy;
            outputs[application.Name] = FrontEnd.Outputs(application, settings.Organization, component.ClientId);
        }
        _ = new TrustedOrigins(
            "trusted-origins",
            settings.TrustedOrigins.Select(pair => pair.Origin),
            Options(observe, [])
        );
        return outputs;

        // In a fixed order: those that are there already by id, then those that this stack declares by name.
        IEnumerable<Input<string>> Ids(Access access)
        {
            var names = access.Groups.Select(group => group.Value);
            var (declared, found) = (names.Where(IsDeclared), names.Where(group => !IsDeclared(group)));
            return
            [
                .. found.Select(group => groupIds[group]).Order(StringComparer.Ordinal).Select(id => (Input<string>)id),
                .. declared
                    .OrderBy(group => group.NameOrId, StringComparer.Ordinal)
                    .Select(group => (Input<string>)groups!.Ids[group.NameOrId]),
            ];
        }

        bool IsDeclared(GroupReference group) => groups?.Ids.ContainsKey(group.NameOrId) == true;
    }

    private static ComponentResourceOptions Options(ResourceTransformation? observe, List<Input<Alias>> aliases) =>
        new() { Aliases = aliases, ResourceTransformations = observe is null ? [] : [observe] };

    private static void Warn(string stack, IReadOnlyCollection<Risk> risks)
    {
        if (risks.Count > 0)
            Log.Warn($"Stack {stack} has {Text.Count(risks.Count, "risk")}:\n  {string.Join("\n  ", risks)}");
    }
}
