using OktaSpa.Cli;
using OktaSpa.Cli.Engine;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Tests.Cli;

/// <summary>What a run of the companion did.</summary>
internal sealed record CompanionRun(int ExitCode, string Out, string Error);

/// <summary>Runs the companion as its user does, and makes files for it.</summary>
internal sealed class Companion : IDisposable
{
    private static readonly string[] ProjectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

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

    /// <summary>Reads a stack file of the project okta-spa.</summary>
    public static StackFile Read(string text, string stack = "dev") =>
        StackFile.Read(ProjectFile.Named("okta-spa"), text, $"Pulumi.{stack}.yaml", stack);

    public static Task<CompanionRun> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    /// <param name="arguments">The command line.</param>
    /// <param name="input">What is on standard input.</param>
    /// <param name="pulumi">The path of the program <c>pulumi</c>.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static Task<CompanionRun> RunAsync(
        string[] arguments,
        string input,
        string pulumi = "no-pulumi-in-tests",
        CancellationToken cancellation = default
    ) => RunAsync(arguments, new Surroundings { Pulumi = pulumi, Variables = Variables() }, input, cancellation);

    /// <summary>Runs in the project of this companion's own files.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">What is on standard input.</param>
    /// <param name="variables">Environment variables.</param>
    public Task<CompanionRun> RunHereAsync(
        string[] arguments,
        string input = "",
        params (string Name, string Value)[] variables
    ) =>
        RunAsync(
            arguments,
            new Surroundings
            {
                Pulumi = "no-pulumi-in-tests",
                Variables = Variables(variables),
                FindProject = _ => Project,
            },
            input,
            default
        );

    /// <summary>The project whose folder is the one of this companion's files.</summary>
    public Project Project
    {
        get
        {
            if (!ProjectFiles.Select(PathOf).Any(File.Exists))
                Write("Pulumi.yaml", "name: okta-spa\nruntime: dotnet\n");
            return Project.In(folder);
        }
    }

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The path of a file.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>The path as the companion shows it.</summary>
    public string Shown(string name) => Path.GetRelativePath(Environment.CurrentDirectory, PathOf(name));

    private static async Task<CompanionRun> RunAsync(
        string[] arguments,
        Surroundings surroundings,
        string input,
        CancellationToken cancellation
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var exitCode = await CommandLine.RunAsync(
            arguments,
            new Terminal(output, error, In: reader),
            surroundings,
            cancellation
        );
        return new(exitCode, output.ToString(), error.ToString());
    }

    // The tests may themselves run on GitHub Actions.
    private static Dictionary<string, string?> Variables(params (string Name, string Value)[] variables) =>
        new Surroundings()
            .Variables.Where(variable => !variable.Key.StartsWith("GITHUB_", StringComparison.Ordinal))
            .Concat(variables.Select(variable => KeyValuePair.Create(variable.Name, (string?)variable.Value)))
            .ToDictionary(StringComparer.Ordinal);

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
