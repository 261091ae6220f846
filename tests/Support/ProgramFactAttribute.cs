namespace OktaSpa.Tests.Support;

/// <summary>
/// A test that needs a program which not every machine has; skipped, with the reason, where it is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramFactAttribute : FactAttribute
{
    /// <param name="program">Its name on the PATH.</param>
    public ProgramFactAttribute(string program)
    {
        Program = program;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!path.Any(folder => File.Exists(Path.Combine(folder, program))))
            Skip = $"there is no {program} on this machine";
    }

    /// <summary>The program's name.</summary>
    public string Program { get; }
}
