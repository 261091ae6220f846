using System.Xml.Linq;
using CliWrap;
using CliWrap.Buffered;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests;

/// <summary>The launcher <c>okta-spa</c>: when it builds the companion, and which one it runs.</summary>
public sealed class LauncherTests : IDisposable
{
    private static readonly string Root = Repository.Root;
    private static readonly string[] Sources = File.ReadAllLines(Path.Combine(Root, ".ci/sources"));

    // What MSBuild, the compiler and NuGet look for by themselves.
    private static readonly string[] FoundByTools =
    [
        "Directory.*",
        "global.json",
        ".editorconfig",
        ".globalconfig",
        "nuget.config",
        "NuGet.config",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("okta-spa-launcher-").FullName;

    /// <summary>Makes the folder of programs that a stand-in for dotnet is found in.</summary>
    public LauncherTests() =>
        // A link, since a program that was just written may still be open for writing in a process that another test is
        // starting.
        File.CreateSymbolicLink(
            Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName, "dotnet"),
            Path.Combine(AppContext.BaseDirectory, "Support", "dotnet")
        );

    [Fact]
    public async Task It_builds_the_companion_once_and_runs_it_with_the_arguments_in_the_project()
    {
        var project = NewProject("deploy here");

        var first = await RunAsync(project, "preview", "one two");
        var second = await RunAsync(project, "check");

        Assert.Equal($"first of {project} (preview one two)\n", first.StandardOutput);
        Assert.Equal("okta-spa: building…\n", first.StandardError);
        Assert.Equal($"first of {project} (check)\n", second.StandardOutput);
        Assert.Equal("", second.StandardError);
        Assert.Equal(1, Builds);
    }

    [Theory]
    [InlineData("cli/Program.cs", "second")]
    [InlineData("cli/New.cs", "new")]
    [InlineData("infra/Deep/Program.cs", null)]
    [InlineData("global.json", "second")]
    [InlineData(".editorconfig", null)]
    [InlineData("emulator/Program.cs", "second")]
    public async Task What_came_went_or_changed_in_what_it_is_built_from_is_built(string path, string? text)
    {
        var project = NewProject();
        await RunAsync(project);

        Edit(project, path, text);
        await RunAsync(project);
        await RunAsync(project);

        Assert.Equal(2, Builds);
    }

