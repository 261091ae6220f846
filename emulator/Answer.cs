using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>What is answered: a status, a body or none, and pages' <c>Link</c> headers, a line each.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null, params string[] Links)
{
    public static Answer Empty { get; } = new(204);

    public static Answer Ok(JsonNode body) => new(200, body);

    public static Answer Ok(OktaObject thing) => new(200, thing.Json);

    public static Answer List(IEnumerable<JsonObject> objects) =>
        new(200, new JsonArray([.. objects.Select(one => one.DeepClone())]));

    public static Answer Page(Call call, IEnumerable<OktaObject> things, int defaultLimit = 200) =>
        Page(call, things.Select(thing => thing.Json), defaultLimit);

    /// <summary>One page of a list: <c>limit</c> objects after the one whose id is <c>after</c>.</summary>
    public static Answer Page(Call call, IEnumerable<JsonObject> objects, int defaultLimit)
    {
        var (all, after, given) = (objects.ToList(), call.Query("after"), call.Query("limit"));
        var start = after is null ? 0 : all.FindIndex(one => (string)one["id"]! == after) + 1;
        OktaError.ThrowIf(start == 0 && after is not null, "after", "The cursor is not valid");
        var isNumber = int.TryParse(given ?? $"{defaultLimit}", out var limit) && limit > 0;
        OktaError.ThrowIf(!isNumber, "limit", "The limit is not a positive number");
        limit = Math.Min(limit, 200);
        var page = all.Skip(start).Take(limit).ToList();
        var query = string.Concat(
            call.Http.Request.Query.Where(pair => pair.Key is not ("after" or "limit"))
                .Select(pair => $"&{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}")
        );
        var address = $"{call.Base}{call.Http.Request.Path}?limit={limit}";
        List<string> links = [$"<{address}{(after is null ? "" : $"&after={after}")}{query}>; rel=\"self\""];
        if (start + page.Count < all.Count)
            links.Add($"<{address}&after={(string)page[^1]["id"]!}{query}>; rel=\"next\"");
        return List(page) with { Links = [.. links] };
    }
}
