using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Cli;

/// <summary>The parts of the docs that are made of the program.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("settings", "docs/configuration.md")]
    [InlineData("rules", "docs/rules.md")]
    public async Task The_docs_say_what_the_program_says(string page, string file)
    {
        var printed = await Companion.RunAsync("reference", page);
        var text = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, file))).ReplaceLineEndings("\n");
        var begin = $"<!-- okta-spa reference {page} -->\n";
        var written = text[
            (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length)..text.IndexOf(
                "<!-- end -->",
                StringComparison.Ordinal
            )
        ];

        Assert.True(
            printed.Out.Trim() == written.Trim(),
            $"Put the output of ./okta-spa reference {page} into {file}, between its two comments."
        );
    }
}
