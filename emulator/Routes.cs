using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OktaSpa.Emulator;

/// <summary>Maps the API's routes to what answers them, with the organization locked.</summary>
internal sealed class Routes(IEndpointRouteBuilder endpoints, OktaOrganization organization)
{
    public void Get(string pattern, Func<Call, Answer> handler) => Map("GET", pattern, handler);

    public void Post(string pattern, Func<Call, Answer> handler) => Map("POST", pattern, handler);

    public void Put(string pattern, Func<Call, Answer> handler) => Map("PUT", pattern, handler);

    public void Delete(string pattern, Func<Call, Answer> handler) => Map("DELETE", pattern, handler);

    /// <summary>The two calls that set an object's status.</summary>
    public void Lifecycle(string pattern, Func<Call, string, Answer> handler)
    {
        Post($"{pattern}/lifecycle/activate", call => handler(call, "ACTIVE"));
        Post($"{pattern}/lifecycle/deactivate", call => handler(call, "INACTIVE"));
    }

    private void Map(string method, string pattern, Func<Call, Answer> handler) =>
        endpoints.MapMethods(pattern, [method], (RequestDelegate)(http => AnswerAsync(http, handler)));

    private Task AnswerAsync(HttpContext http, Func<Call, Answer> handler)
    {
        var call = new Call(http, organization, (string)http.Items[Pipeline.Content]!);
        lock (organization.Gate)
        {
            // Written as text within: what is answered may be what is kept.
            var answer = handler(call);
            return Pipeline.WriteAsync(http, answer.Status, answer.Body?.ToJsonString(Json.Plain), answer.Links);
        }
    }
}
