using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace OktaSpa.Emulator;

/// <summary>The last calls of the API, oldest first.</summary>
internal sealed class RequestLog
{
    private const int Most = 20_000;
    private readonly Queue<LoggedRequest> requests = [];
    private readonly Lock gate = new();

    public void Add(LoggedRequest request)
    {
        lock (gate)
        {
            requests.Enqueue(request);
            if (requests.Count > Most)
                requests.Dequeue();
        }
    }

    public IReadOnlyList<LoggedRequest> All()
    {
        lock (gate)
            return [.. requests];
    }

    public void Clear()
    {
        lock (gate)
            requests.Clear();
    }

    /// <summary>A body to show: JSON or a form, its secrets masked; anything else only by its length.</summary>
    public static JsonNode? Body(string content, string? contentType)
    {
        if (content.Length == 0)
            return null;
        if (contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
            return Masked(
                new JsonObject(
                    QueryHelpers
                        .ParseQuery(content)
                        .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString()))
                )
            );
        try
        {
            return Masked(JsonNode.Parse(content));
        }
        catch (JsonException)
        {
            return $"({content.Length} characters)";
        }
    }

    private static JsonNode? Masked(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            foreach (var (key, value) in map.ToList())
            {
                if (key is "client_secret" or "client_assertion" or "password" or "token" or "access_token")
                    map[key] = "***";
                else
                    Masked(value);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
                Masked(item);
        }
        return node;
    }
}
