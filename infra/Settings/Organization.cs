namespace OktaSpa.Settings;

/// <summary>The Okta organization.</summary>
/// <param name="Host">Its own host, such as <c>dev-00000000.okta.com</c>.</param>
/// <param name="CustomDomain">The host that its users see instead; null where there is none.</param>
internal sealed record Organization(string Host, string? CustomDomain)
{
    /// <summary>Whether its host is seen, and no symbol stands for a part of it.</summary>
    public bool IsKnown => !Host.Contains("${", StringComparison.Ordinal);

    /// <summary>The host that issues tokens and serves the sign-in page.</summary>
    public string SignInHost => CustomDomain ?? Host;
}
