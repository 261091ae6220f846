using System.Collections.Immutable;

namespace Pulumi.Okta;

/// <summary>Looks groups up.</summary>
public static class GetGroups
{
    private const string Token = "okta:index/getGroups:getGroups";

    public static Task<GetGroupsResult> InvokeAsync(GetGroupsArgs? args = null, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetGroupsResult>(Token, args ?? new(), OktaDefaults.Merge(options));

    public static Output<GetGroupsResult> Invoke(GetGroupsInvokeArgs? args = null, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<GetGroupsResult>(Token, args ?? new(), OktaDefaults.Merge(options));

    public static Output<GetGroupsResult> Invoke(GetGroupsInvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<GetGroupsResult>(Token, args ?? new(), OktaDefaults.Merge(options));
}

/// <summary>What to look for.</summary>
public sealed class GetGroupsArgs : InvokeArgs
{
    public static new GetGroupsArgs Empty => new();

    [Input("limit")]
    public int? Limit { get; set; }

    [Input("q")]
    public string? Q { get; set; }

    [Input("search")]
    public string? Search { get; set; }

    [Input("type")]
    public string? Type { get; set; }
}

/// <summary>What to look for, once it is there.</summary>
public sealed class GetGroupsInvokeArgs : InvokeArgs
{
    public static new GetGroupsInvokeArgs Empty => new();

    [Input("limit")]
    public Input<int>? Limit { get; set; }

    [Input("q")]
    public Input<string>? Q { get; set; }

    [Input("search")]
    public Input<string>? Search { get; set; }

    [Input("type")]
    public Input<string>? Type { get; set; }
}

/// <summary>What was found.</summary>
[OutputType]
public sealed class GetGroupsResult
{
    public readonly ImmutableArray<Outputs.GetGroupsGroupResult> Groups;
    public readonly string Id;
    public readonly int? Limit;
    public readonly string? Q;
    public readonly string? Search;
    public readonly string? Type;

    [OutputConstructor]
    private GetGroupsResult(
        ImmutableArray<Outputs.GetGroupsGroupResult> groups,
        string id,
        int? limit,
        string? q,
        string? search,
        string? type
    )
    {
        Groups = groups;
        Id = id;
        Limit = limit;
        Q = q;
        Search = search;
        Type = type;
    }
}
