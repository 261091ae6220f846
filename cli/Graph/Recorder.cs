using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OktaSpa.Cli.Stacks;
using OktaSpa.Settings;
using Pulumi;
using Pulumi.Testing;

namespace OktaSpa.Cli.Graph;

/// <summary>
/// Runs the program itself in Pulumi's test deployment and keeps what it declares. Ids and client ids, which only Okta
/// gives, are symbols: control characters around a name, which no text of a configuration can hold.
/// </summary>
internal sealed partial class Recorder : IMocks
{
    private const char Mark = '\u0001';

    private const string GroupsToken = "okta:index/getGroups:getGroups";
    private const string OriginsToken = "okta:index/getTrustedOrigins:getTrustedOrigins";

    // What another stack declares is taken to be trusted for all that is needed.
    private static readonly string[] OriginScopeNames = ["CORS", "REDIRECT"];

    private readonly ConcurrentBag<MockResourceArgs> declared = [];
    private readonly ConcurrentBag<string> groups = [];
    private readonly ConcurrentBag<string> origins = [];
    private readonly Dictionary<string, (string? Parent, ResourceOptions Options)> options = new(
        StringComparer.Ordinal
    );

    private Recorder() { }

    /// <summary>Records what a stack declares.</summary>
    /// <param name="file">A stack file without problems.</param>
    /// <param name="project">The name of the Pulumi project.</param>
    /// <param name="risks">The stack's risks.</param>
    public static async Task<StackGraph> RecordAsync(StackFile file, string project, IEnumerable<Risk> risks)
    {
        var recorder = new Recorder();
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        await Deployment.TestAsync(
            recorder,
            new TestOptions
            {
                ProjectName = project,
                StackName = file.Stack,
                IsPreview = false,
            },
            async () => outputs = await OktaProgram.DeclareAsync(file.Settings!, recorder.Observe)
        );
        return await recorder.GraphAsync(file, project, outputs, risks);
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        declared.Add(args);
        var state =
            args.Type == ResourceTypes.OAuth && !args.Inputs.ContainsKey("clientId")
                ? args.Inputs.SetItem("clientId", Symbol(args.Type!, args.Name!, "clientId"))
                : args.Inputs;
        return Task.FromResult<(string?, object)>((Symbol(args.Type!, args.Name!, "id"), state));
    }

    public Task<object> CallAsync(MockCallArgs args) =>
        Task.FromResult<object>(
            args.Token switch
            {
                GroupsToken => Answer("groups", Asked(args.Args["search"], groups).Select(Group)),
                OriginsToken => Answer("trustedOrigins", Asked(args.Args["filter"], origins).Select(Origin)),
                _ => throw new NotSupportedException($"The program has no look-up {args.Token}."),
            }
        );

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;

    // Mocks are told no options.
    private ResourceTransformationResult? Observe(ResourceTransformationArgs args)
    {
        options[KeyOf(args.Resource)] = (
            args.Options.Parent is { } parent && parent.GetResourceType() != "pulumi:pulumi:Stack"
                ? KeyOf(parent)
                : null,
            args.Options
        );
        return null;
    }

