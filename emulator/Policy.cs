using System.Text.Json.Nodes;

namespace OktaSpa.Emulator;

/// <summary>A policy and its rules.</summary>
internal sealed class Policy(JsonObject json) : OktaObject(json)
{
    public Collection<OktaObject> Rules { get; } = new("PolicyRule");
}
