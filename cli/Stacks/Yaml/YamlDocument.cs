namespace OktaSpa.Cli.Stacks.Yaml;

/// <summary>The first document of a YAML text, which is all that the Pulumi CLI reads of it.</summary>
internal sealed record YamlDocument
{
    /// <summary>Null where the document is empty.</summary>
    public required YamlNode? Root { get; init; }

    /// <summary>Where the first alias stands, such as <c>*base</c>; null where there is none.</summary>
    public required Position? Alias { get; init; }

    /// <summary>Where another document begins, which Pulumi ignores; null where none does.</summary>
    public required Position? Second { get; init; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">How to name its file.</param>
    /// <exception cref="UnreadableFileException">It is not YAML as Pulumi takes it, or too deep or too big.</exception>
    public static YamlDocument Read(string text, string file) => new YamlReader(text, file).Read();
}
