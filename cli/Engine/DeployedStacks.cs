using System.Text.Json;
using System.Text.Json.Nodes;

namespace OktaSpa.Cli.Engine;

/// <summary>A stack in Pulumi's backend.</summary>
/// <param name="FullName">As the backend lists it, and takes it: <c>pr-12</c>, <c>org/pr-12</c> or
/// <c>org/project/pr-12</c>.</param>
/// <param name="Name">Without organization and project.</param>
/// <param name="Resources">How many it has; null where the backend does not tell.</param>
/// <param name="IsUpdating">Whether an update is running; backends that do not tell refuse a second one
/// themselves.</param>
internal sealed record DeployedStack(string FullName, string Name, int? Resources, bool IsUpdating);

/// <summary>The stacks of this project in the current backend.</summary>
internal static class DeployedStacks
{
    // What backends without organizations call the one that they have.
    private const string NoOrganization = "organization";

    private static readonly JsonSerializerOptions Listing = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Lists the project's stacks: of the default organization, or of the one that is named.</summary>
    /// <exception cref="EngineException"><c>pulumi</c> cannot list them.</exception>
    public static async Task<IReadOnlyList<DeployedStack>> ListAsync(
        PulumiCli pulumi,
        string project,
        string? organization = null
    )
    {
        string[] only = organization is null ? [] : ["--organization", organization];
        var answer = await pulumi.ReadAsync(["stack", "ls", "--json", .. only]);
        try
        {
            return
            [
                .. from given in JsonSerializer.Deserialize<List<Listed?>>(answer, Listing) ?? throw new JsonException()
                let entry = given ?? throw new JsonException()
                let parts = entry.Name.Split('/')
                where IsOurs(parts, project, organization)
                orderby parts[^1].Length, parts[^1]
                select new DeployedStack(entry.Name, parts[^1], entry.ResourceCount, entry.UpdateInProgress == true),
            ];
        }
        catch (JsonException)
        {
            throw new EngineException("pulumi stack ls --json did not answer a list of stacks.");
        }
    }

    /// <summary>The outputs of a stack.</summary>
    /// <exception cref="UsageException">There is no such stack.</exception>
    /// <exception cref="EngineException"><c>pulumi</c> cannot show them.</exception>
    public static async Task<JsonObject> OutputsAsync(PulumiCli pulumi, string project, string stack)
    {
        try
        {
            return JsonNode.Parse(await pulumi.ReadAsync("stack", "output", "--json", "--stack", stack)) as JsonObject
                ?? [];
        }
        catch (EngineException exception) when (exception.ExitCode == PulumiCli.StackNotFound)
        {
            var there = (await ListAsync(pulumi, project)).Select(other => other.FullName).ToList();
            throw UsageException.Missing($"There is no stack {stack} of {project} in Pulumi's backend.", stack, there);
        }
        catch (JsonException)
        {
            throw new EngineException("pulumi stack output --json did not answer JSON.");
        }
    }

    // An entry of `pulumi stack ls --json`.
    private sealed record Listed(string Name, int? ResourceCount = null, bool? UpdateInProgress = null);

    // A listing may hold what other projects and organizations have: one that is not certainly ours is not.
    private static bool IsOurs(string[] parts, string project, string? organization) =>
        parts switch
        {
            [_] => true,
            [var owner, _] => owner == organization,
            [var owner, var its, _] => its == project && owner == (organization ?? NoOrganization),
            _ => false,
        };
}
