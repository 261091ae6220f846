using System.Text.Json.Nodes;
using OktaSpa.Settings;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests;

/// <summary>
/// Single-page applications as organizations have them (names and hosts are made up), said as whole as settings can;
/// what is left out stands beside each, with its reason.
/// </summary>
public sealed class ApplicationsTests
{
    private static readonly JsonArray Applications = (JsonArray)
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/Fixtures/applications.json")))!;

    public static TheoryData<int> Numbers => new(Enumerable.Range(0, Applications.Count));

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task An_application_is_declared_as_its_organization_has_it(int number)
    {
        var entry = Applications[number]!;
        var settings = new JsonObject
        {
            ["production"] = false,
            ["groups"] = entry["groups"]?.DeepClone() ?? new JsonObject(),
            ["applications"] = new JsonObject { ["spa"] = entry["application"]!.DeepClone() },
        };

        var run = await new PulumiHarness().RunAsync(Config.Of(settings));

        var inputs = (JsonObject)JsonNode.Parse(Wire.Of(run.App("spa").Inputs))!;
        Assert.All(
            (JsonObject)entry["describes"]!,
            described => Assert.Equal(described.Value!.ToJsonString(), inputs[described.Key]?.ToJsonString())
        );
        Assert.Equal(Assigned(entry), AssignedIds(run));
        Assert.Equal(
            ((JsonObject)entry["origins"]!).Select(origin => $"{origin.Key} {origin.Value!.ToJsonString()}"),
            run.Origins.Select(origin => $"{origin.Name} {Wire.Of(origin.Inputs["scopes"])}")
        );
        Assert.Subset(
            run.Resources.Select(resource => resource.ToString()).ToHashSet(),
            (entry["others"] as JsonArray ?? []).Select(other => (string)other!).ToHashSet()
        );
        Assert.All(
            entry["leftOut"] as JsonArray ?? [],
            reason => Assert.Contains(": ", (string)reason!, StringComparison.Ordinal)
        );
    }

    // A group that the stack declares has the id that the harness gives resources, another one that of the
    // organization.
    private static IEnumerable<string> Assigned(JsonNode entry)
    {
        var declared = entry["groups"] as JsonObject ?? [];
        return entry["assigned"] switch
        {
            JsonArray groups => groups.Select(group => IdOf((string)group!)).Order(StringComparer.Ordinal),
            var who when (string)who! == "everyone" => [PulumiHarness.EveryoneId],
            _ => [],
        };

        string IdOf(string group) =>
            declared.ContainsKey(group) ? PulumiHarness.IdOf(group)
            : new GroupReference(group).IsId ? group
            : PulumiHarness.GroupIdOf(group);
    }

    private static IEnumerable<string> AssignedIds(ProgramRun run) =>
        run
            .Resources.Where(resource => resource.Type == PulumiHarness.Access)
            .SelectMany(access => (JsonArray)JsonNode.Parse(Wire.Of(access.Inputs["groups"]))!)
            .Select(group => (string)group!["id"]!)
            .Order(StringComparer.Ordinal);
}
