using System.Collections.Immutable;

namespace Pulumi.Okta;

/// <summary>Looks groups up.</summary>
public static class GetGroups
{
    public static Task<GetGroupsResult> InvokeAsync(GetGroupsArgs? args = null, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetGroupsResult>("okta:index/getGroups:getGroups", args ?? new(), options);
}

/// <summary>What to look for.</summary>
public sealed class GetGroupsArgs : InvokeArgs
{
    [Input("search")]
    public string? Search { get; set; }
}

/// <summary>What was found.</summary>
public sealed class GetGroupsResult
{
    public readonly ImmutableArray<Outputs.GetGroupsGroupResult> Groups;

    private GetGroupsResult() { }
}
