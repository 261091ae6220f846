using OktaSpa.Cli.Stacks;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Cli;

/// <summary>
/// YAML as the Pulumi CLI takes it. StackFileReadingTests hold the same texts against the CLI itself.
/// </summary>
public sealed class YamlTests
{
    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_special_about_a_file_is_told_at_its_place(string name)
    {
        using var companion = new Companion();
        var text = YamlText.All[name];
        var path = companion.Write("Pulumi.dev.yaml", "");
        text.WriteTo(path);

        var file = companion.Project.Read([path])[0];

        Assert.Equal(
            text.Problem,
            file.Problems.Select(problem => Short(problem.Position, problem.Problem.Rule.Id)).FirstOrDefault()
        );
        Assert.Equal(
            text.Notice,
            file.Notices.Select(notice => Short(notice.Position, notice.Fault.Rule.Id)).FirstOrDefault()
        );
    }

    [Theory]
    [MemberData(nameof(ProjectTexts))]
    public void What_is_special_about_a_project_file_is_told_at_its_place(string name)
    {
        using var companion = new Companion();
        var text = ProjectText.All[name];
        companion.Write("Pulumi.yaml", text.ProjectFile);
        companion.Write("Pulumi.dev.yaml", text.StackFile);

        var file = Assert.Single(companion.Project.ReadAll());

        Assert.Equal(
            text.Problem,
            file.Problems.Select(problem =>
                    $"{Path.GetFileName(problem.Position.File)}:{Short(problem.Position, problem.Problem.Rule.Id)}"
                )
                .FirstOrDefault()
        );
    }

    public static TheoryData<string> ProjectTexts => ProjectText.Names;

    public static TheoryData<string> Texts => YamlText.Names;

    private static string Short(Position position, string rule) => $"{position.Line}:{position.Column} {rule}";
}
