using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Rendering;

/// <summary>The access picture in Mermaid's language.</summary>
internal static class MermaidRendering
{
    /// <summary>
    /// A stack's flowchart as a block of Markdown, an empty line before it, folded where it is large; a sentence where
    /// Mermaid would not draw it.
    /// </summary>
    public static string Markdown(StackGraph stack)
    {
        if (Render(stack) is not { IsDrawn: true } chart)
            return "\nThe picture is too big for Mermaid; `okta-spa preview --format svg` draws it.\n";
        var block = $"\n```mermaid\n{chart}```\n";
        return AccessPicture.Of(stack).IsLarge
            ? MarkdownText.Folded($"Picture of stack {MarkdownText.Tag(stack.Stack)}", block)
            : block;
    }

    /// <summary>One flowchart of stacks, a frame each, for a block of its own.</summary>
    public static Flowchart Render(params IEnumerable<StackGraph> stacks)
    {
        var chart = new Flowchart();
        foreach (var (index, picture) in stacks.Select(AccessPicture.Of).Index())
        {
            chart.Begin($"{index} stack", $"stack {picture.Stack}");
            foreach (var who in picture.IsLarge ? [] : picture.Who)
                Who(who);
            foreach (var application in picture.Applications)
            {
                var lines = application.Texts.Select(text => text.Text);
                var access = application.View.Access;
                var node = chart.Application(
                    $"{index} application {application.View.Name}",
                    // Edges from many groups to many applications would hide who may use which.
                    picture.IsLarge
                        ? lines.Concat(access.Select(who => $"for {who}"))
                        : lines,
                    application.Severity
                );
                foreach (var who in picture.IsLarge ? [] : access)
                    chart.Edge(Who(who), node);
                foreach (var place in application.Places)
                    chart.Edge(node, Place(place), dotted: !application.Codes.Contains(place.Origin));
            }
            foreach (var place in picture.Places)
                Place(place);
            chart.End();

            string Who(Grantee who) => chart.Who($"{index} who {who}", who.ToString());
            string Place(PicturePlace place) =>
                chart.Place(
                    $"{index} place {place.Origin}",
                    place.Mark is null ? [place.Origin] : [place.Origin, place.Mark]
                );
        }
        return chart;
    }
}
