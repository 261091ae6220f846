using System.Collections.Immutable;

namespace Pulumi.Okta;

/// <summary>Looks trusted origins up.</summary>
public static class GetTrustedOrigins
{
    private const string Token = "okta:index/getTrustedOrigins:getTrustedOrigins";

    public static Task<GetTrustedOriginsResult> InvokeAsync(
        GetTrustedOriginsArgs? args = null,
        InvokeOptions? options = null
    ) => Deployment.Instance.InvokeAsync<GetTrustedOriginsResult>(Token, args ?? new(), OktaDefaults.Merge(options));

    public static Output<GetTrustedOriginsResult> Invoke(
        GetTrustedOriginsInvokeArgs? args = null,
        InvokeOptions? options = null
    ) => Deployment.Instance.Invoke<GetTrustedOriginsResult>(Token, args ?? new(), OktaDefaults.Merge(options));

    public static Output<GetTrustedOriginsResult> Invoke(
        GetTrustedOriginsInvokeArgs args,
        InvokeOutputOptions options
    ) => Deployment.Instance.Invoke<GetTrustedOriginsResult>(Token, args ?? new(), OktaDefaults.Merge(options));
}

/// <summary>What to look for.</summary>
public sealed class GetTrustedOriginsArgs : InvokeArgs
{
    public static new GetTrustedOriginsArgs Empty => new();

    [Input("filter")]
    public string? Filter { get; set; }
}

/// <summary>What to look for, once it is there.</summary>
public sealed class GetTrustedOriginsInvokeArgs : InvokeArgs
{
    public static new GetTrustedOriginsInvokeArgs Empty => new();

    [Input("filter")]
    public Input<string>? Filter { get; set; }
}

/// <summary>What was found.</summary>
[OutputType]
public sealed class GetTrustedOriginsResult
{
    public readonly string? Filter;
    public readonly string Id;
    public readonly ImmutableArray<Outputs.GetTrustedOriginsTrustedOriginResult> TrustedOrigins;

    [OutputConstructor]
    private GetTrustedOriginsResult(
        string? filter,
        string id,
        ImmutableArray<Outputs.GetTrustedOriginsTrustedOriginResult> trustedOrigins
    )
    {
        Filter = filter;
        Id = id;
        TrustedOrigins = trustedOrigins;
    }
}
