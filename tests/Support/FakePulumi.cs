namespace OktaSpa.Tests.Support;

/// <summary>A program <c>pulumi</c> that notes how it is called and does as a test says.</summary>
internal sealed class FakePulumi : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("okta-spa-pulumi-");

    /// <param name="behavior">Shell commands: <c>$command</c> is what was asked, <c>$here</c> a folder of its
    /// own.</param>
    public FakePulumi(string behavior)
    {
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, "behavior"), behavior);
        // A link, since a program that was just written may still be open for writing in a process that another test is
        // starting.
        File.CreateSymbolicLink(Path, System.IO.Path.Combine(AppContext.BaseDirectory, "Support", "pulumi"));
    }

    public string Path => System.IO.Path.Combine(folder.FullName, "pulumi");

    /// <summary>The command lines, in order, without what is given to each.</summary>
    public IReadOnlyList<string> Calls => File.Exists(CallsPath) ? File.ReadAllLines(CallsPath) : [];

    /// <summary>What the behavior has written into a file beside the link.</summary>
    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(folder.FullName, file));

    private string CallsPath => System.IO.Path.Combine(folder.FullName, "calls");

    public void Dispose() => folder.Delete(recursive: true);
}
