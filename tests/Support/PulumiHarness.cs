using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Moq;
using OktaSpa.Settings;
using Pulumi;
using Pulumi.Testing;

namespace OktaSpa.Tests.Support;

/// <summary>A group of the made-up organization.</summary>
internal sealed record OrganizationGroup(string Id, string Name, string Type = "OKTA_GROUP")
{
    public string Description { get; init; } = "";
}

/// <summary>A trusted origin of the made-up organization.</summary>
internal sealed record OrganizationOrigin(string Origin, bool Active = true, params string[] Scopes);

/// <summary>A resource as the engine would see it, options included.</summary>
/// <param name="Type">Its type, such as <c>okta:app/oAuth:OAuth</c>.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Inputs">What it is declared with, by the provider's names.</param>
/// <param name="Lost">Inputs that it was given, but that are null or not known.</param>
/// <param name="Options">Pulumi's own.</param>
/// <param name="Urn">With all its parents.</param>
internal sealed record Declared(
    string Type,
    string Name,
    ImmutableDictionary<string, object> Inputs,
    IReadOnlyList<string> Lost,
    ResourceOptions Options,
    string Urn
)
{
    /// <summary>What other resources know it by, once it is there.</summary>
    public string Id => PulumiHarness.IdOf(Name);

    /// <summary>The client id of an application.</summary>
    public string ClientId => Inputs.GetValueOrDefault("clientId") as string ?? PulumiHarness.ClientIdOf(Name);

    public bool IsComponent => Type.StartsWith("okta-spa:", StringComparison.Ordinal);

    /// <summary>The logical name of the component that it belongs to; null below the stack itself.</summary>
    public string? Component =>
        Options.Parent is ComponentResource parent && parent.GetResourceType() != PulumiHarness.Stack
            ? parent.GetResourceName()
            : null;

    public override string ToString() => $"{Type}::{Name}";
}

/// <summary>All that a run of the program did.</summary>
/// <param name="Resources">What was declared, by type and name.</param>
/// <param name="Questions">The queries of the look-ups.</param>
/// <param name="Outputs">The stack's outputs.</param>
/// <param name="Finished">The components that registered their outputs, and which: <c>storefront: clientId</c>.</param>
internal sealed record ProgramRun(
    IReadOnlyList<Declared> Resources,
    IReadOnlyList<string> Questions,
    IDictionary<string, object?> Outputs,
    IReadOnlyList<string> Finished
)
{
    /// <summary>The one resource of a type and name.</summary>
    public Declared Get(string type, string name) =>
        Assert.Single(Resources, resource => resource.Type == type && resource.Name == name);

    public Declared App(string name) => Get(PulumiHarness.OAuth, name);

    public Declared Access(string name) => Get(PulumiHarness.Access, $"{name}-access");

    public IEnumerable<Declared> Origins => Resources.Where(resource => resource.Type == PulumiHarness.Origin);
}

/// <summary>
/// Runs the program against a made-up organization, which has whatever a stack names but for what a test says is
/// missing; the only place that knows Moq and IMocks.
/// </summary>
internal sealed class PulumiHarness
{
    public const string OAuth = "okta:app/oAuth:OAuth";
    public const string Access = "okta:index/appGroupAssignments:AppGroupAssignments";
    public const string Origin = "okta:trustedorigin/origin:Origin";
    public const string Group = "okta:group/group:Group";
    public const string TokenPolicy = "okta:auth/serverPolicy:ServerPolicy";
    public const string Stack = "pulumi:pulumi:Stack";
    public const string EveryoneId = "00geveryone000000000";

    private readonly Mock<IMocks> engine = new(MockBehavior.Strict);

