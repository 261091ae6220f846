using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace OktaSpa.Tests.Support;

/// <summary>A group of the made-up organization.</summary>
internal sealed record OrganizationGroup(string Id, string Name, string Type = "OKTA_GROUP");

/// <summary>A trusted origin of the made-up organization.</summary>
internal sealed record OrganizationOrigin(string Origin, bool Active = true, params string[] Scopes);

/// <summary>A resource as the engine would see it, options included.</summary>
internal sealed record Declared(
    string Type,
    string Name,
    ImmutableDictionary<string, object> Inputs,
    ResourceOptions Options,
    string Urn
)
{
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

/// <summary>Runs the program against a made-up organization; the only place that knows Moq and IMocks.</summary>
internal sealed class PulumiHarness
{
    public const string OAuth = "okta:app/oAuth:OAuth";
    public const string Access = "okta:index/appGroupAssignments:AppGroupAssignments";
    public const string Origin = "okta:trustedorigin/origin:Origin";
    public const string EveryoneId = "00geveryone000000000";

    private readonly Mock<IMocks> engine = new(MockBehavior.Strict);

    public PulumiHarness()
    {
        engine
            .Setup(mocks => mocks.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync(
                (MockResourceArgs args) =>
                    (
                        KnowsIds ? $"{args.Name}-id" : null,
                        KnowsIds && args.Type == OAuth
                            ? args.Inputs.SetItem("clientId", $"{args.Name}-client-id")
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
                                ["description"] = "",
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

    /// <summary>The groups that the organization has.</summary>
    public IList<OrganizationGroup> Groups { get; } =
    [
        new(EveryoneId, "Everyone", "BUILT_IN"),
        new("00gadmins00000000000", "Okta Administrators", "BUILT_IN"),
        new("00gengineering000000", "Engineering"),
        new("00gsupport0000000000", "Customer Support"),
    ];

    /// <summary>The trusted origins that other stacks have declared.</summary>
    public IList<OrganizationOrigin> TrustedOrigins { get; } = [];

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
        bool isPreview = false
    )
    {
        var options = new Dictionary<string, ResourceOptions>(StringComparer.Ordinal);
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        await Deployment.TestAsync(
            engine.Object,
            new TestOptions
            {
                ProjectName = "okta-spa",
                StackName = stack,
                IsPreview = isPreview,
            },
            async () =>
                outputs = await OktaProgram.DeclareAsync(
                    configuration,
                    args =>
                    {
                        options[KeyOf(args.Resource)] = args.Options;
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
                    .Select(args => new Declared(
                        args.Type!,
                        args.Name!,
                        args.Inputs,
                        options[$"{args.Type}::{args.Name}"],
                        Urn(args, options, stack)
                    )),
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
                    .Where(request => !request.Urn.Contains("pulumi:pulumi:Stack::", StringComparison.Ordinal))
                    .Select(request =>
                        $"{request.Urn.Split("::")[^1]}: {string.Join(", ", request.Outputs.Keys)}".TrimEnd()
                    )
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    // The mocks' own URNs leave out all parents but one.
    private static string Urn(MockResourceArgs args, Dictionary<string, ResourceOptions> options, string stack)
    {
        var types = args.Type!;
        for (
            var parent = options[$"{args.Type}::{args.Name}"].Parent;
            parent is not null && parent.GetResourceType() != "pulumi:pulumi:Stack";
            parent = options[KeyOf(parent)].Parent
        )
            types = $"{parent.GetResourceType()}${types}";
        return $"urn:pulumi:{stack}::okta-spa::{types}::{args.Name}";
    }

    private static string KeyOf(Resource resource) => $"{resource.GetResourceType()}::{resource.GetResourceName()}";

    // Okta compares names without case.
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
