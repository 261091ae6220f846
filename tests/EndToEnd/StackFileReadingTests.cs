using System.Text.Json.Nodes;
using OktaSpa.Cli.Stacks;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.EndToEnd;

/// <summary>Files are read as the real Pulumi CLI reads them.</summary>
public sealed class StackFileReadingTests(PulumiProject pulumi) : IClassFixture<PulumiProject>
{
    private const string ProjectFile = "name: okta-spa\nruntime: dotnet\n";

    public static TheoryData<string> YamlTexts => YamlText.Names;

    public static TheoryData<string> ProjectTexts => ProjectText.Names;

    [PulumiTheory]
    [MemberData(nameof(YamlTexts))]
    public async Task Pulumi_takes_a_stack_file_and_reads_the_same(string name)
    {
        var text = YamlText.All[name];

        var read = await pulumi.ConfigAsync(
            ProjectFile,
            folder => text.WriteTo(Path.Combine(folder, "Pulumi.dev.yaml"))
        );

        Assert.Equal(text.IsTaken, read is not null);
        if (text.Problem is null)
            AssertSame(read!);
    }

    [PulumiTheory]
    [MemberData(nameof(ProjectTexts))]
    public async Task Pulumi_takes_a_project_file_and_reads_the_same(string name)
    {
        var text = ProjectText.All[name];

        var read = await pulumi.ConfigAsync(
            text.ProjectFile,
            folder => File.WriteAllText(Path.Combine(folder, "Pulumi.dev.yaml"), text.StackFile)
        );

        Assert.Equal(text.IsTaken, read is not null);
        if (text.Problem is null)
            AssertSame(read!);
    }

    [PulumiTheory]
    [InlineData("organization/dev")]
    [InlineData("organization/okta-spa/dev")]
    public async Task A_stack_has_the_names_that_Pulumi_gives_it(string stack)
    {
        var text = YamlText.All["nothing"];

        var read = await pulumi.ConfigAsync(
            ProjectFile,
            folder => text.WriteTo(Path.Combine(folder, "Pulumi.dev.yaml")),
            stack
        );

        Assert.NotNull(read);
        Assert.Equal("dev", Assert.Single(Project.In(pulumi.Folder).Read([stack])).Stack);
    }

    [PulumiTheory]
    [InlineData("stackConfigDir: stacks\n")]
    [InlineData("config: stacks\n")]
    [InlineData("stackConfigDir: /stacks\n")]
    [InlineData("stackConfigDir: project/../stacks/\n")]
    public async Task Stack_files_are_where_Pulumi_looks_for_them(string line)
    {
        var text = YamlText.All["nothing"];

        var read = await pulumi.ConfigAsync(
            $"{ProjectFile}{line}",
            folder =>
                text.WriteTo(
                    Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "stacks")).FullName, "Pulumi.dev.yaml")
                )
        );

        AssertSame(read!);
    }

    private void AssertSame(JsonObject read)
    {
        var file = Project.In(pulumi.Folder).Read(["dev"])[0];
        Assert.Empty(file.Problems);
        foreach (var key in new[] { "okta:orgName", "okta:baseUrl" })
            Assert.Equal((string?)read[key]?["value"], file.Get(key));
        Assert.True(
            JsonNode.DeepEquals(
                read["okta-spa:settings"]!["objectValue"],
                JsonNode.Parse(file.Get("okta-spa:settings")!)
            )
        );
    }
}
