using System.Text.Json.Nodes;

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
