using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace OktaSpa.Cli.Git;

/// <summary>Another revision of the project, in a folder of its own.</summary>
internal static class BaseRevision
{
    /// <summary>What the program is built from.</summary>
    private static readonly string[] Sources =
    [
        "okta-spa",
        ".ci",
        "cli",
        "emulator",
        "infra",
        "offline-sdk",
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "global.json",
    ];

    /// <summary>
    /// Previews all stacks of a revision with the revision's own program. The repository is only read.
    /// </summary>
    /// <param name="root">The project's folder, anywhere in a git repository.</param>
    /// <param name="revision">A branch, tag or commit.</param>
    /// <param name="log">Is told where a program must be built first.</param>
    /// <param name="previewAsync">Previews a folder's stacks with the program that runs, which does for a revision that
    /// has the same; null: the revision's own is always taken.</param>
    /// <returns>JSON, whether all its stacks are right or not; null where the revision has no such program
    /// here.</returns>
    /// <exception cref="UsageException">git is missing or does not know the revision, or its program could not be built
    /// or run.</exception>
    /// <param name="cancellation">Ends it as Ctrl-C does.</param>
    public static async Task<string?> PreviewAsync(
        string root,
        string revision,
        TextWriter log,
        Func<string, Task<string>>? previewAsync,
        CancellationToken cancellation
    )
    {
        var temporary = Directory.CreateTempSubdirectory("okta-spa-base-").FullName;
        try
        {
            // An index of its own, so that the user's stays as it is. Unlike git archive this leaves nothing out
            // (export-ignore).
            var index = Path.Combine(temporary, "index");
            var commit = await GitAsync(
                $"git knows no revision {revision} here",
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                $"{revision}^{{commit}}"
            );
            var within = await GitAsync(
                $"git cannot tell where {root} lies in its repository",
                "rev-parse",
                "--show-prefix"
            );
            await GitAsync($"git cannot read {revision}", "-c", "core.splitIndex=false", "read-tree", commit);
            await GitAsync(
                $"git cannot check {revision} out",
                "checkout-index",
                "--all",
                $"--prefix={temporary}/tree/"
            );

            var folder = Path.Combine(temporary, "tree", within);
            var program = Path.Combine(folder, "okta-spa");
            if (!File.Exists(program))
                return null;
            if (previewAsync is not null && await IsSameAsync())
                return await previewAsync(folder);
            await log.WriteLineAsync($"okta-spa: {revision} has another program, which is built first…");
            var preview = await RunAsync(program, folder, null, ["preview", "--format", "json"], cancellation);
            return preview.ExitCode is ExitCode.Fine or ExitCode.Problems && preview.StandardOutput.StartsWith('{')
                ? preview.StandardOutput
                : throw new UsageException($"the base cannot be previewed: {preview.StandardError.Trim()}");

            // Whether what the program is built from is the same as in the working tree, new files there included.
            async Task<bool> IsSameAsync() =>
                (
                    await RunAsync("git", root, null, ["diff", "--quiet", commit, "--", .. Sources], cancellation)
                ).ExitCode == 0
                && (
                    await RunAsync(
                        "git",
                        root,
                        null,
                        ["ls-files", "--others", "--exclude-standard", "--", .. Sources],
                        cancellation
                    )
                )
                    .StandardOutput
                    .Length == 0;

            async Task<string> GitAsync(string otherwise, params string[] arguments)
            {
                var result = await RunAsync("git", root, index, arguments, cancellation);
                // Of a revision that is not there git says nothing.
                return result.ExitCode == 0
                    ? result.StandardOutput.TrimEnd('\n')
                    : throw new UsageException(
                        $"{otherwise}{(result.StandardError.Length == 0 ? ". Fetch it first, or name another." : $": {result.StandardError.Trim()}")}"
                    );
            }
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static async Task<BufferedCommandResult> RunAsync(
        string program,
        string folder,
        string? index,
        IEnumerable<string> arguments,
        CancellationToken cancellation
    )
    {
        try
        {
            return await CliWrap
                .Cli.Wrap(program)
                .WithArguments(arguments)
                .WithWorkingDirectory(folder)
                // git sets these for its hooks; they would point at the wrong repository.
                .WithEnvironmentVariables(variables =>
                    variables
                        .Set("GIT_DIR", null)
                        .Set("GIT_WORK_TREE", null)
                        .Set("GIT_INDEX_FILE", index)
                        .Set("GIT_OPTIONAL_LOCKS", "0")
                        // A program that runs once is not worth to be compiled ahead of time.
                        .Set("CI", "true")
                )
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellation);
        }
        catch (Win32Exception exception)
        {
            throw new UsageException($"{program} cannot be run: {exception.Message}.");
        }
    }
}
