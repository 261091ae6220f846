using System.Text.Json.Nodes;
using FsCheck.Xunit;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests;

/// <summary>What holds for the declaration of any right settings.</summary>
[Properties(Arbitrary = [typeof(Generated)], MaxTest = 60)]
public sealed class GeneratedStacksTests
{
    [Property]
    public async Task The_same_settings_declare_the_same(RightSettings settings)
    {
        Assert.Equal(await DeclaredAsync(settings.Json), await DeclaredAsync(settings.Json));
    }

    [Property]
    public async Task The_order_of_applications_and_of_lists_changes_nothing(RightSettings settings)
    {
        Assert.Equal(await DeclaredAsync(settings.Json), await DeclaredAsync((JsonObject)Reversed(settings.Json)!));
    }

    [Property]
    public async Task Removing_an_application_removes_only_what_is_its_own(RightSettings settings)
    {
        var fewer = (JsonObject)settings.Json.DeepClone();
        var applications = (JsonObject)fewer["applications"]!;
        var gone = applications.First().Key;
        applications.Remove(gone);
        // Without any application there is no stack.
        if (applications.Count == 0)
            return;

        var (before, after) = (await DeclaredAsync(settings.Json), await DeclaredAsync(fewer));

        Assert.Subset(before.ToHashSet(), after.ToHashSet());
        Assert.All(
            before.Except(after),
            resource =>
                Assert.True(
                    resource.Contains($"::{gone} ", StringComparison.Ordinal)
                        || resource.Contains($"::{gone}-access ", StringComparison.Ordinal)
                        || resource.Contains($"::{gone}-tokens ", StringComparison.Ordinal)
                        || resource.Contains(PulumiHarness.Origin, StringComparison.Ordinal),
                    resource
                )
        );
    }

    [Property]
    public async Task No_two_resources_have_the_same_type_and_name_and_no_two_origins_the_same_name_in_Okta(
        RightSettings settings
    )
    {
        var run = await RunAsync(settings.Json);

        Assert.Distinct(run.Resources.Select(resource => resource.ToString()));
        Assert.Distinct(run.Origins.Select(origin => (string)origin.Inputs["name"]));
    }

    [Property]
    public async Task Every_application_is_a_public_client_assigned_to_somebody(RightSettings settings)
    {
        var run = await RunAsync(settings.Json);

        foreach (var name in ((JsonObject)settings.Json["applications"]!).Select(pair => pair.Key))
        {
            var app = run.App(name);
            Assert.Equal("browser", app.Inputs["type"]);
            Assert.Equal("none", app.Inputs["tokenEndpointAuthMethod"]);
            Assert.Equal(true, app.Inputs["pkceRequired"]);
            Assert.DoesNotContain("implicit", Wire.Of(app.Inputs["grantTypes"]), StringComparison.Ordinal);
            Assert.NotEqual("[]", Wire.Of(run.Access(name).Inputs["groups"]));
            Assert.Equal($"{name}-id", run.Access(name).Inputs["appId"]);
        }
    }

    private static async Task<List<string>> DeclaredAsync(JsonObject settings) =>
        [.. (await RunAsync(settings)).Resources.Select(resource => $"{resource.Urn} {Wire.Of(resource.Inputs)}")];

    private static Task<ProgramRun> RunAsync(JsonObject settings) => new PulumiHarness().RunAsync(Config.Of(settings));

    private static JsonNode? Reversed(JsonNode? node) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.Reverse().Select(pair => KeyValuePair.Create(pair.Key, Reversed(pair.Value)))
            ),
            JsonArray list => new JsonArray([.. list.Reverse().Select(Reversed)]),
            _ => node?.DeepClone(),
        };
}