    public PulumiHarness()
    {
        engine
            .Setup(mocks => mocks.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync(
                (MockResourceArgs args) =>
                    (
                        KnowsIds ? IdOf(args.Name!) : null,
                        KnowsIds && args.Type == OAuth && !args.Inputs.ContainsKey("clientId")
                            ? args.Inputs.SetItem("clientId", ClientIdOf(args.Name!))
                            : args.Inputs
                    )
            );
        engine
            .Setup(mocks => mocks.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()))
            .Returns(Task.CompletedTask);
        engine
            .Setup(mocks =>
                mocks.CallAsync(It.Is<MockCallArgs>(call => call.Token == "okta:index/getGroups:getGroups"))
            )
            .ReturnsAsync(
                (MockCallArgs call) =>
                    Answer(
                        "groups",
                        Groups
                            .Where(group =>
                                Asks(call, "search", "profile.name", group.Name) || Asks(call, "search", "id", group.Id)
                            )
                            .Select(group => new Dictionary<string, object>
                            {
                                ["id"] = group.Id,
                                ["name"] = group.Name,
                                ["type"] = group.Type,
                                ["description"] = group.Description,
                                ["source"] = "",
                                ["customProfileAttributes"] = "{}",
                            })
                    )
            );
        engine
            .Setup(mocks =>
                mocks.CallAsync(
                    It.Is<MockCallArgs>(call => call.Token == "okta:index/getTrustedOrigins:getTrustedOrigins")
                )
            )
            .ReturnsAsync(
                (MockCallArgs call) =>
                    Answer(
                        "trustedOrigins",
                        TrustedOrigins
                            .Where(origin => Asks(call, "filter", "origin", origin.Origin))
                            .Select(origin => new Dictionary<string, object>
                            {
                                ["id"] = "tos1",
                                ["name"] = origin.Origin,
                                ["origin"] = origin.Origin,
                                ["active"] = origin.Active,
                                ["scopes"] = origin.Scopes.Cast<object>().ToImmutableArray(),
                            })
                    )
            );
    }

    /// <summary>The id of a resource.</summary>
    /// <param name="name">Its logical name.</param>
    public static string IdOf(string name) => $"{name}-id";

    /// <summary>The client id of an application that names none.</summary>
    /// <param name="name">Its logical name.</param>
    public static string ClientIdOf(string name) => $"{name}-client-id";

    /// <summary>The groups that the organization has, beside those that the stack names.</summary>
    public IList<OrganizationGroup> Groups { get; } =
    [
        new(EveryoneId, "Everyone", "BUILT_IN"),
        new("00gadmins00000000000", "Okta Administrators", "BUILT_IN"),
        new("00gengineering000000", "Engineering"),
        new("00gsupport0000000000", "Customer Support"),
    ];

    /// <summary>The trusted origins that other stacks have declared, beside those that the stack names.</summary>
    public IList<OrganizationOrigin> TrustedOrigins { get; } = [];

