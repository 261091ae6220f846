namespace Pulumi.Okta.Policy;

/// <summary>Looks a policy up by its name.</summary>
public static class GetPolicy
{
    public static Task<GetPolicyResult> InvokeAsync(GetPolicyArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<GetPolicyResult>("okta:policy/getPolicy:getPolicy", args, options);
}

/// <summary>What to look for.</summary>
public sealed class GetPolicyArgs : InvokeArgs
{
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    [Input("type", required: true)]
    public string Type { get; set; } = null!;
}

/// <summary>What was found.</summary>
public sealed class GetPolicyResult
{
    public readonly string Id = null!;
    public readonly string Name = null!;
    public readonly string Status = null!;
    public readonly string Type = null!;

    private GetPolicyResult() { }
}
