using OktaSpa.Cli.Stacks;

namespace OktaSpa.Tests.Support;

/// <summary>The stack files at the root of the repository, which belong to whoever uses it.</summary>
internal static class StackFiles
{
    public static Project Project { get; } = Project.In(Repository.Root);

    public static IReadOnlyList<StackFile> All { get; } = Project.ReadAll();
}

/// <summary>A test of these stack files; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StackFileTheoryAttribute : TheoryAttribute
{
    public StackFileTheoryAttribute() =>
        Skip = StackFiles.All.Count == 0 ? "there is no stack file, Pulumi.<stack>.yaml, beside Pulumi.yaml" : null;
}
