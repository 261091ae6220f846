using System.Text.RegularExpressions;
using OktaSpa.Settings;
using RunException = Pulumi.RunException;

namespace OktaSpa.Lookups;

/// <summary>What must be asked of the organization before anything is declared.</summary>
internal static partial class OrganizationLookup
{
    /// <summary>
    /// Asks for all at once. Asked before the first resource is registered: an answer that is missing must stop a stack
    /// before half of it is there.
    /// </summary>
    /// <returns>The id of each group that the settings name, and all problems; the ids count only where there is
    /// none.</returns>
    /// <exception cref="RunException">The organization did not answer, or refused to.</exception>
    public static async Task<(
        IReadOnlyDictionary<GroupReference, string> GroupIds,
        IReadOnlyList<Problem> Problems
    )> AskAsync(StackSettings settings)
    {
        var elsewhere = settings.TrustedOriginsManagedElsewhere.Select(origin => origin.Value);
        var groups = AnswerAsync(GroupLookup.AskAsync(settings), settings, "groups", "okta.groups.read");
        var origins = AnswerAsync(
            OriginLookup.AskAsync(elsewhere),
            settings,
            "trusted origins",
            "okta.trustedOrigins.read"
        );
        var problems = new ProblemList();
        var ids = GroupLookup.Match(settings, await groups, problems);
        OriginLookup.Match(settings, await origins, problems);
        return (ids, problems);
    }

    // What goes wrong on the way reaches a program as an exception of the engine's protocol, which Pulumi would print
    // with its stack.
    private static async Task<T> AnswerAsync<T>(Task<T> question, StackSettings settings, string what, string scope)
    {
        try
        {
            return await question;
        }
        catch (Exception exception)
        {
            throw new RunException(
                $"""
                {settings.Organization.Host} could not be asked for its {what}; nothing was declared.
                  {Reason(exception.Message)}
                  Check the credentials, which need {scope}, okta:orgName and okta:baseUrl, and the network.
                """
            );
        }
    }

    /// <summary>
    /// The provider's own words on one line, without the protocol's and the engine's: <c>Status(StatusCode="Unknown",
    /// Detail="invocation of … returned an error: …")</c>.
    /// </summary>
    private static string Reason(string message)
    {
        var status = ProtocolStatus().Match(message);
        return Text.OneLine(Invocation().Replace(status.Success ? status.Groups[1].Value : message, ""));
    }

    [GeneratedRegex(
        """^Status\(StatusCode="\w+", Detail="(.*?)"(?:, DebugException=".*")?\)$""",
        RegexOptions.Singleline
    )]
    private static partial Regex ProtocolStatus();

    [GeneratedRegex(@"^invocation of \S+ returned an error: ")]
    private static partial Regex Invocation();
}
