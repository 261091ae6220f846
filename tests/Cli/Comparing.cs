using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Cli;

/// <summary>Makes previews of stack files and compares them.</summary>
internal static class Comparing
{
    /// <summary>
    /// A stack file with two applications, <c>shop</c> and <c>admin</c>; what stands in it may be replaced.
    /// </summary>
    public const string Base = """
        config:
          okta:orgName: example
          okta:baseUrl: okta.com
          okta-spa:settings:
            production: true
            applications:
              shop:
                label: Shop
                baseUris: [https://shop.example.com]
                authenticationPolicy: rst1
                access: { groups: [Engineering, Support] }
              admin:
                label: Admin
                baseUris: [https://admin.example.com]
                access: { groups: [Engineering] }

        """;

    /// <summary>As many applications more as are wanted, <c>app-0</c> and so on.</summary>
    public static string Many(int count, string more = "") =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(number =>
                    $"      app-{number}:\n        label: Application {number}\n        baseUris: [https://app-{number}.example.com]\n        access: everyone\n{more}"
                )
        );

    /// <summary>Compares a stack, <c>live</c>, before and after.</summary>
    public static async Task<CompanionRun> DiffAsync(string before, string after, params string[] arguments)
    {
        using var companion = new Companion();
        return await Companion.RunAsync([
            "diff",
            await PreviewAsync(companion, ("live", before)),
            await PreviewAsync(companion, ("live", after)),
            .. arguments,
        ]);
    }

    /// <summary>The path of a preview of stacks.</summary>
    public static Task<string> PreviewAsync(Companion companion, params (string Stack, string Yaml)[] stacks) =>
        PreviewFilesAsync(companion, [.. stacks.Select(stack => ($"Pulumi.{stack.Stack}.yaml", stack.Yaml))]);

    /// <summary>The path of a preview of stack files.</summary>
    public static async Task<string> PreviewFilesAsync(Companion companion, params (string Name, string Yaml)[] files)
    {
        var run = await Companion.RunAsync([
            "preview",
            "--format",
            "json",
            .. files.Select(file => companion.Write(file.Name, file.Yaml)),
        ]);
        Assert.InRange(run.ExitCode, 0, 2);
        return companion.Write(companion.NewName("preview.json"), run.Out);
    }

    /// <summary>The findings of a comparison in JSON: <c>caution access-widened shop: Contractors</c>.</summary>
    public static IEnumerable<string> Findings(CompanionRun run) =>
        ((JsonArray)JsonNode.Parse(run.Out)!["findings"]!).Select(finding =>
            $"{finding!["severity"]} {finding["rule"]} {finding["application"]}: {finding["about"]}".Trim()
        );
}
