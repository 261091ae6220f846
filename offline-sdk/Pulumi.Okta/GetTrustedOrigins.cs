using System.Collections.Immutable;

namespace Pulumi.Okta;

/// <summary>Looks trusted origins up.</summary>
public static class GetTrustedOrigins
{
    public static Task<GetTrustedOriginsResult> InvokeAsync(
        GetTrustedOriginsArgs? args = null,
        InvokeOptions? options = null
    ) =>
        Deployment.Instance.InvokeAsync<GetTrustedOriginsResult>(
            "okta:index/getTrustedOrigins:getTrustedOrigins",
            args ?? new(),
            options
        );
}

/// <summary>What to look for.</summary>
public sealed class GetTrustedOriginsArgs : InvokeArgs
{
    [Input("filter")]
    public string? Filter { get; set; }
}

/// <summary>What was found.</summary>
public sealed class GetTrustedOriginsResult
{
    public readonly ImmutableArray<Outputs.GetTrustedOriginsTrustedOriginResult> TrustedOrigins;

    private GetTrustedOriginsResult() { }
}
