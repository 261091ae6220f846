using System.Text;

namespace OktaSpa.Cli.Stacks;

/// <summary>The text of a file as the Pulumi CLI takes it: UTF-8, or UTF-16 with its mark.</summary>
internal static class FileText
{
    // A thousand applications take half of it.
    private const int MaximumBytes = 1024 * 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="shown">How to name it to its reader.</param>
    /// <exception cref="UnreadableFileException">It is no text, too big, or cannot be read at all.</exception>
    public static string Read(string path, string shown)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, shown);
        }
        catch (IOException) when (new FileInfo(path).LinkTarget is { } target && LeadsNowhere(path))
        {
            throw new UnreadableFileException(
                Position.Top(shown),
                new(
                    FileRules.UnreadableFile,
                    $"this is a link to {Text.Quote(target)}, which is not there: Pulumi would read an empty file",
                    "point it at a file, or remove it"
                )
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(
                Position.Top(shown),
                new(
                    FileRules.UnreadableFile,
                    Directory.Exists(path) ? "this is a folder, not a file" : "this file cannot be read",
                    "put a file here that can be read"
                )
            );
        }
    }

    // File.Exists would be true of the link itself.
    private static bool LeadsNowhere(string path) =>
        new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { Exists: false };

    /// <summary>Reads standard input to its end.</summary>
    /// <exception cref="UnreadableFileException">It is no text, or too big.</exception>
    public static string Read(TextReader reader, string shown)
    {
        var part = new char[MaximumBytes + 1];
        var length = reader.ReadBlock(part);
        if (length > MaximumBytes)
            throw TooBig(shown);
        var text = new string(part, 0, length).TrimStart('\uFEFF');
        return text.Contains('\uFFFD', StringComparison.Ordinal)
            ? throw NoText(shown, 1 + text.AsSpan(0, text.IndexOf('\uFFFD', StringComparison.Ordinal)).Count('\n'))
            : text;
    }

    private static string Read(Stream stream, string shown)
    {
        // Whatever its length says: a link may lead to a device that never ends.
        using var content = new MemoryStream();
        var part = new byte[16 * 1024];
        while (stream.Read(part) is > 0 and var count)
        {
            content.Write(part, 0, count);
            if (content.Length > MaximumBytes)
                throw TooBig(shown);
        }
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => Utf8.GetString(rest),
                [0xFF, 0xFE, .. var rest] => new UnicodeEncoding(false, false, true).GetString(rest),
                [0xFE, 0xFF, .. var rest] => new UnicodeEncoding(true, false, true).GetString(rest),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (DecoderFallbackException exception)
        {
            var line = 1 + bytes[..Math.Clamp(exception.Index, 0, bytes.Length)].Count((byte)'\n');
            throw NoText(shown, line);
        }
    }

    private static UnreadableFileException TooBig(string shown) =>
        new(
            Position.Top(shown),
            new(
                FileRules.UnreadableFile,
                $"this file has more than {MaximumBytes / 1024} KiB",
                "declare fewer applications in one stack"
            )
        );

    private static UnreadableFileException NoText(string shown, int line) =>
        new(
            new(shown, line, 1),
            new(RuleBook.NotYaml, "this is not UTF-8 text, which Pulumi wants", "save it as UTF-8")
        );
}