    [Theory]
    [InlineData("Pulumi.dev.yaml")]
    [InlineData("cli/obj/project.assets.json")]
    [InlineData("tests/Tests.cs")]
    public async Task What_it_is_not_built_from_changes_nothing(string path)
    {
        var project = NewProject();
        await RunAsync(project);

        Edit(project, path, "new");
        await RunAsync(project);

        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task What_was_built_before_is_not_built_again()
    {
        var project = NewProject();
        await RunAsync(project);
        Edit(project, "cli/Program.cs", "second");
        await RunAsync(project);

        Edit(project, "cli/Program.cs", "first");
        var run = await RunAsync(project);

        Assert.Equal($"first of {project} ()\n", run.StandardOutput);
        Assert.Equal(2, Builds);
    }

    [Fact]
    public async Task Another_copy_of_the_project_takes_what_it_is_told_of_as_its_own()
    {
        var (project, copy) = (NewProject("project"), NewProject("copy"));
        await RunAsync(project);

        var run = await RunAsync(copy, Path.Combine(project, ".build/programs"), []);

        Assert.Equal($"first of {copy} ()\n", run.StandardOutput);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task A_build_that_fails_is_told_and_not_kept()
    {
        var project = NewProject();
        Edit(project, ".build/meanwhile", "echo 'Program.cs: error CS1002'; exit 1");

        var broken = await RunAsync(project);
        Edit(project, ".build/meanwhile", null);
        var mended = await RunAsync(project);

        Assert.Equal(1, broken.ExitCode);
        Assert.Equal("", broken.StandardOutput);
        Assert.Equal(
            "okta-spa: building…\nProgram.cs: error CS1002\nokta-spa: the build failed; the reason stands above.\n",
            broken.StandardError
        );
        Assert.Equal($"first of {project} ()\n", mended.StandardOutput);
    }

    [Fact]
    public async Task What_is_edited_during_the_build_is_built_too()
    {
        var project = NewProject();
        Edit(
            project,
            ".build/meanwhile",
            """rm "$project/.build/meanwhile"; echo "second" >"$project/cli/Program.cs" """
        );

        var run = await RunAsync(project);
        Edit(project, "cli/Program.cs", "first");
        var back = await RunAsync(project);

        Assert.Equal($"second of {project} ()\n", run.StandardOutput);
        // What was built of the first may have held some of the second.
        Assert.Equal($"first of {project} ()\n", back.StandardOutput);
        Assert.Equal(3, Builds);
    }

    [Fact]
    public async Task Only_the_last_programs_are_kept()
    {
        var project = NewProject();
        foreach (var number in Enumerable.Range(1, 7))
        {
            Edit(project, "cli/Program.cs", $"program {number}");
            await RunAsync(project);
        }

        Assert.Equal(5, Directory.GetFileSystemEntries(Path.Combine(project, ".build/programs")).Length);
        Assert.Equal($"program 7 of {project} ()\n", (await RunAsync(project)).StandardOutput);
        Assert.Equal(7, Builds);
    }

    [ProgramFact("flock")]
    public async Task Several_at_once_build_once()
    {
        var project = NewProject();

        var runs = await Task.WhenAll(Enumerable.Range(1, 4).Select(_ => RunAsync(project)));

        Assert.All(runs, run => Assert.Equal($"first of {project} ()\n", run.StandardOutput));
        Assert.Equal(1, Builds);
    }

    [Fact]
    public void What_it_is_built_from_is_all_listed_and_there()
    {
        Assert.All(Sources, path => Assert.True(Path.Exists(Path.Combine(Root, path)), path));
        Assert.All(
            Projects(Path.Combine(Root, "cli/Cli.csproj")).Select(path => Path.GetRelativePath(Root, path)),
            path => Assert.Contains(path.Split('/')[0], Sources)
        );
        Assert.All(
            FoundByTools.SelectMany(pattern => Directory.GetFiles(Root, pattern)).Select(Path.GetFileName),
            file => Assert.Contains(file, Sources)
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private int Builds => File.ReadAllLines(Path.Combine(folder, "builds")).Length;

    /// <summary>A project file and those that it refers to, and so on.</summary>
    private static IEnumerable<string> Projects(string project) =>
        XDocument
            .Load(project)
            .Descendants("ProjectReference")
            .Select(reference =>
                Path.GetFullPath((string)reference.Attribute("Include")!, Path.GetDirectoryName(project)!)
            )
            .SelectMany(Projects)
            .Prepend(project);

    /// <summary>A project with the launcher, and something of all that it builds from.</summary>
    private string NewProject(string name = "project")
    {
        var project = Path.Combine(folder, name);
        foreach (var path in new[] { "okta-spa", ".ci/pulumi-sdk.sh", ".ci/sources" })
            Edit(project, path, File.ReadAllText(Path.Combine(Root, path)));
        foreach (var path in Sources.Where(path => !Path.Exists(Path.Combine(project, path))))
            Edit(project, Directory.Exists(Path.Combine(Root, path)) ? $"{path}/Program.cs" : path, "first");
        Edit(project, "infra/Deep/Program.cs", "first");
        return project;
    }

    /// <summary>Writes a file, or deletes it, after all that was there.</summary>
    private static void Edit(string project, string path, string? text)
    {
        var file = Path.Combine(project, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (text is null)
            File.Delete(file);
        else
            File.WriteAllText(file, text);
    }

    private Task<BufferedCommandResult> RunAsync(string project, params string[] arguments) =>
        RunAsync(project, null, arguments);

    private Task<BufferedCommandResult> RunAsync(string project, string? programs, string[] arguments) =>
        CliWrap
            .Cli.Wrap("sh")
            .WithArguments([Path.Combine(project, "okta-spa"), .. arguments])
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(variables =>
                variables
                    .Set("PATH", $"{Path.Combine(folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}")
                    .Set("BUILDS", Path.Combine(folder, "builds"))
                    .Set("PulumiSdk", "offline")
                    // Elsewhere a build that fails is tried once more without the compiler ahead of time.
                    .Set("CI", "true")
                    .Set("OKTA_SPA_PROGRAMS", programs)
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
}
