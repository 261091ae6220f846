using System.ComponentModel;
using System.Text;
using CliWrap;

namespace OktaSpa.Cli.Engine;

/// <summary>The program <c>pulumi</c>, asked without questions back.</summary>
/// <param name="program">Its name or path.</param>
/// <param name="folder">The folder of the Pulumi.yaml that it works on.</param>
/// <param name="environment">Variables that differ from this process's own; null takes one away.</param>
internal sealed class PulumiCli(string program, string folder, IReadOnlyDictionary<string, string?>? environment = null)
{
    /// <summary>The exit code that says that there is no such stack (a stable contract of the CLI).</summary>
    public const int StackNotFound = 6;

    /// <summary>What a command prints.</summary>
    /// <exception cref="EngineException">It failed, or there is no <c>pulumi</c>.</exception>
    public async Task<string> ReadAsync(params string[] arguments)
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var exitCode = await ExecuteAsync(
            arguments,
            PipeTarget.ToStringBuilder(output),
            PipeTarget.ToStringBuilder(error)
        );
        return exitCode == 0
            ? output.ToString()
            : throw new EngineException(
                $"pulumi {string.Join(' ', arguments)} failed:\n{error.ToString().Trim()}",
                exitCode
            );
    }

    /// <summary>Runs a command that itself shows what it does.</summary>
    /// <param name="log">Takes all that it prints.</param>
    /// <returns>Null where it did what it was asked for; else all that it printed.</returns>
    /// <exception cref="EngineException">There is no <c>pulumi</c>.</exception>
    /// <param name="arguments">Of <c>pulumi</c>.</param>
    public async Task<string?> RunAsync(TextWriter log, params string[] arguments)
    {
        var said = new StringBuilder();
        // Both streams at once.
        var target = PipeTarget.ToDelegate(line =>
        {
            lock (said)
            {
                log.WriteLine(line);
                said.AppendLine(line);
            }
        });
        return await ExecuteAsync(arguments, target, target) == 0 ? null : said.ToString();
    }

    // Nothing here ends a running pulumi: Ctrl-C reaches it by itself, and another signal would make it stop half-way.
    private async Task<int> ExecuteAsync(string[] arguments, PipeTarget output, PipeTarget error)
    {
        try
        {
            var result = await CliWrap
                .Cli.Wrap(program)
                .WithArguments([.. arguments, "--non-interactive", "--color", "never"])
                .WithWorkingDirectory(folder)
                .WithEnvironmentVariables(environment ?? new Dictionary<string, string?>())
                .WithStandardOutputPipe(output)
                .WithStandardErrorPipe(error)
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync();
            return result.ExitCode;
        }
        catch (Win32Exception)
        {
            throw new EngineException(
                "pulumi is not on the PATH. Get it from https://www.pulumi.com/docs/install/, and run this again."
            );
        }
    }
}
