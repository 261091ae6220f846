using CliWrap;
using CliWrap.Buffered;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests;

/// <summary><c>.ci/long-lines.awk</c>: which lines of C# are too long.</summary>
public sealed class LongLinesTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public static TheoryData<string> TooLong { get; } =
        new()
        {
            new string('a', 121),
            new string('ä', 121),
            "var x = " + new string('a', 130) + ";",
            // A literal excuses nothing beside it.
            "Call(\"b\", " + new string('a', 130) + ");",
            "Call(\"\", " + new string('a', 130) + ");",
            "if (c == '\"') " + new string('a', 130),
            "Call(\"\"\"b\"\"\", " + new string('a', 130) + ");",
            "Call(@\"C:\\\", " + new string('a', 130) + ");",
            // Nor does a quotation mark in a comment.
            "// \"b\" " + new string('a', 130),
            "/// <param name=\"b\">" + new string('a', 130),
            "// \"" + new string('a', 130) + "\"",
            "Call(\"b\"); // \"" + new string('a', 130) + "\"",
            "/* \"" + new string('a', 130) + "\" */",
            "// \"\"\"\n" + new string('a', 130),
            "/* \" */\n" + new string('a', 130),
            // What is behind a literal of several lines.
            "var x = \"\"\"\n    b\n    \"\"\";\n" + new string('a', 130),
            "var x = \"\"\"\"\n    \"\"\"\n    \"\"\"\";\n" + new string('a', 130),
            "var x = @\"\n\"\"b\";\n" + new string('a', 130),
        };

    public static TheoryData<string> ShortEnough { get; } =
        new()
        {
            new string('a', 120),
            new string('ä', 120),
            "Call(\"" + new string('a', 130) + "\");",
            "Call(\"\\\"" + new string('a', 130) + "\");",
            "Call(\"https://" + new string('a', 130) + "\");",
            "if (c == '\"') Call(\"" + new string('a', 130) + "\");",
            "if (c == '\\'') Call(\"" + new string('a', 130) + "\");",
            "Call(@\"C:\\" + new string('a', 130) + "\\\");",
            "Call(\"\"\"" + new string('a', 130) + "\"b\"" + "\"\"\");",
            "var x = \"\"\"\n" + new string('a', 130) + "\n\"\"\";",
            "var x = \"\"\"\"\n\"\"\" " + new string('a', 130) + "\n\"\"\"\";",
            "var x = @\"\n\"\"" + new string('a', 130) + "\";",
        };

    [Theory]
    [MemberData(nameof(TooLong))]
    public async Task The_last_line_is_told(string text)
    {
        var run = await RunAsync(text);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"{file}:{text.Split('\n').Length}: longer than 120 characters\n", run.StandardOutput);
    }

    [Theory]
    [MemberData(nameof(ShortEnough))]
    public async Task Only_the_content_of_a_literal_may_be_longer(string text)
    {
        var run = await RunAsync(text);

        Assert.Equal((0, ""), (run.ExitCode, run.StandardOutput));
    }

    public void Dispose() => File.Delete(file);

    private async Task<BufferedCommandResult> RunAsync(string text)
    {
        await File.WriteAllTextAsync(file, $"{text}\n");
        return await CliWrap
            .Cli.Wrap("awk")
            .WithArguments(["-f", Path.Combine(Repository.Root, ".ci/long-lines.awk"), file])
            .WithEnvironmentVariables(variables => variables.Set("LC_ALL", "C"))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
    }
}
