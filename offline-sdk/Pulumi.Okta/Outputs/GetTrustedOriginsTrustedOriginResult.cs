using System.Collections.Immutable;

namespace Pulumi.Okta.Outputs;

/// <summary>A trusted origin found.</summary>
[OutputType]
public sealed class GetTrustedOriginsTrustedOriginResult
{
    public readonly bool Active;
    public readonly string Id;
    public readonly string Name;
    public readonly string Origin;
    public readonly ImmutableArray<string> Scopes;

    [OutputConstructor]
    private GetTrustedOriginsTrustedOriginResult(
        bool active,
        string id,
        string name,
        string origin,
        ImmutableArray<string> scopes
    )
    {
        Active = active;
        Id = id;
        Name = name;
        Origin = origin;
        Scopes = scopes;
    }
}
