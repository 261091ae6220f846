using System.Text.Json.Serialization;

namespace OktaSpa.Cli.Graph;

/// <summary>Something that is allowed, but that a reviewer must know.</summary>
/// <param name="Severity">How much to mind.</param>
/// <param name="Resource"><c>type::name</c> of the application that it comes with.</param>
/// <param name="Message">What may happen.</param>
/// <param name="Rule">The rule's stable id; null in what an older okta-spa has printed, as all that follows.</param>
/// <param name="Application">The application's logical name.</param>
/// <param name="About">The one value that it is about, such as a URI; null for none.</param>
/// <param name="Accepted">Why somebody has decided to take it; null where nobody has.</param>
internal sealed record GraphRisk(
    Severity Severity,
    string Resource,
    string Message,
    string? Rule = null,
    string? Application = null,
    string? About = null,
    string? Accepted = null
)
{
    /// <summary>The message, with the values in it told apart from its words as well as that can be seen.</summary>
    [JsonIgnore]
    public Sentence Sentence => Sentence.Read(Message);
}
