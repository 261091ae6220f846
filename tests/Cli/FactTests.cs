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
    // What is there before, and what changes it: a key without a row here is one that nobody would see.
    private static readonly Dictionary<string, (string Before, string After)> Changes = Rows()
        .ToDictionary(row => row.Setting, row => (row.Before, row.After), StringComparer.Ordinal);

    // How risks are judged, which declares nothing.
    private static readonly string[] Exceptions = ["acceptedRisks", "applications.*.acceptedRisks"];

    // What applications share is what each of them may say.
    private const string Shared = "defaults";

    public static TheoryData<string> Settings =>
        [
            .. Keys(StackSchemaOf("okta-spa:settings"), "")
                .Where(key =>
                    key != Shared && !Exceptions.Any(exception => key.StartsWith(exception, StringComparison.Ordinal))
                )
                .Distinct()
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
        Merge(settings, (JsonObject)JsonNode.Parse(change.Before)!);
        var changed = (JsonObject)settings.DeepClone();
        Merge(changed, (JsonObject)JsonNode.Parse(change.After)!);
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
                    ResourceFacts.Tell(application).SelectMany(told => told.Words),
                    words =>
                        words
                            .ToString()
                            .StartsWith(
                                "public client: no secret, authorization code with PKCE",
                                StringComparison.Ordinal
                            )
                )
        );
    }

    [Fact]
    public async Task Of_the_least_settings_exactly_this_is_told()
    {
        var (graph, _) = await PreviewAsync(Config.Settings());

        Assert.Equal(
            [
                "label: \"Storefront\"",
                "client: public client: no secret, authorization code with PKCE",
                "refresh-tokens: rotated, grace period 30 s",
                "access: everyone in the organization",
                "redirect-uris: https://app.example.com/login/callback",
                "sign-out: https://app.example.com",
                "front-end: issuer https://qa.okta.com|clientId ${storefront.clientId}|scopes openid profile email offline_access",
            ],
            graph.Facts.Select(fact => $"{fact.Fact}: {string.Join('|', fact.Words)}")
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
                // An empty list is not sent, as one that is not there.
                foreach (var other in Others(value).Concat(value is JsonArray { Count: 0 } ? [] : [null]))
                {
                    resource.Inputs[input] = other;
                    Assert.True(told != Words(graph), $"{resource.Key}: {input} = {other?.ToJsonString()}");
                }
                resource.Inputs.Remove(input);
                Assert.True(told != Words(graph) || value is JsonArray { Count: 0 }, $"{resource.Key} without {input}");
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
                if (list.Count > 0)
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

    private static IEnumerable<(string Setting, string Before, string After)> Rows()
    {
        yield return Stack("production", "true");
        yield return Stack("customDomain", "\"login.example.com\"");
        yield return Stack("trustedOriginsManagedElsewhere", """["https://app.example.com"]""");
        yield return Stack(
            "applications",
            """{ "shop": { "label": "Shop", "baseUris": ["https://shop.example.com"], "access": "everyone" } }"""
        );
        yield return Stack("groups", """{ "Shoppers": {} }""");
        yield return Group("description", "\"May shop\"");
        yield return Group("rule", "\"user.department == 'Sales'\"");
        yield return Group("formerly", "\"Buyers\"");

        yield return Application("formerly", "\"shop\"");
        yield return Application("label", "\"Shop\"");
        yield return Application("clientId", "\"storefront-dev\"");
        yield return Application("baseUris", """["https://other.example.com"]""");
        yield return Application("trustedOrigins", "[]");
        yield return Application("trustedOrigins", """["https://app.example.com"]""", part: "[].origin", before: "[]");
        yield return Application(
            "trustedOrigins",
            """[{ "origin": "https://app.example.com", "scopes": ["cors"] }]""",
            part: "[].scopes"
        );
        yield return Application("signInRedirectUris", """["https://app.example.com/cb"]""");
        yield return Application("foreignRedirectUris", """["https://oauth.pstmn.io/v1/callback"]""");
        yield return Application("signOutRedirectUris", "[]");
        yield return Application("initiateLoginUri", "\"https://app.example.com/login\"");
        foreach (var part in new[] { "", ".web", ".ios" })
            yield return Application(
                "tile",
                part.Length == 0 ? "true" : $$"""{ "{{part[1..]}}": true }""",
                part,
                "false, \"initiateLoginUri\": \"https://app.example.com/login\""
            );
        yield return Application("wildcardRedirect", """true, "signInRedirectUris": ["https://*.example.com/cb"]""");
        yield return Application("access", """{ "groups": ["Sales"] }""");
        yield return Application("access", """{ "groups": ["Marketing"] }""", ".groups", """{ "groups": ["Sales"] }""");
        yield return Application("refreshToken", "\"none\"");
        yield return Application("refreshToken", """{ "rotation": "persistent" }""", ".rotation");
        yield return Application("refreshToken", """{ "gracePeriodSeconds": 0 }""", ".gracePeriodSeconds");
        yield return Application("consent", "\"required\"");
        yield return Application("embeddedSignIn", "true");
        yield return Application("issuerMode", "\"dynamic\"");
        yield return Application("tokenNetworkZones", """{ "allow": ["nzo1"] }""");
        yield return Application(
            "tokenNetworkZones",
            """{ "allow": ["nzo1"] }""",
            ".allow",
            """{ "block": ["nzo1"] }"""
        );
        yield return Application("tokenNetworkZones", """{ "block": ["nzo1"] }""", ".block");
        yield return Application("tokenPolicy", "{}", before: "\"none\", \"issuer\": \"default\"");
        (string, int)[] lifetimes =
        [
            ("accessTokenMinutes", 100),
            ("refreshTokenMinutes", 20_000),
            ("refreshTokenIdleMinutes", 900),
        ];
        foreach (var (lifetime, minutes) in lifetimes)
            yield return Application(
                "tokenPolicy",
                $$"""{ "{{lifetime}}": {{minutes}} }""",
                $".{lifetime}",
                """{}, "issuer": "default" """
            );
        yield return Application("authenticationPolicy", "\"rst1\"");
        yield return Application("issuer", "\"default\"");
        yield return Application("scopes", """["openid"]""");
        yield return Application("okta", """{ "enduserNote": "x" }""");
        foreach (
            var uri in new[]
            {
                "logoUri",
                "clientUri",
                "tosUri",
                "policyUri",
                "accessibilityErrorRedirectUrl",
                "accessibilityLoginRedirectUrl",
            }
        )
            yield return Okta(uri, "\"https://www.example.com/x\"");
        foreach (var flag in new[] { "autoKeyRotation", "autoSubmitToolbar", "accessibilitySelfService" })
            yield return Okta(flag, "false");
        foreach (var json in new[] { "profile", "appLinksJson" })
            yield return Okta(json, "\"{}\"");
        yield return Okta("enduserNote", "\"x\"");
        yield return Okta("status", "\"INACTIVE\"");
        yield return Okta("userNameTemplate", "\"${source.email}\"");
        yield return Okta("userNameTemplateType", "\"CUSTOM\"");
        yield return Okta("userNameTemplateSuffix", "\"x\"");
        yield return Okta("userNameTemplatePushStatus", "\"PUSH\"");
    }

    private static (string, string, string) Stack(string key, string after) =>
        (key, "{}", $$"""{ "{{key}}": {{after}} }""");

    private static (string, string, string) Group(string key, string after) =>
        (
            $"groups.*.{key}",
            """{ "groups": { "Shoppers": {} } }""",
            $$"""{ "groups": { "Shoppers": { "{{key}}": {{after}} } } }"""
        );

    private static (string, string, string) Okta(string key, string after) =>
        Application("okta", $$"""{ "{{key}}": {{after}} }""", $".{key}", "{}");

    private static (string, string, string) Application(
        string key,
        string after,
        string part = "",
        string? before = null
    )
    {
        return ($"applications.*.{key}{part}", before is null ? "{}" : Of(before), Of(after));

        string Of(string value) => $$"""{ "applications": { "storefront": { "{{key}}": {{value}} } } }""";
    }

    private static void Share(JsonObject settings, string key)
    {
        var application = (JsonObject)settings["applications"]!["storefront"]!;
        settings[Shared] = new JsonObject { [key] = application[key]!.DeepClone() };
        application.Remove(key);
    }

    // Down to an application or a group, whose keys are replaced as a whole.
    private static void Merge(JsonObject target, JsonObject change, int depth = 0)
    {
        foreach (var (key, value) in change)
        {
            if (depth < 2 && target[key] is JsonObject inner && value is JsonObject more)
                Merge(inner, more, depth + 1);
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
        foreach (var inner in Keys(map["items"], $"{path}[]"))
            yield return inner;
        foreach (var choice in map["anyOf"] as JsonArray ?? [])
        {
            foreach (var inner in Keys(choice, path))
                yield return inner;
        }
    }
}
