using System.Text.Json.Nodes;

namespace OktaSpa.Cli.Graph;

/// <summary>
/// An application as a graph declares it, in one place: the resource, who may use it, and what its front end is told.
/// </summary>
internal sealed class ApplicationView : ResourceView
{
    private readonly JsonObject? outputs;

    private ApplicationView(
        StackGraph graph,
        GraphResource resource,
        GraphResource? component,
        IEnumerable<GraphResource> parts
    )
        : base(graph, resource)
    {
        outputs = graph.Outputs[resource.Name] as JsonObject;
        Component = component;
        Parts = [.. parts];
        Access =
        [
            .. Assignments.Select(group => Grantee.Of(TextOf(group is JsonObject map ? map["id"] : group) ?? "")),
        ];
    }

    /// <summary><c>type::name</c>.</summary>
    public string Key => Resource.Key;

    /// <summary>Its logical name.</summary>
    public string Name => Resource.Name;

    /// <summary>What it is a part of; null in a document that does not say.</summary>
    public GraphResource? Component { get; }

    /// <summary>All that is declared for it alone, itself included.</summary>
    public IReadOnlyList<GraphResource> Parts { get; }

    /// <summary>The logical names that it had before and keeps its client id from.</summary>
    public IReadOnlyList<string> Aliases => Component?.Aliases ?? [];

    public bool Protect => Resource.Protect;

    /// <summary>Who may use it.</summary>
    public IReadOnlyList<Grantee> Access { get; }

    /// <summary>The groups that are assigned, as they are sent.</summary>
    public IEnumerable<JsonNode?> Assignments =>
        Parts
            .Where(part => part.Type == ResourceTypes.Access)
            .SelectMany(part => part.Inputs["groups"] as JsonArray ?? []);

    public string Label => ReadText() ?? "";

    /// <summary>Null where Okta makes one.</summary>
    public string? ClientId => ReadText();

    public string? Type => ReadText();

    public string? TokenEndpointAuthMethod => ReadText();

    public bool PkceRequired => ReadFlag() == true;

    public IReadOnlyList<string> GrantTypes => ReadList();

    public IReadOnlyList<string> ResponseTypes => ReadList();

    /// <summary>Where codes are sent, wildcards last.</summary>
    public IReadOnlyList<string> RedirectUris => ReadList();

    /// <summary>Those of them with a wildcard.</summary>
    public IReadOnlyList<string> Wildcards =>
        [.. RedirectUris.Where(uri => uri.Contains('*', StringComparison.Ordinal))];

    public string? WildcardRedirect => ReadText();

    public IReadOnlyList<string> PostLogoutRedirectUris => ReadList();

    public string? LoginUri => ReadText();

    public string? LoginMode => ReadText();

    public IReadOnlyList<string> LoginScopes => ReadList();

    public bool? HideWeb => ReadFlag();

    public bool? HideIos => ReadFlag();

    public string? ConsentMethod => ReadText();

    public string? IssuerMode => ReadText();

    public string? AuthenticationPolicy => ReadText();

    public bool SkipAuthenticationPolicy => ReadFlag() == true;

    public bool ImplicitAssignment => ReadFlag() == true;

    /// <summary>From where tokens may be asked for and used; null for anywhere.</summary>
    public JsonNode? Network => Resource.Inputs["network"];

    public string? RefreshTokenRotation => ReadText();

    public double? RefreshTokenLeeway => ReadNumber();

    /// <summary>What the front end is told.</summary>
    public string FrontEndClientId => TextOf(outputs?["clientId"]) ?? "";

    /// <summary>Whether the issuer is the likely one, since the settings do not decide it.</summary>
    public bool IssuerIsAssumed => TextOf(outputs?["issuerIsAssumed"]) == "true";

    public string? Issuer => TextOf(outputs?["issuer"]);

    public IReadOnlyList<string> Scopes => ListOf(outputs?["scopes"]);

    public override GraphResource? Part(string type) =>
        type == Component?.Type ? Component : Parts.FirstOrDefault(part => part.Type == type);

    /// <summary>The applications of a stack, by name.</summary>
    public static Dictionary<string, ApplicationView> Of(StackGraph? graph)
    {
        if (graph is null)
            return [];
        var byKey = graph.Resources.ToDictionary(resource => resource.Key, StringComparer.Ordinal);
        // A document that names no parents tells by the applications that a resource serves.
        var parts = graph.Resources.ToLookup(
            resource => resource.Parent ?? string.Join(',', resource.Applications),
            StringComparer.Ordinal
        );
        return graph
            .Resources.Where(resource => resource.Type == ResourceTypes.OAuth)
            .Select(resource => new ApplicationView(
                graph,
                resource,
                byKey.GetValueOrDefault(resource.Parent ?? ""),
                parts[resource.Parent ?? resource.Name]
            ))
            .ToDictionary(application => application.Name, StringComparer.Ordinal);
    }
}
