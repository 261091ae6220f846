using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace OktaSpa.Cli.Graph;

/// <summary>
/// What a stack declares, without a look at what is there: the output of <c>okta-spa preview --format json</c>.
/// </summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Resources">By type and name.</param>
/// <param name="Lookups">What is asked of the organization first.</param>
/// <param name="Outputs">The stack's outputs by application; what is known only after deployment reads
/// <c>${name.property}</c>.</param>
/// <param name="Risks">Dangers first.</param>
internal sealed partial record StackGraph(
    string Stack,
    IReadOnlyList<GraphResource> Resources,
    GraphLookups Lookups,
    JsonObject Outputs,
    IReadOnlyList<GraphRisk> Risks
)
{
    /// <summary>The host of its organization, which an application's admin note tells; null where none does.</summary>
    [JsonIgnore]
    public string? Organization =>
        Resources
            .Select(resource => Organizations().Match(resource.Inputs["adminNote"]?.ToString() ?? ""))
            .FirstOrDefault(match => match.Success)
            ?.Groups[1]
            .Value;

    // See SpaApplication.
    [GeneratedRegex(@", organisation (\S+)\. ")]
    private static partial Regex Organizations();
}

/// <param name="Name">Its logical name.</param>
/// <param name="Type">Pulumi's type token.</param>
/// <param name="Parent"><c>type::name</c>; null for what stands right below the stack.</param>
/// <param name="Protect">Whether it must not be deleted.</param>
/// <param name="Applications">The applications that it serves, by name.</param>
/// <param name="Inputs">By wire name; a value of another resource reads <c>${name.property}</c>.</param>
/// <param name="References"><c>type::name</c> of the resources that its inputs come from.</param>
/// <param name="Aliases">Logical names that it had before; null for none, which JSON leaves out.</param>
internal sealed record GraphResource(
    string Type,
    string Name,
    string? Parent,
    bool Protect,
    IReadOnlyList<string> Applications,
    JsonObject Inputs,
    IReadOnlyList<string> References,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Aliases = null
)
{
    [JsonIgnore]
    public string Key => KeyOf(Type, Name);

    public static string KeyOf(string type, string name) => $"{type}::{name}";
}

/// <summary>What a stack asks of its organization before it declares anything.</summary>
/// <param name="Groups">Names and ids of groups.</param>
/// <param name="TrustedOrigins">Origins that another stack declares.</param>
internal sealed record GraphLookups(IReadOnlyList<string> Groups, IReadOnlyList<string> TrustedOrigins);

/// <param name="Severity">How much to mind.</param>
/// <param name="Resource"><c>type::name</c> of the application that it comes with.</param>
/// <param name="Message">What may happen.</param>
internal sealed record GraphRisk(Severity Severity, string Resource, string Message);
