namespace OktaSpa.Tests.Cli;

/// <summary>Files in the place of stack files that cannot be read, or that nobody should have to read.</summary>
public sealed class FileTextTests : IDisposable
{
    private readonly Companion companion = new();

    public void Dispose() => companion.Dispose();

    [Fact]
    public async Task A_link_to_nothing_is_told_since_Pulumi_reads_an_empty_file_there()
    {
        File.CreateSymbolicLink(companion.PathOf("Pulumi.dev.yaml"), "nowhere");

        foreach (var name in new[] { "dev", companion.PathOf("Pulumi.dev.yaml") })
            Assert.Equal(
                $"{companion.Shown("Pulumi.dev.yaml")}:1:1: problem unreadable-file this is a link to \"nowhere\", which is not there: Pulumi would read an empty file. Point it at a file, or remove it.\n",
                await CheckAsync(name)
            );
    }

    [Fact]
    public async Task A_link_to_a_file_is_that_file()
    {
        companion.Write("shared.yaml", Companion.Right);
        File.CreateSymbolicLink(companion.PathOf("Pulumi.dev.yaml"), "shared.yaml");

        Assert.Equal("", await CheckAsync());
    }

    [Fact]
    public async Task Links_in_a_circle_are_told()
    {
        File.CreateSymbolicLink(companion.PathOf("Pulumi.dev.yaml"), "Pulumi.qa.yaml");
        File.CreateSymbolicLink(companion.PathOf("Pulumi.qa.yaml"), "Pulumi.dev.yaml");

        Assert.Equal(
            2,
            (await CheckAsync())
                .TrimEnd()
                .Split('\n')
                .Count(line => line.Contains("unreadable-file", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_folder_is_told()
    {
        Directory.CreateDirectory(companion.PathOf("Pulumi.dev.yaml"));

        Assert.StartsWith(
            $"{companion.Shown("Pulumi.dev.yaml")}:1:1: problem unreadable-file this is a folder, not a file.",
            await CheckAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(1024 * 1024, null)]
    [InlineData(1024 * 1024 + 1, "unreadable-file this file has more than 1024 KiB.")]
    public async Task A_file_is_not_read_without_end(int length, string? told)
    {
        companion.Write("Pulumi.dev.yaml", $"{Companion.Right}#".PadRight(length, 'x'));

        var said = await CheckAsync();

        Assert.Equal(told is not null, said.Length > 0);
        Assert.Contains(told ?? "", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_never_ends_is_not_read_without_end()
    {
        if (!File.Exists("/dev/zero"))
            return;
        File.CreateSymbolicLink(companion.PathOf("Pulumi.dev.yaml"), "/dev/zero");

        Assert.Contains("more than 1024 KiB", await CheckAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    public async Task Depth_without_end_is_refused_at_its_place(string open, string close)
    {
        companion.Write(
            "Pulumi.dev.yaml",
            $"config:\n  okta-spa:settings:\n    {string.Concat(Enumerable.Repeat(open, 100_000))}{string.Concat(Enumerable.Repeat(close, 100_000))}\n"
        );

        Assert.Contains("Pulumi.dev.yaml:3:", await CheckAsync(), StringComparison.Ordinal);
    }

    private async Task<string> CheckAsync(params string[] names) =>
        (await companion.RunHereAsync(["check", "--format", "line", .. names])).Out;
}
