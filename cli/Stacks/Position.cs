namespace OktaSpa.Cli.Stacks;

/// <summary>A place in a file.</summary>
/// <param name="File">The file, as its reader would name it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Position(string File, long Line, long Column)
{
    /// <summary>The beginning of a file.</summary>
    public static Position Top(string file) => new(file, 1, 1);

    public override string ToString() => $"{File}:{Line}:{Column}";
}
