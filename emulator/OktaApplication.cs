using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>An OAuth application, and what belongs to it.</summary>
internal sealed class OktaApplication(JsonObject json, Policy accessPolicy) : OktaObject(json)
{
    public JsonObject Client => Json["credentials"]!["oauthClient"]!.AsObject();

    public JsonObject OAuth => Json["settings"]!["oauthClient"]!.AsObject();

    public string ClientId => (string)Client["client_id"]!;

    /// <summary><c>browser</c>, <c>web</c>, <c>native</c> or <c>service</c>.</summary>
    public string Type => (string)OAuth["application_type"]!;

    public string Label => (string)Json["label"]!;

    /// <summary>Federation Broker Mode: everybody may use it, nobody is assigned.</summary>
    public bool IsForEveryone => (bool)Json["settings"]!["implicitAssignment"]!;

    public Policy AccessPolicy { get; set; } = accessPolicy;

    public string Logo { get; set; } = "/assets/logos/default.png";

    /// <summary>Its client secret, where it has one: never in the application itself.</summary>
    public JsonObject? Secret { get; set; }

    /// <summary>The groups claim of its ID tokens.</summary>
    public JsonObject? GroupsClaim { get; set; }

    /// <summary>The groups that are assigned, by priority, then in the order of assignment.</summary>
    public List<JsonObject> Groups { get; } = [];

    /// <summary>The users who are assigned one by one.</summary>
    public List<JsonObject> Users { get; } = [];
}
