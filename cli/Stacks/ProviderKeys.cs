using System.Text.RegularExpressions;

namespace OktaSpa.Cli.Stacks;

/// <summary>The Okta provider's own configuration keys.</summary>
internal static partial class ProviderKeys
{
    /// <summary>What each of them begins with.</summary>
    public const string Namespace = "okta:";

    private static readonly string[] Credentials = ["okta:accessToken", "okta:apiToken", "okta:privateKey"];

    /// <summary>All that it knows, and what Pulumi knows of any provider.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Credentials,
        "okta:backoff",
        "okta:baseUrl",
        "okta:clientId",
        "okta:httpProxy",
        "okta:logLevel",
        "okta:maxApiCapacity",
        "okta:maxRetries",
        "okta:maxWaitSeconds",
        "okta:minWaitSeconds",
        "okta:orgName",
        "okta:parallelism",
        "okta:privateKeyId",
        "okta:requestTimeout",
        "okta:scopes",
        "okta:version",
        "okta:pluginDownloadURL",
    ];

    /// <summary>The key of a credential that a key is, or was meant to be; null for any other key.</summary>
    // A misspelled one is no less revealed.
    public static string? CredentialIn(string key) =>
        Text.Nearest(key, All) is { } nearest && Credentials.Contains(nearest) ? nearest
        : Secret().IsMatch(key) ? key
        : null;

    [GeneratedRegex("(token|secret|password|privatekey)$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
