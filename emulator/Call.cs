using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OktaSpa.Emulator;

/// <summary>One call of the API, while the organization is locked.</summary>
/// <param name="Http">For the address and the query; its streams are not touched.</param>
/// <param name="Organization">All that there is.</param>
/// <param name="Content">The request's body, as text.</param>
internal sealed record Call(HttpContext Http, OktaOrganization Organization, string Content)
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
        catch (JsonException)
        {
            throw OktaError.Malformed();
        }
    }
}
