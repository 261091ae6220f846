using OktaSpa.Cli.Engine;

namespace OktaSpa.Tests.EndToEnd;

/// <summary>
/// A test with the real Pulumi CLI, packages and Okta provider; skipped, with the reason, where one of them is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EndToEndFactAttribute : FactAttribute
{
    public EndToEndFactAttribute() => Skip = Missing.Reason;
}

/// <summary>The same for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EndToEndTheoryAttribute : TheoryAttribute
{
    public EndToEndTheoryAttribute() => Skip = Missing.Reason;
}

/// <summary>What these tests need and do not find.</summary>
internal static class Missing
{
    /// <summary>Null where all is there.</summary>
    public static string? Reason { get; } = Find(new());

    private static string? Find(Surroundings machine)
    {
        if (!machine.HasPackages)
            return "this is built against the stand-ins for Pulumi's packages";
        var path = (machine.Variables.GetValueOrDefault("PATH") ?? "").Split(Path.PathSeparator);
        if (!IsOnPath("pulumi"))
            return "pulumi is not on the PATH: https://www.pulumi.com/docs/install/";
        if (!IsOnPath("pulumi-language-dotnet"))
            return "pulumi-language-dotnet is not on the PATH; it comes with pulumi";
        return
            IsOnPath("pulumi-resource-okta")
            || (
                Trial.Plugins(machine.Variables) is { } plugins
                && Directory.EnumerateDirectories(plugins, "resource-okta-v*").Any()
            )
            ? null
            : "the Okta provider is not installed: pulumi plugin install resource okta, in the version of the package Pulumi.Okta";

        bool IsOnPath(string program) =>
            path.Any(folder =>
                File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe"))
            );
    }
}
