using OktaSpa.Cli;
using OktaSpa.Cli.Engine;

namespace OktaSpa.Tests.Cli;

/// <summary>What a run of the companion did.</summary>
internal sealed record CompanionRun(int ExitCode, string Out, string Error);

/// <summary>Runs the companion as its user does, and makes files for it.</summary>
internal sealed class Companion : IDisposable
{
    private int files;
    private readonly string folder = Directory.CreateTempSubdirectory("okta-spa-tests-").FullName;

    /// <summary>
    /// A stack file with the least settings and one application, <c>storefront</c>; what stands below it may be
    /// replaced.
    /// </summary>
    public const string Right = """
        config:
          okta:orgName: dev-00000000
          okta:baseUrl: okta.com
          okta-spa:settings:
            production: false
            applications:
              storefront:
                label: Storefront
                baseUris:
                  - https://app.example.com
                access: everyone

        """;

    public static Task<CompanionRun> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    /// <param name="arguments">The command line.</param>
    /// <param name="input">What is on standard input.</param>
    /// <param name="pulumi">The path of the program <c>pulumi</c>.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static async Task<CompanionRun> RunAsync(
        string[] arguments,
        string input,
        string pulumi = "no-pulumi-in-tests",
        CancellationToken cancellation = default
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var exitCode = await CommandLine.RunAsync(
            arguments,
            new Terminal(output, error, In: reader),
            new Surroundings { Pulumi = pulumi },
            cancellation
        );
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A file name that was not given before.</summary>
    public string NewName(string name) => $"{++files}-{name}";

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>A writer that tells when a text has been written.</summary>
internal sealed class Shown(string text) : StringWriter
{
    private readonly TaskCompletionSource isThere = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task IsThere => isThere.Task;

    // The asynchronous one comes here, too.
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.Contains(text, StringComparison.Ordinal) == true)
            isThere.TrySetResult();
    }
}
