using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Review;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Cli;

/// <summary>All that is declared is told, and nothing else.</summary>
[Properties(Arbitrary = [typeof(Generated)], MaxTest = 30)]
public sealed class FactTests
{
    // What a change of a setting changes; a key without a row here is one that nobody would see.
    private static readonly Dictionary<string, string> Changes = new(StringComparer.Ordinal)
    {
        ["production"] = """{ "production": true }""",
        ["customDomain"] = """{ "customDomain": "login.example.com" }""",
        ["applications"] = Application("label", "\"Shop\"", "shop"),
        ["applications.*.formerly"] = Application("formerly", "\"shop\""),
        ["applications.*.label"] = Application("label", "\"Shop\""),
        ["applications.*.baseUris"] = Application("baseUris", """["https://other.example.com"]"""),
        ["applications.*.trustedOrigins"] = Application("trustedOrigins", "[]"),
        ["applications.*.signInRedirectUris"] = Application("signInRedirectUris", """["https://app.example.com/cb"]"""),
        ["applications.*.signOutRedirectUris"] = Application("signOutRedirectUris", "[]"),
        ["applications.*.initiateLoginUri"] = Application("initiateLoginUri", "\"https://app.example.com/login\""),
        ["applications.*.tile"] = Application("tile", "true, \"initiateLoginUri\": \"https://app.example.com/login\""),
        ["applications.*.access"] = Application("access", """{ "groups": ["Sales"] }"""),
        ["applications.*.access.groups"] = Application("access", """{ "groups": ["Marketing"] }"""),
        ["applications.*.refreshToken"] = Application("refreshToken", "\"none\""),
        ["applications.*.refreshToken.rotation"] = Application("refreshToken", """{ "rotation": "persistent" }"""),
        ["applications.*.refreshToken.gracePeriodSeconds"] = Application(
            "refreshToken",
            """{ "gracePeriodSeconds": 0 }"""
        ),
        ["applications.*.wildcardRedirect"] = Application(
            "wildcardRedirect",
            """true, "signInRedirectUris": ["https://*.example.com/cb"]"""
        ),
        ["applications.*.authenticationPolicy"] = Application("authenticationPolicy", "\"rst1\""),
        ["applications.*.issuer"] = Application("issuer", "\"default\""),
        ["applications.*.scopes"] = Application("scopes", """["openid"]"""),
        ["trustedOriginsManagedElsewhere"] = """{ "trustedOriginsManagedElsewhere": ["https://app.example.com"] }""",
    };

    // How risks are judged, which declares nothing.
    private static readonly string[] Exceptions = ["acceptedRisks", "applications.*.acceptedRisks"];

    // What applications share is what each of them may say.
    private const string Shared = "defaults";

