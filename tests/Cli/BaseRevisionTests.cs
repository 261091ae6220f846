using System.Security.Cryptography;
using CliWrap.Buffered;
using OktaSpa.Cli;
using OktaSpa.Cli.Git;

namespace OktaSpa.Tests.Cli;

public sealed class BaseRevisionTests : IDisposable
{
    private readonly string repository = Directory.CreateTempSubdirectory("okta-spa-repository-").FullName;

    [Theory]
    [InlineData("")]
    [InlineData("deploy/okta spa")]
    public async Task A_revision_is_previewed_by_its_own_program_and_leaves_nothing_behind(string within)
    {
        var project = await CommitAsync(
            within,
            """
            [ "$*" = "preview --format json" ] && echo "{\"stacks\":[],\"folder\":\"$(pwd)\"}"
            """
        );
        Write(within, "echo not this one");
        await GitAsync("add", "--all");
        Write(within, "echo nor this one");
        var untouched = Files();

        var json = await BaseRevision.PreviewAsync(project, "HEAD", TextWriter.Null, default);

        Assert.StartsWith("{\"stacks\":[],\"folder\":\"", json, StringComparison.Ordinal);
        var folder = json!.Split('"')[^2];
        Assert.Contains("okta-spa-base-", folder, StringComparison.Ordinal);
        Assert.EndsWith(within, folder, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder[..folder.LastIndexOf("/tree", StringComparison.Ordinal)]));
        Assert.Equal(untouched, Files());
    }

    [Fact]
    public async Task A_revision_without_the_program_has_no_preview()
    {
        _ = await CommitAsync("", "echo '{}'");

        Assert.Null(
            await BaseRevision.PreviewAsync(
                Directory.CreateDirectory(Path.Combine(repository, "new")).FullName,
                "HEAD",
                TextWriter.Null,
                default
            )
        );
    }

    [Fact]
    public async Task Problems_of_its_stacks_are_no_obstacle()
    {
        var project = await CommitAsync("", "echo '{\"stacks\":[],\"problems\":[]}'; exit 2");

        Assert.Equal(
            "{\"stacks\":[],\"problems\":[]}\n",
            await BaseRevision.PreviewAsync(project, "HEAD", TextWriter.Null, default)
        );
    }

    [Fact]
    public async Task What_takes_time_is_told_when_it_begins()
    {
        var gate = Path.Combine(repository, "gate");
        var project = await CommitAsync("", $"mkfifo {gate}; echo 'okta-spa: building…' >&2; cat {gate}; echo '{{}}'");
        using var log = new Shown("building");

        var preview = BaseRevision.PreviewAsync(project, "HEAD", TextWriter.Synchronized(log), default);
        await log.IsThere.WaitAsync(TimeSpan.FromMinutes(1));
        await File.WriteAllTextAsync(gate, "{}");

        Assert.StartsWith("{}", await preview, StringComparison.Ordinal);
        Assert.Equal("okta-spa: HEAD: building…", log.ToString().Trim());
    }

    [Theory]
    [InlineData("echo '{}'; echo 'the build failed' >&2; exit 1")]
    [InlineData("echo 'the build failed' >&2; exit 2")]
    public async Task A_program_that_fails_says_why_itself(string program)
    {
        var project = await CommitAsync("", program);
        using var log = new StringWriter();

        var told = await Assert.ThrowsAsync<UsageException>(() =>
            BaseRevision.PreviewAsync(project, "HEAD", log, default)
        );

        Assert.Equal("okta-spa: HEAD: the build failed", log.ToString().Trim());
        Assert.Equal("HEAD cannot be previewed; the reason stands above.", told.Message);
    }

    [Fact]
    public async Task A_revision_that_is_not_there_is_told()
    {
        var project = await CommitAsync("", "echo '{}'");

        var told = await Assert.ThrowsAsync<UsageException>(() =>
            BaseRevision.PreviewAsync(project, "--nowhere", TextWriter.Null, default)
        );

        Assert.Equal("git knows no revision --nowhere here. Fetch it first, or name another.", told.Message);
    }

    [Fact]
    public async Task A_folder_without_a_repository_is_told()
    {
        var told = await Assert.ThrowsAsync<UsageException>(() =>
            BaseRevision.PreviewAsync(repository, "HEAD", TextWriter.Null, default)
        );

        Assert.StartsWith(
            "git knows no revision HEAD here: fatal: not a git repository",
            told.Message,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => Directory.Delete(repository, recursive: true);

    /// <summary>Makes the repository with one commit, and gives the project's folder in it.</summary>
    private async Task<string> CommitAsync(string within, string program)
    {
        var project = Write(within, program);
        // Whoever publishes archives of the repository may leave things out there.
        await File.WriteAllTextAsync(Path.Combine(repository, ".gitattributes"), "* export-ignore\n");
        await GitAsync("init", "--quiet");
        await GitAsync("add", "--all");
        await GitAsync(
            "-c",
            "user.name=test",
            "-c",
            "user.email=test@example.com",
            "-c",
            "commit.gpgSign=false",
            "commit",
            "--quiet",
            "--no-verify",
            "--message",
            "base"
        );
        return project;
    }

    private string Write(string within, string program)
    {
        var project = Directory.CreateDirectory(Path.Combine(repository, within)).FullName;
        var path = Path.Combine(project, "okta-spa");
        File.WriteAllText(path, $"#!/bin/sh\n{program}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        return project;
    }

    private Task<BufferedCommandResult> GitAsync(params string[] arguments) =>
        CliWrap
            .Cli.Wrap("git")
            .WithArguments(arguments)
            .WithWorkingDirectory(repository)
            .WithEnvironmentVariables(variables =>
                variables.Set("GIT_DIR", null).Set("GIT_WORK_TREE", null).Set("GIT_INDEX_FILE", null)
            )
            .ExecuteBufferedAsync();

    private List<string> Files() =>
        [
            .. Directory
                .EnumerateFiles(repository, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path =>
                    $"{Path.GetRelativePath(repository, path)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}"
                ),
        ];
}