    private async Task<StackGraph> GraphAsync(
        StackFile file,
        string project,
        IDictionary<string, object?> outputs,
        IEnumerable<Risk> risks
    )
    {
        var uses = new Uses(file.Settings!);
        var resources = (await Task.WhenAll(declared.Select(args => ResourceAsync(args, uses))))
            .OrderBy(resource => resource.Type, StringComparer.Ordinal)
            .ThenBy(resource => resource.Name, StringComparer.Ordinal)
            .ToList();
        var shown = new JsonObject();
        foreach (var (application, values) in outputs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            shown.Add(application, Json(await ResolveAsync(values), new HashSet<string>()));
        var graph = new StackGraph(
            file.Stack,
            resources,
            new(
                [.. groups.Distinct().Order(StringComparer.Ordinal)],
                [.. origins.Distinct().Order(StringComparer.Ordinal)]
            ),
            shown,
            [],
            file.Settings!.Organization.Host,
            project
        );
        return graph with
        {
            Risks =
            [
                .. risks
                    .Select(risk => new GraphRisk(
                        risk.Severity,
                        GraphResource.KeyOf(ResourceTypes.OAuth, risk.Application),
                        risk.Message,
                        risk.Rule.Id,
                        risk.Application,
                        risk.About,
                        risk.Accepted
                    ))
                    .Concat(ApplicationView.Of(graph).Values.SelectMany(Alarms))
                    .OrderByDescending(risk => risk.Severity)
                    .ThenBy(risk => risk.Resource, StringComparer.Ordinal)
                    .ThenBy(risk => risk.Message, StringComparer.Ordinal),
            ],
        };
    }

    private static IEnumerable<GraphRisk> Alarms(ApplicationView application) =>
        ResourceFacts
            .Alarms(application)
            .Select(alarm => new GraphRisk(
                alarm.Severity,
                application.Key,
                alarm.Message.ToString(),
                alarm.Rule.Id,
                application.Name,
                alarm.About
            ));

    private async Task<GraphResource> ResourceAsync(MockResourceArgs args, Uses uses)
    {
        var (type, name) = (args.Type!, args.Name!);
        var (parent, given) = options[GraphResource.KeyOf(type, name)];
        var references = new SortedSet<string>(StringComparer.Ordinal);
        var inputs = (JsonObject)Json(args.Inputs, references)!;
        // The SDK adds aliases of its own, for types that had another name.
        var aliases = await Task.WhenAll(given.Aliases.Select(ValueAsync));
        var former = await Task.WhenAll(aliases.Select(alias => alias.Name).OfType<Input<string>>().Select(ValueAsync));
        return new(
            type,
            name,
            parent,
            given.Protect == true,
            uses.Of(type, name, parent),
            inputs,
            [.. references],
            former is [] ? null : former,
            given.RetainOnDelete == true ? true : null
        );
    }

    /// <summary>A value as JSON, mappings sorted, symbols made readable and their resources noted.</summary>
    private static JsonNode? Json(object? value, ISet<string> references) =>
        value switch
        {
            null => null,
            string text => SymbolIn()
                .Replace(
                    text,
                    match =>
                    {
                        var (type, name, property) = (
                            match.Groups["type"].Value,
                            match.Groups["name"].Value,
                            match.Groups["property"].Value
                        );
                        if (type.Length > 0)
                            references.Add(GraphResource.KeyOf(type, name));
                        return $"${{{name}.{property}}}";
                    }
                ),
            bool flag => flag,
            int number => number,
            double number => double.IsInteger(number) ? (long)number : number,
            IEnumerable<KeyValuePair<string, object?>> map => new JsonObject(
                map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => KeyValuePair.Create(pair.Key, Json(pair.Value, references)))
            ),
            System.Collections.IEnumerable list => new JsonArray([
                .. list.Cast<object?>().Select(item => Json(item, references)),
            ]),
            _ => throw new NotSupportedException($"A graph cannot hold {value.GetType()}."),
        };

    private static async Task<object?> ResolveAsync(object? value)
    {
        switch (value)
        {
            case Output<string> output:
                return await ValueAsync<string>(output);
            case Dictionary<string, object?> map:
                var resolved = new Dictionary<string, object?>();
                foreach (var (key, item) in map)
                    resolved[key] = await ResolveAsync(item);
                return resolved;
            default:
                return value;
        }
    }

    private static Task<T> ValueAsync<T>(Input<T> input) =>
        Pulumi.Utilities.OutputUtilities.GetValueAsync(input.ToOutput());

    // What the program asks for is there: whether it really is, only the organization knows.
    private static IEnumerable<string> Asked(object query, ConcurrentBag<string> seen)
    {
        foreach (Match term in Term().Matches((string)query))
        {
            var value = Escaped().Replace(term.Groups["value"].Value, "$1");
            seen.Add(value);
            yield return value;
        }
    }

    private static ImmutableDictionary<string, object> Answer(
        string key,
        IEnumerable<ImmutableDictionary<string, object>> results
    ) =>
        ImmutableDictionary<string, object>
            .Empty.Add("id", "preview")
            .Add(key, results.Cast<object>().ToImmutableArray());

    private static ImmutableDictionary<string, object> Group(string nameOrId) =>
        new Dictionary<string, object>
        {
            ["id"] = new GroupReference(nameOrId).IsId ? nameOrId : Symbol("", nameOrId, "id"),
            ["name"] = nameOrId,
            ["type"] = nameOrId == GroupReference.Everyone.NameOrId ? "BUILT_IN" : "OKTA_GROUP",
            ["description"] = "",
            ["source"] = "",
            ["customProfileAttributes"] = "{}",
        }.ToImmutableDictionary();

    private static ImmutableDictionary<string, object> Origin(string origin) =>
        new Dictionary<string, object>
        {
            ["id"] = Symbol("", origin, "id"),
            ["name"] = origin,
            ["origin"] = origin,
            ["active"] = true,
            ["scopes"] = OriginScopeNames.Cast<object>().ToImmutableArray(),
        }.ToImmutableDictionary();

    private static string KeyOf(Resource resource) =>
        GraphResource.KeyOf(resource.GetResourceType(), resource.GetResourceName());

    private static string Symbol(string type, string name, string property) =>
        $"{Mark}{type}{Mark}{name}{Mark}{property}{Mark}";

    [GeneratedRegex("\u0001(?<type>[^\u0001]*)\u0001(?<name>[^\u0001]*)\u0001(?<property>[^\u0001]*)\u0001")]
    private static partial Regex SymbolIn();

    [GeneratedRegex(
        """eq[ ]"(?<value>([^"\\]|\\.)*)" """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Term();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}