    public static TheoryData<string> Settings =>
        [
            .. Keys(StackSchemaOf("okta-spa:settings"), "")
                .Where(key => key != Shared && !Exceptions.Contains(key))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Every_setting_changes_what_is_declared_and_what_people_are_told(string setting)
    {
        var isShared = setting.StartsWith($"{Shared}.", StringComparison.Ordinal);
        var key = isShared ? $"applications.*{setting[Shared.Length..]}" : setting;
        Assert.True(Changes.TryGetValue(key, out var change), $"Add a change of {key} to this test.");
        var settings = Config.Settings();
        var changed = (JsonObject)settings.DeepClone();
        Merge(changed, (JsonObject)JsonNode.Parse(change)!);
        if (isShared)
            Share(changed, setting.Split('.')[1]);

        var (before, after) = (await PreviewAsync(settings), await PreviewAsync(changed));

        Assert.NotEqual(Declared(before.Graph), Declared(after.Graph));
        Assert.NotEqual(before.Text, after.Text);
    }

    [Property]
    public async Task Of_right_settings_no_input_is_without_a_fact_and_nothing_is_unsafe_that_no_file_can_say(
        RightSettings settings
    )
    {
        var (graph, text) = await PreviewAsync(settings.Json);

        Assert.DoesNotContain("other: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            graph.Facts,
            fact => fact.Fact is "other" || fact.Fact.StartsWith("silent-", StringComparison.Ordinal)
        );
        Assert.Empty(ApplicationView.Of(graph).Values.SelectMany(ResourceFacts.Alarms));
        Assert.All(
            ApplicationView.Of(graph).Values,
            application =>
                Assert.Contains(
                    "public client: no secret, authorization code with PKCE",
                    ResourceFacts.Tell(application).SelectMany(told => told.Words).Select(words => words.ToString())
                )
        );
    }

    [Property]
    public async Task Every_input_is_told_otherwise_when_its_value_is_another(RightSettings settings)
    {
        var (graph, _) = await PreviewAsync(settings.Json);
        var told = Words(graph);

        foreach (var resource in graph.Resources)
        {
            foreach (var (input, value) in resource.Inputs.ToList())
            {
                foreach (var other in Others(value).Append(null))
                {
                    resource.Inputs[input] = other;
                    Assert.True(told != Words(graph), $"{resource.Key}: {input} = {other?.ToJsonString()}");
                }
                resource.Inputs.Remove(input);
                Assert.True(told != Words(graph), $"{resource.Key} without {input}");
                resource.Inputs[input] = value;
            }
            resource.Inputs["aNewInput"] = "x";
            Assert.True(told != Words(graph), resource.Key);
            resource.Inputs.Remove("aNewInput");
        }
        Assert.Equal(told, Words(graph));
    }

    [Fact]
    public async Task A_resource_of_a_type_that_no_fact_is_about_is_told_and_compared()
    {
        using var companion = new Companion();
        var before = await Comparing.PreviewAsync(companion, ("live", Companion.Right));
        var document = JsonNode.Parse(await File.ReadAllTextAsync(before))!;
        ((JsonArray)document["stacks"]![0]!["resources"]!).Add(
            JsonNode.Parse(
                """{"type":"okta:index/behaviour:Behaviour","name":"b","parent":null,"protect":false,"applications":[],"inputs":{"number":3},"references":[]}"""
            )
        );
        var after = companion.Write("head.json", document.ToJsonString());

        Assert.Contains(
            GraphDocument.Parse(document.ToJsonString(), "head").Stacks[0].Facts,
            fact => string.Join('|', fact.Words) == "other: okta:index/behaviour:Behaviour b|other: number = 3"
        );
        Assert.Equal(
            ["caution other-changed : number", "caution other-changed : okta:index/behaviour:Behaviour::b"],
            Comparing.Findings(await Companion.RunAsync("diff", before, after, "--format", "json"))
        );
        Assert.Equal(
            ["caution other-changed : okta:index/behaviour:Behaviour::b"],
            Comparing.Findings(await Companion.RunAsync("diff", after, before, "--format", "json"))
        );
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_and_says_what_it_means_and_what_to_do()
    {
        Assert.Distinct(FindingBook.All.Select(rule => rule.Id));
        Assert.All(FindingBook.All, rule => Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Id));
        Assert.All(
            FindingBook.All.SelectMany(rule => new[] { rule.Meaning, rule.Remedy }),
            text => Assert.Matches("^[^.]{5,}[^.]$", text)
        );
    }

    private static async Task<(StackGraph Graph, string Text)> PreviewAsync(JsonObject settings)
    {
        using var companion = new Companion();
        var file = companion.Write(
            "Pulumi.qa.yaml",
            $$"""{"config": {"okta:orgName": "qa", "okta:baseUrl": "okta.com", "okta-spa:settings": {{settings.ToJsonString()}} } }"""
        );
        var json = await Companion.RunAsync("preview", file, "--format", "json");
        Assert.True(json.ExitCode == 0, json.Out);
        return (
            Assert.Single(GraphDocument.Parse(json.Out, "it").Stacks),
            (await Companion.RunAsync("preview", file)).Out
        );
    }

    private static string Declared(StackGraph graph) =>
        JsonSerializer.Serialize(
            new
            {
                graph.Resources,
                graph.Lookups,
                graph.Outputs,
            }
        );

    private static string Words(StackGraph graph) =>
        string.Join('\n', graph.Facts.Select(fact => $"{fact.Resource} {string.Join(" | ", fact.Words)}"));

    /// <summary>Values of the same kind that are others.</summary>
    private static IEnumerable<JsonNode?> Others(JsonNode? value)
    {
        switch (value)
        {
            case JsonArray list:
                yield return new JsonArray();
                yield return new JsonArray([.. list.Select(item => item?.DeepClone()), "x"]);
                for (var index = 0; index < list.Count; index++)
                {
                    foreach (var other in Others(list[index]))
                    {
                        var changed = (JsonArray)list.DeepClone();
                        changed[index] = other;
                        yield return changed;
                    }
                }
                break;
            case JsonObject map:
                foreach (var (key, item) in map)
                {
                    foreach (var other in Others(item))
                    {
                        var changed = (JsonObject)map.DeepClone();
                        changed[key] = other;
                        yield return changed;
                    }
                }
                yield return new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
                {
                    ["aNewKey"] = 1,
                };
                break;
            case JsonValue flag when flag.TryGetValue(out bool set):
                yield return !set;
                break;
            case JsonValue number when number.TryGetValue(out double amount):
                yield return amount + 1;
                break;
            default:
                yield return $"{value}x";
                break;
        }
    }

    private static string Application(string key, string value, string name = "storefront") =>
        name == "storefront"
            ? $$"""{ "applications": { "storefront": { "{{key}}": {{value}} } } }"""
            : $$"""{ "applications": { "{{name}}": { "{{key}}": {{value}}, "baseUris": ["https://shop.example.com"], "access": "everyone" } } }""";

    private static void Share(JsonObject settings, string key)
    {
        var application = (JsonObject)settings["applications"]!["storefront"]!;
        settings[Shared] = new JsonObject { [key] = application[key]!.DeepClone() };
        application.Remove(key);
    }

    private static void Merge(JsonObject target, JsonObject change)
    {
        foreach (var (key, value) in change)
        {
            if (target[key] is JsonObject inner && value is JsonObject more)
                Merge(inner, more);
            else
                target[key] = value?.DeepClone();
        }
    }

    private static JsonObject StackSchemaOf(string key) =>
        (JsonObject)
            JsonNode.Parse(OktaSpa.Cli.Stacks.StackSchema.Create("okta-spa"))!["properties"]!["config"]!["properties"]![
                key
            ]!;

    /// <summary>The keys of the settings, an application's with <c>*</c> for its name.</summary>
    private static IEnumerable<string> Keys(JsonNode? schema, string path)
    {
        if (schema is not JsonObject map)
            yield break;
        foreach (var (key, property) in map["properties"] as JsonObject ?? [])
        {
            var place = path.Length == 0 ? key : $"{path}.{key}";
            yield return place;
            foreach (var inner in Keys(property, place))
                yield return inner;
        }
        foreach (var inner in Keys(map["additionalProperties"], $"{path}.*"))
            yield return inner;
        foreach (var choice in map["anyOf"] as JsonArray ?? [])
        {
            foreach (var inner in Keys(choice, path))
                yield return inner;
        }
    }
}
