using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OktaSpa.Emulator;

/// <summary>Maps the API's routes to what answers them, with the organization locked.</summary>
internal sealed class Routes(IEndpointRouteBuilder endpoints, Organization organization)
{
    public void Get(string pattern, Func<Call, Answer> handler) => Map("GET", pattern, handler);

    public void Post(string pattern, Func<Call, Answer> handler) => Map("POST", pattern, handler);

    public void Put(string pattern, Func<Call, Answer> handler) => Map("PUT", pattern, handler);

    public void Patch(string pattern, Func<Call, Answer> handler) => Map("PATCH", pattern, handler);

    public void Delete(string pattern, Func<Call, Answer> handler) => Map("DELETE", pattern, handler);

    private void Map(string method, string pattern, Func<Call, Answer> handler) =>
        endpoints.MapMethods(
            pattern,
            [method],
            (RequestDelegate)(
                async http =>
                {
                    var call = new Call(http, organization, (string)http.Items[Pipeline.Content]!);
                    (int Status, string? Body, string[] Links) answer;
                    // Written as text within: what is answered may be what is kept.
                    lock (organization.Gate)
                    {
                        var ids = organization.Ids.Mark();
                        try
                        {
                            var given = handler(call);
                            answer = (given.Status, given.Body?.ToJsonString(Json.Plain), given.Links);
                        }
                        catch (OktaError)
                        {
                            // What was refused has used up no id.
                            organization.Ids.Reset(ids);
                            throw;
                        }
                    }
                    await Pipeline.WriteAsync(http, answer.Status, answer.Body, answer.Links);
                }
            )
        );
}
