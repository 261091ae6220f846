using System.Collections.Immutable;

namespace Pulumi.Okta.Outputs;

/// <summary>A trusted origin found.</summary>
public sealed class GetTrustedOriginsTrustedOriginResult
{
    public readonly bool Active;
    public readonly string Origin = null!;
    public readonly ImmutableArray<string> Scopes;

    private GetTrustedOriginsTrustedOriginResult() { }
}
