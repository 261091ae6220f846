namespace OktaSpa.Tests.Support;

/// <summary>The repository that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Around(new(AppContext.BaseDirectory));

    private static string Around(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "okta-spa.slnx"))
            ? folder.FullName
            : Around(folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository."));
}
