using System.Text.Json.Serialization;
using OktaSpa.Cli.Graph;

namespace OktaSpa.Cli.Review;

/// <summary>What a change does to sign-in, in a reviewer's words.</summary>
/// <param name="Severity">How much to mind.</param>
/// <param name="Stack">The stack.</param>
/// <param name="Application">The application's logical name; null where the whole stack is meant.</param>
/// <param name="Message">What changes, and what that means.</param>
/// <param name="Rule">The stable id of the rule; null for a risk in what an older okta-spa has printed.</param>
/// <param name="About">The one value that it is about, such as a group or a host; null for none.</param>
/// <param name="Tells">The properties whose change it tells, as <c>type::name.input</c> or
/// <c>application.output</c>.</param>
internal sealed record Finding(
    Severity Severity,
    string Stack,
    string? Application,
    Sentence Message,
    string? Rule,
    string? About,
    [property: JsonIgnore] IReadOnlyList<string> Tells
);
