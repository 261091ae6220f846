using System.Text;
using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Rendering;

/// <summary>Stacks for a README or the summary of a job.</summary>
internal static class MarkdownRendering
{
    /// <summary>
    /// A section a stack: its applications, its risks, its picture. What is wrong with the others comes last.
    /// </summary>
    public static string Render(Preview preview)
    {
        var text = new StringBuilder();
        foreach (var stack in preview.Stacks)
        {
            text.Append("### Stack ").Append(MarkdownText.Code(stack.Stack)).Append('\n');
            text.Append(Applications(AccessPicture.Of(stack)));
            var others = Groups(stack).Concat(ResourceFacts.TellRest(stack).SelectMany(told => told.Words)).ToList();
            if (others.Count > 0 || stack.Risks.Count > 0)
                text.Append('\n');
            foreach (var other in others)
                text.Append("- ").Append(MarkdownText.Of(other)).Append('\n');
            foreach (var risk in RiskEntry.Of(stack.Risks))
                text.Append("- ").Append(Risk(risk)).Append('\n');
            text.Append(MermaidRendering.Markdown(stack)).Append('\n');
        }
        if (preview.Problems.Count > 0)
        {
            text.Append("### ")
                .Append(Text.Count(preview.Problems.Count, "problem"))
                .Append('\n')
                .Append(
                    Problems(
                        preview.Problems.Select(problem =>
                            (
                                problem.Position.ToString(),
                                problem.Problem.Path,
                                problem.Problem.Message,
                                problem.Problem.Remedy
                            )
                        )
                    )
                )
                .Append('\n');
        }
        foreach (var (position, fault) in preview.Notices)
            text.Append("- ")
                .Append(MarkdownText.Of(Sentence.Read($"{position}: {fault.Message}; {fault.Remedy}.")))
                .Append('\n');
        return text.Append("<sub>This is what will be declared, not a comparison with what is in Okta.</sub>\n")
            .ToString();
    }

    /// <summary>A table of problems.</summary>
    public static string Problems(IEnumerable<(string Where, string Path, string Message, string Remedy)> problems) =>
        MarkdownText.Table(
            ["Where", "What is wrong", "Remedy"],
            problems.Select(problem =>
                new[]
                {
                    Where(problem.Where, problem.Path),
                    [Sentence.Read(problem.Message)],
                    [Sentence.Read(problem.Remedy)],
                }
            )
        );

    private static IEnumerable<Sentence> Where(string where, string path)
    {
        yield return $"{where}";
        if (path.Length > 0)
            yield return $"{path}";
    }

    private static IEnumerable<Sentence> Groups(StackGraph stack) =>
        from @group in GroupView.Of(stack).Values
        let words = Sentence.And(ResourceFacts.Tell(@group).SelectMany(told => told.Words))
        select Sentence.Of($"group {@group.Name}: {words}");

    // A column a fact that has a title; what else is told stands below the application.
    private static string Applications(AccessPicture picture)
    {
        var told = picture
            .Applications.SelectMany(application => ResourceFacts.Tell(application.View))
            .Select(fact => fact.Title)
            .ToHashSet();
        var titles = ResourceFacts
            .Applications.Select(fact => fact.Title)
            .OfType<string>()
            .Where(told.Contains)
            .Distinct()
            .ToList();
        return MarkdownText.Table(
            [
                "Application",
                .. titles.Select(title => $"{char.ToUpperInvariant(title[0])}{title[1..]}"),
                "Trusted origins",
            ],
            picture.Applications.Select(application => Row(application, titles))
        );
    }

    private static IEnumerable<Sentence>[] Row(PictureApplication application, IReadOnlyList<string> titles)
    {
        var told = ResourceFacts.Tell(application.View).ToList();
        var trusted = application.Places.Where(place => place.IsTrusted);
        return
        [
            Heading(application, told),
            .. titles.Select(title => told.Where(fact => fact.Title == title).SelectMany(fact => fact.Words)),
            trusted.Select(place => Sentence.Of($"{place.Origin}")).DefaultIfEmpty(Sentence.Of($"none")),
        ];
    }

    private static IEnumerable<Sentence> Heading(PictureApplication application, IEnumerable<Told> told)
    {
        yield return $"{application.View.Name}";
        foreach (var words in told.Where(fact => fact.Title is null).SelectMany(fact => fact.Words))
            yield return words;
        foreach (var risks in application.RiskNames)
            yield return Sentence.Read(risks);
    }

    private static string Risk(RiskEntry risk)
    {
        var rule = risk.Rule is null ? "" : $" {MarkdownText.Code(risk.Rule)}";
        var accepted = risk.Accepted is null ? "" : $", accepted: {MarkdownText.Code(risk.Accepted)}";
        var badge = risk.Accepted is null ? MarkdownText.Badge(risk.Severity) : "⚪ accepted";
        return $"{badge} {MarkdownText.Of(Sentence.Few(risk.Applications))}: {MarkdownText.Of(risk.Message)}{rule}{accepted}";
    }
}
