using System.Text.Json.Nodes;
using OktaSpa.Settings;

namespace OktaSpa.Cli.Graph;

/// <summary>
/// An application as a graph declares it, in one place: the resource, who may use it, and what its front end is told.
/// </summary>
internal sealed class ApplicationView
{
    /// <summary>Everyone in the organization, among those who have access.</summary>
    public const string Everyone = "everyone in the organization";

    private readonly JsonObject inputs;
    private readonly JsonObject? outputs;

    private ApplicationView(
        GraphResource resource,
        GraphResource? component,
        IEnumerable<GraphResource> access,
        JsonObject? outputs
    )
    {
        inputs = resource.Inputs;
        this.outputs = outputs;
        Key = resource.Key;
        Name = resource.Name;
        Protect = resource.Protect;
        Aliases = component?.Aliases ?? [];
        Access =
        [
            .. access
                .SelectMany(assignments => assignments.Inputs["groups"] as JsonArray ?? [])
                .Select(group => Who(group?["id"]?.ToString() ?? "")),
        ];
    }

    /// <summary><c>type::name</c>.</summary>
    public string Key { get; }

    /// <summary>Its logical name.</summary>
    public string Name { get; }

    /// <summary>The logical names that it had before and keeps its client id from.</summary>
    public IReadOnlyList<string> Aliases { get; }

    public bool Protect { get; }

    public string Label => this["label"] ?? "";

    /// <summary>Who may use it, as people say it: <c>group Engineering</c>, or <see cref="Everyone"/>.</summary>
    public IReadOnlyList<string> Access { get; }

    /// <summary>Where codes are sent, wildcards last.</summary>
    public IReadOnlyList<string> RedirectUris => Strings("redirectUris");

    /// <summary>Those of them with a wildcard.</summary>
    public IReadOnlyList<string> Wildcards =>
        [.. RedirectUris.Where(uri => uri.Contains('*', StringComparison.Ordinal))];

    /// <summary>How tokens are refreshed, as people say it.</summary>
    public string RefreshTokens =>
        this["refreshTokenRotation"] switch
        {
            "ROTATE" => $"rotated, grace period {this["refreshTokenLeeway"]} s",
            "STATIC" => "persistent",
            _ => "none",
        };

    public string? Issuer => outputs?["issuer"]?.ToString();

    public IReadOnlyList<string> Scopes => Strings(outputs, "scopes");

    /// <summary>An input as text; null where it is not set.</summary>
    public string? this[string input] => inputs[input]?.ToString();

    /// <summary>An input that is a list; empty where it is not set.</summary>
    public IReadOnlyList<string> Strings(string input) => Strings(inputs, input);

    /// <summary>An input that is a number; 0 where it is not set.</summary>
    public double Number(string input) => (double?)inputs[input] ?? 0;

    /// <summary>The applications of a stack, by name.</summary>
    public static Dictionary<string, ApplicationView> Of(StackGraph? graph)
    {
        if (graph is null)
            return [];
        var byKey = graph.Resources.ToDictionary(resource => resource.Key, StringComparer.Ordinal);
        var access = graph
            .Resources.Where(resource => resource.Type == ResourceTypes.Access)
            .SelectMany(resource => resource.Applications, (resource, application) => (resource, application))
            .ToLookup(pair => pair.application, pair => pair.resource, StringComparer.Ordinal);
        return graph
            .Resources.Where(resource => resource.Type == ResourceTypes.OAuth)
            .Select(resource => new ApplicationView(
                resource,
                byKey.GetValueOrDefault(resource.Parent ?? ""),
                access[resource.Name],
                graph.Outputs[resource.Name] as JsonObject
            ))
            .ToDictionary(application => application.Name, StringComparer.Ordinal);
    }

    // A group that is named in the settings is a symbol until the organization is asked.
    private static string Who(string id) =>
        id == $"${{{GroupReference.Everyone}.id}}" ? Everyone
        : id.StartsWith("${", StringComparison.Ordinal) ? $"group {id[2..^".id}".Length]}"
        : $"group {id}";

    private static IReadOnlyList<string> Strings(JsonObject? map, string key) =>
        map?[key] is JsonArray list ? [.. list.Select(item => item?.ToString() ?? "")] : [];
}
