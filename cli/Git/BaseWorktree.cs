using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Git;

/// <summary>Another revision of the project in a worktree of its own, gone again whatever happens.</summary>
internal sealed class BaseWorktree : IAsyncDisposable
{
    private readonly string repository;
    private readonly string folder;

    private BaseWorktree(string repository, string folder)
    {
        this.repository = repository;
        this.folder = folder;
    }

    /// <summary>Checks a revision out below the temporary folder.</summary>
    /// <param name="root">The project's folder, in a git repository.</param>
    /// <param name="revision">A branch, tag or commit.</param>
    /// <exception cref="UsageException">git is missing, or does not know the revision.</exception>
    public static async Task<BaseWorktree> CreateAsync(string root, string revision, CancellationToken cancellation)
    {
        var commit = await GitAsync(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"], cancellation);
        if (commit.ExitCode != 0)
            throw new UsageException($"git knows no revision {revision} here. Fetch it first, or name another.");
        var worktree = new BaseWorktree(root, Path.Combine(Directory.CreateTempSubdirectory("okta-spa-base-").FullName, "project"));
        try
        {
            var added = await GitAsync(root, ["worktree", "add", "--detach", worktree.folder, commit.StandardOutput.Trim()], cancellation);
            return added.ExitCode == 0 ? worktree : throw new UsageException($"git cannot check {revision} out: {added.StandardError.Trim()}");
        }
        catch
        {
            await worktree.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the revision has this program, so that it can be previewed.</summary>
    public bool HasProgram => File.Exists(Program);

    private string Program => Path.Combine(folder, "okta-spa");

    /// <summary>What the revision's own program prints as JSON, whether all its stacks are right or not.</summary>
    /// <exception cref="UsageException">It could not be built or run.</exception>
    public async Task<string> PreviewAsync(CancellationToken cancellation)
    {
        var preview = await RunAsync(Program, folder, ["preview", "--format", "json"], cancellation);
        return preview.ExitCode is ExitCode.Fine or ExitCode.Problems && preview.StandardOutput.StartsWith('{')
            ? preview.StandardOutput
            : throw new UsageException($"the base cannot be previewed: {preview.StandardError.Trim()}");
    }

    public async ValueTask DisposeAsync()
    {
        await GitAsync(repository, ["worktree", "remove", "--force", folder], CancellationToken.None);
        var parent = Path.GetDirectoryName(folder)!;
        if (Directory.Exists(parent))
            Directory.Delete(parent, recursive: true);
        await GitAsync(repository, ["worktree", "prune"], CancellationToken.None);
    }

    private static Task<BufferedCommandResult> GitAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellation) =>
        RunAsync("git", folder, arguments, cancellation);

    private static async Task<BufferedCommandResult> RunAsync(string program, string folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        try
        {
            return await CliWrap.Cli.Wrap(program)
                .WithArguments(arguments)
                .WithWorkingDirectory(folder)
                // git sets these for its hooks; they would point at the wrong repository.
                .WithEnvironmentVariables(variables => variables.Set("GIT_DIR", null).Set("GIT_WORK_TREE", null).Set("GIT_INDEX_FILE", null))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellation);
        }
        catch (Win32Exception exception)
        {
            throw new UsageException($"{program} cannot be run: {exception.Message}.");
        }
    }
}
