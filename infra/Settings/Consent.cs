namespace OktaSpa.Settings;

/// <summary>Whether Okta asks people for their consent.</summary>
internal enum Consent
{
    /// <summary>Never.</summary>
    Trusted,

    /// <summary>For scopes of a custom authorization server that require it.</summary>
    Required,
}
