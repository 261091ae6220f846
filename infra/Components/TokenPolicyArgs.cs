using OktaSpa.Settings;
using Pulumi;

namespace OktaSpa.Components;

/// <summary>What admits an application at its authorization server is made of.</summary>
internal sealed record TokenPolicyArgs
{
    public required Application Application { get; init; }

    /// <summary>How long tokens live.</summary>
    public required TokenPolicy Policy { get; init; }

    /// <summary>The only client that the policy is for.</summary>
    public required Output<string> ClientId { get; init; }

    /// <summary>Ids of the groups whose members get tokens; null for everyone.</summary>
    public required IReadOnlyCollection<Input<string>>? GroupIds { get; init; }

    /// <summary>The policy of the same server that is written before; null for the first.</summary>
    public required Resource? After { get; init; }
}
