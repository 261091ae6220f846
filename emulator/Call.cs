using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OktaSpa.Emulator;

/// <summary>One call of the API, while the organization is locked.</summary>
/// <param name="Http">For the address and the query; its streams are not touched.</param>
/// <param name="Organization">All that there is.</param>
/// <param name="Content">The request's body, as text.</param>
internal sealed record Call(HttpContext Http, Organization Organization, string Content)
{
    /// <summary>The address that the client uses, so that links lead back here.</summary>
    public string Base { get; } = $"http://{Http.Request.Host.Value}";

    public string Route(string name) => (string)Http.Request.RouteValues[name]!;

    public string? Query(string name) => Http.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>The request's body, which must be a JSON object.</summary>
    public JsonObject Body()
    {
        try
        {
            return JsonNode.Parse(Content, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject
                ?? throw OktaError.Malformed();
        }
        catch (System.Text.Json.JsonException)
        {
            throw OktaError.Malformed();
        }
    }

    public JsonObject Link(string path, params string[] allow)
    {
        var link = new JsonObject { ["href"] = Base + path };
        if (allow.Length > 0)
            link["hints"] = new JsonObject { ["allow"] = allow.Array() };
        return link;
    }
}

/// <summary>What is answered: a status, a body or none, and pages' <c>Link</c> headers, a line each.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null, params string[] Links)
{
    public static Answer Ok(JsonNode body) => new(200, body);

    public static Answer Empty { get; } = new(204);

    /// <summary>One page of a list: <c>limit</c> entries after the one whose id is <c>after</c>.</summary>
    public static Answer Page(
        Call call,
        IEnumerable<JsonObject> entries,
        Func<JsonObject, JsonObject> render,
        int defaultLimit = 200
    )
    {
        var limit =
            call.Query("limit") is not { } text ? defaultLimit
            : int.TryParse(text, out var number) && number > 0 ? Math.Min(number, 200)
            : throw OktaError.Invalid("limit", "limit: The limit is not a positive number");
        var all = entries.ToList();
        var start =
            call.Query("after") is not { } after ? 0
            : all.FindIndex(entry => (string)entry["id"]! == after) is >= 0 and var found ? found + 1
            : throw OktaError.Invalid("after", "after: The cursor is not valid");
        var page = all.Skip(start).Take(limit).ToList();
        var query = string.Concat(
            call.Http.Request.Query.Where(pair => pair.Key is not ("after" or "limit"))
                .Select(pair => $"&{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}")
        );
        var address = $"{call.Base}{call.Http.Request.Path}?limit={limit}";
        List<string> links =
        [
            $"<{address}{(call.Query("after") is { } from ? $"&after={from}" : "")}{query}>; rel=\"self\"",
        ];
        if (start + page.Count < all.Count)
            links.Add($"<{address}&after={(string)page[^1]["id"]!}{query}>; rel=\"next\"");
        return new(200, new JsonArray([.. page.Select(render)]), [.. links]);
    }
}
