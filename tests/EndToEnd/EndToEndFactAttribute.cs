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

/// <summary>A test with the real Pulumi CLI alone; skipped, with the reason, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PulumiTheoryAttribute : TheoryAttribute
{
    public PulumiTheoryAttribute() => Skip = Missing.Cli;
}

/// <summary>What these tests need and do not find.</summary>
internal static class Missing
{
    /// <summary>Null where all is there.</summary>
    public static string? Reason => Find(new());

    /// <summary>Null where the CLI is there.</summary>
    public static string? Cli =>
        IsOnPath("pulumi", new()) ? null : "pulumi is not on the PATH: https://www.pulumi.com/docs/install/";

    private static string? Find(Surroundings machine)
    {
        if (!machine.HasPackages)
            return "this is built against the stand-ins for Pulumi's packages";
        if (Cli is not null)
            return Cli;
        if (!IsOnPath("pulumi-language-dotnet", machine))
            return "pulumi-language-dotnet is not on the PATH; it comes with pulumi";
        return
            IsOnPath("pulumi-resource-okta", machine)
            || (
                Trial.Plugins(machine.Variables) is { } plugins
                && Directory.EnumerateDirectories(plugins, "resource-okta-v*").Any()
            )
            ? null
            : "the Okta provider is not installed: pulumi plugin install resource okta, in the version of the package Pulumi.Okta";
    }

    private static bool IsOnPath(string program, Surroundings machine) =>
        (machine.Variables.GetValueOrDefault("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder =>
                File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe"))
            );
}