    /// <summary>
    /// Groups, by name or id, and origins that the organization has not, though the stack names them.
    /// </summary>
    public ISet<string> Missing { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether resources get ids, as they do but in the preview of a new stack.</summary>
    public bool KnowsIds { get; init; } = true;

    /// <summary>Whether any resource was registered, by a run that failed too.</summary>
    public bool HasDeclared => engine.Invocations.Any(call => call.Arguments[0] is MockResourceArgs);

    /// <summary>
    /// Makes every question to the organization fail, or those with an argument, such as <c>filter</c>.
    /// </summary>
    public void Refuse(string message, string? argument = null) =>
        engine
            .Setup(mocks =>
                mocks.CallAsync(It.Is<MockCallArgs>(call => argument == null || call.Args.ContainsKey(argument)))
            )
            .ThrowsAsync(new InvalidOperationException(message));

    /// <summary>Runs the program.</summary>
    /// <exception cref="RunException">As the program threw it.</exception>
    public async Task<ProgramRun> RunAsync(
        Func<string, string?> configuration,
        string stack = "dev",
        bool isPreview = false,
        string project = "okta-spa"
    )
    {
        if (StackSettings.Read(configuration, project, stack).Settings is { } settings)
            AddWhatIsNamed(settings);
        var seen = new Dictionary<string, ResourceTransformationArgs>(StringComparer.Ordinal);
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        await Deployment.TestAsync(
            engine.Object,
            new TestOptions
            {
                ProjectName = project,
                StackName = stack,
                IsPreview = isPreview,
            },
            async () =>
                outputs = await OktaProgram.DeclareAsync(
                    configuration,
                    args =>
                    {
                        seen[KeyOf(args.Resource)] = args;
                        return null;
                    }
                )
        );
        var calls = engine.Invocations.Select(call => call.Arguments[0]).ToList();
        return new(
            [
                .. calls
                    .OfType<MockResourceArgs>()
                    .OrderBy(args => args.Type, StringComparer.Ordinal)
                    .ThenBy(args => args.Name, StringComparer.Ordinal)
                    .Select(args => Describe(args, seen, $"urn:pulumi:{stack}::{project}")),
            ],
            [
                .. calls
                    .OfType<MockCallArgs>()
                    .SelectMany(call => call.Args.Values)
                    .Cast<string>()
                    .Order(StringComparer.Ordinal),
            ],
            outputs,
            [
                .. calls
                    .OfType<MockRegisterResourceOutputsRequest>()
                    .Where(request => !request.Urn.Contains($"{Stack}::", StringComparison.Ordinal))
                    .Select(request =>
                        $"{request.Urn.Split("::")[^1]}: {string.Join(", ", request.Outputs.Keys)}".TrimEnd()
                    )
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    private void AddWhatIsNamed(StackSettings settings)
    {
        var groups =
            from application in settings.Applications
            from written in application.Access.Groups
            let reference = written.Value
            where reference != GroupReference.Everyone && !Missing.Contains(reference.NameOrId)
            where settings.Groups.All(declared => declared.Name != reference.NameOrId)
            select reference.IsId
                ? new OrganizationGroup(reference.NameOrId, $"Group {reference}")
                : new OrganizationGroup(GroupIdOf(reference.NameOrId), reference.NameOrId);
        foreach (var group in groups)
        {
            if (!Groups.Any(there => there.Id == group.Id || IsSame(there.Name, group.Name)))
                Groups.Add(group);
        }
        foreach (var origin in settings.TrustedOriginsManagedElsewhere.Select(origin => origin.Value.ToString()))
        {
            if (!Missing.Contains(origin) && TrustedOrigins.All(there => there.Origin != origin))
                TrustedOrigins.Add(new(origin, true, "CORS", "REDIRECT"));
        }
    }

    public static string GroupIdOf(string name) =>
        $"00g{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..17]}";

    // Okta compares names without case.
    private static bool IsSame(string name, string other) =>
        string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    // The SDK marks what it sends, and leaves out what is null or not known.
    private static IEnumerable<string> Given(ResourceArgs args) =>
        from member in args.GetType().GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        from input in member.GetCustomAttributesData()
        where input.AttributeType == typeof(InputAttribute)
        let value = member is FieldInfo field ? field.GetValue(args) : ((PropertyInfo)member).GetValue(args)
        where value is not null
        select (string)input.ConstructorArguments[0].Value!;

    private static Declared Describe(
        MockResourceArgs args,
        Dictionary<string, ResourceTransformationArgs> seen,
        string project
    )
    {
        // What is below no component is not seen.
        var (given, options) = seen.TryGetValue($"{args.Type}::{args.Name}", out var known)
            ? (known.Args, known.Options)
            : (ResourceArgs.Empty, new CustomResourceOptions());
        // The mocks' own URNs leave out all parents but one.
        var types = args.Type!;
        for (
            var parent = options.Parent;
            parent is not null && parent.GetResourceType() != Stack;
            parent = seen[KeyOf(parent)].Options.Parent
        )
            types = $"{parent.GetResourceType()}${types}";
        return new(
            args.Type!,
            args.Name!,
            args.Inputs,
            [.. Given(given).Except(args.Inputs.Keys)],
            options,
            $"{project}::{types}::{args.Name}"
        );
    }

    private static string KeyOf(Resource resource) => $"{resource.GetResourceType()}::{resource.GetResourceName()}";

    private static bool Asks(MockCallArgs call, string argument, string property, string value) =>
        ((string)call.Args[argument]).Contains(
            $"{property} eq \"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            StringComparison.OrdinalIgnoreCase
        );

    private static ImmutableDictionary<string, object> Answer(
        string key,
        IEnumerable<Dictionary<string, object>> results
    ) =>
        ImmutableDictionary<string, object>
            .Empty.Add("id", "answer")
            .Add(key, results.Select(result => (object)result.ToImmutableDictionary()).ToImmutableArray());
}
