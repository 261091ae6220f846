using System.Text.Json;
using System.Text.Json.Nodes;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Stacks;

namespace OktaSpa.Cli.Rendering;

/// <summary>Output for programs: keys in a fixed order, the same bytes from run to run.</summary>
internal static class JsonRendering
{
    /// <summary>
    /// <c>{"version":2,"stacks":[…]}</c>, with <c>problems</c> where a stack that was asked for has some, and
    /// <c>unseen</c> where
    /// one cannot be shown.
    /// </summary>
    public static string Render(Preview preview)
    {
        var document = new JsonObject
        {
            ["version"] = JsonFormat.Version,
            ["stacks"] = JsonSerializer.SerializeToNode(preview.Stacks, JsonFormat.Options),
        };
        if (preview.Problems.Count > 0)
            document["problems"] = new JsonArray([.. preview.Problems.Select(WithStack)]);
        if (preview.Unseen.Count > 0)
            document["unseen"] = JsonSerializer.SerializeToNode(preview.Unseen, JsonFormat.Options);
        return document.ToJsonString(JsonFormat.Options);
    }

    /// <summary><c>{"version":2,"problems":[…],"risks":[…],"notices":[…]}</c>.</summary>
    public static string Render(
        IEnumerable<FileProblem> problems,
        IEnumerable<FileRisk> risks,
        IEnumerable<FileNotice> notices
    ) =>
        new JsonObject
        {
            ["version"] = JsonFormat.Version,
            ["problems"] = new JsonArray([.. problems.Select(Problem)]),
            ["risks"] = new JsonArray([.. risks.Select(Risk)]),
            ["notices"] = new JsonArray([.. notices.Select(Notice)]),
        }.ToJsonString(JsonFormat.Options);

    private static JsonObject WithStack(FileProblem problem)
    {
        var json = Problem(problem);
        json.Insert(0, "stack", problem.Stack);
        return json;
    }

    private static JsonObject Problem(FileProblem problem)
    {
        var json = At(problem.Position);
        json["rule"] = problem.Problem.Rule.Id;
        json["path"] = problem.Problem.Path;
        json["message"] = problem.Problem.Message;
        json["remedy"] = problem.Problem.Remedy;
        return json;
    }

    private static JsonObject Risk(FileRisk risk)
    {
        var json = At(risk.Position);
        json["rule"] = risk.Risk.Rule.Id;
        json["path"] = risk.Risk.Path;
        json["severity"] = JsonSerializer.SerializeToNode(risk.Risk.Severity, JsonFormat.Options);
        json["application"] = risk.Risk.Application;
        json["message"] = risk.Risk.Message;
        if (risk.Risk.Accepted is { } because)
            json["accepted"] = because;
        return json;
    }

    private static JsonObject Notice(FileNotice notice)
    {
        var json = At(notice.Position);
        json["rule"] = notice.Fault.Rule.Id;
        json["message"] = notice.Fault.Message;
        json["remedy"] = notice.Fault.Remedy;
        return json;
    }

    private static JsonObject At(Position position) =>
        new()
        {
            ["file"] = position.File,
            ["line"] = position.Line,
            ["column"] = position.Column,
        };
}
