namespace OktaSpa.Settings;

/// <summary>Which host tokens of the organization's own authorization server name as their issuer.</summary>
internal enum IssuerMode
{
    /// <summary>The organization's Okta host.</summary>
    Org,

    /// <summary>Its custom domain.</summary>
    Custom,

    /// <summary>Whichever the front end asks.</summary>
    Dynamic,
}
