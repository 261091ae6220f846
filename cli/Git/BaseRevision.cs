using System.ComponentModel;
using System.Text;
using CliWrap;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Git;

/// <summary>Another revision of the project, in a folder of its own.</summary>
internal static class BaseRevision
{
    /// <summary>
    /// Previews all stacks of a revision with the revision's own program. The repository is only read.
    /// </summary>
    /// <param name="root">The project's folder, anywhere in a git repository.</param>
    /// <param name="revision">A branch, tag or commit.</param>
    /// <param name="log">Is told what takes time there.</param>
    /// <param name="cancellation">Ends it as Ctrl-C does.</param>
    /// <returns>JSON, whether all its stacks are right or not; null where the revision has no such program
    /// here, or no stack.</returns>
    /// <exception cref="UsageException">git is missing or does not know the revision, or its program could not be built
    /// or run.</exception>
    public static async Task<string?> PreviewAsync(
        string root,
        string revision,
        TextWriter log,
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
            if (!File.Exists(program) || Project.IsEmpty(folder))
                return null;
            // It builds itself where nothing that was built before will do, and says so.
            var preview = await RunAsync(
                program,
                folder,
                null,
                ["preview", "--format", "json"],
                PipeTarget.ToDelegate(line => log.WriteLine($"okta-spa: {revision}: {Bare(line)}")),
                cancellation
            );
            return preview.ExitCode is ExitCode.Fine or ExitCode.Problems && preview.Output.StartsWith('{')
                ? preview.Output
                : throw new UsageException($"{revision} cannot be previewed; the reason stands above.");

            async Task<string> GitAsync(string otherwise, params string[] arguments)
            {
                var error = new StringBuilder();
                var (exitCode, output) = await RunAsync(
                    "git",
                    root,
                    index,
                    arguments,
                    PipeTarget.ToStringBuilder(error),
                    cancellation
                );
                // Of a revision that is not there git says nothing.
                return exitCode == 0
                    ? output.TrimEnd('\n')
                    : throw new UsageException(
                        $"{otherwise}{(error.Length == 0 ? ". Fetch it first, or name another." : $": {error.ToString().Trim()}")}"
                    );
            }
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    // The launcher's own lines begin like this program's.
    private static string Bare(string line) =>
        line.StartsWith("okta-spa: ", StringComparison.Ordinal) ? line["okta-spa: ".Length..] : line;

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string program,
        string folder,
        string? index,
        IEnumerable<string> arguments,
        PipeTarget error,
        CancellationToken cancellation
    )
    {
        var output = new StringBuilder();
        try
        {
            var result = await CliWrap
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
                )
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
                .WithStandardErrorPipe(error)
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellation);
            return (result.ExitCode, output.ToString());
        }
        catch (Win32Exception exception)
        {
            throw new UsageException($"{program} cannot be run: {exception.Message}.");
        }
    }
}
