using OktaSpa.Settings;
using Pulumi;
using Okta = Pulumi.Okta;

namespace OktaSpa.Components;

/// <summary>Groups that the stack declares, and the rules by which people become members.</summary>
internal sealed class Groups : ComponentResource
{
    public const string ResourceType = "okta-spa:index:Groups";

    private const int MaximumDescription = 1024; // Okta, Groups API: profile.description
    private const int MaximumRuleName = 50; // Okta, Group Rules API: name

    private readonly Dictionary<string, Output<string>> ids = new(StringComparer.Ordinal);

    /// <param name="name">The component's logical name.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="protect">Whether they must not be deleted: with them goes whoever is a member.</param>
    /// <param name="options">Pulumi's own.</param>
    public Groups(string name, IEnumerable<DeclaredGroup> groups, bool protect, ComponentResourceOptions options)
        : base(ResourceType, name, options)
    {
        foreach (var group in groups)
        {
            var declared = new Okta.Group.Group(
                group.Name,
                new() { Name = group.Name, Description = Description(group) },
                new()
                {
                    Parent = this,
                    Protect = protect,
                    Aliases = Aliases(group.Formerly),
                }
            );
            ids[group.Name] = declared.Id;
            if (group.Rule is { } rule)
                Fill(group, rule, declared.Id);
        }
        RegisterOutputs();
    }

    /// <summary>The id of each group by its name.</summary>
    public IReadOnlyDictionary<string, Output<string>> Ids => ids;

    /// <summary>What tells the groups of a stack: the end of their description.</summary>
    public static string Mark => MarkOf(Deployment.Instance.ProjectName, Deployment.Instance.StackName);

    /// <summary>What tells the groups of a stack: the end of their description.</summary>
    public static string MarkOf(string project, string stack) =>
        $"Declared in code: Pulumi project {project}, stack {stack}.";

    /// <summary>The logical name of the rule that fills a group.</summary>
    public static string RuleNameOf(string group) => $"{group}-rule";

    /// <summary>
    /// What that rule is called in Okta: unique in the organization, where other stacks declare theirs.
    /// </summary>
    public static string RuleTitleOf(string group, string project, string stack) =>
        ResourceText.Shorten($"{group} ({project}/{stack})", MaximumRuleName);

    private void Fill(DeclaredGroup group, string rule, Output<string> id) =>
        _ = new Okta.Group.Rule(
            RuleNameOf(group.Name),
            new()
            {
                Name = RuleTitleOf(group.Name, Deployment.Instance.ProjectName, Deployment.Instance.StackName),
                ExpressionType = "urn:okta:expression:1.0",
                ExpressionValue = rule,
                GroupAssignments = new Input<string>[] { id },
                // Whoever is a member by the rule goes with it.
                RemoveAssignedUsers = true,
                Status = "ACTIVE",
            },
            new() { Parent = this, Aliases = Aliases(group.Formerly is { } old ? RuleNameOf(old) : null) }
        );

    private static List<Input<Alias>> Aliases(string? formerly) =>
        formerly is null ? [] : [new Alias { Name = formerly }];

    private static string Description(DeclaredGroup group) =>
        group.Description is null
            ? Mark
            : $"{ResourceText.Shorten(group.Description, MaximumDescription - Mark.Length - 2).TrimEnd('.')}. {Mark}";
}
