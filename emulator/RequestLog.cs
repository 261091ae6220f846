using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace OktaSpa.Emulator;

/// <summary>One call as <c>GET /emulator/requests</c> tells it.</summary>
/// <param name="Method">As sent.</param>
/// <param name="Path">Without the host.</param>
/// <param name="Query">With its question mark; empty where there is none.</param>
/// <param name="Scheme">Of the credentials, such as <c>SSWS</c>; never the credentials.</param>
/// <param name="Body">The request's body without secrets; null where there was none.</param>
/// <param name="Status">0 where the connection was closed without an answer.</param>
internal sealed record LoggedRequest(
    string Method,
    string Path,
    string Query,
    string Scheme,
    JsonNode? Body,
    int Status
);

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
