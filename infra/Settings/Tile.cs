namespace OktaSpa.Settings;

/// <summary>Where an application is shown to its users.</summary>
/// <param name="Web">On the dashboard in a browser.</param>
/// <param name="Ios">In the Okta app for iOS.</param>
internal sealed record Tile(bool Web, bool Ios)
{
    /// <summary>Whether it is shown at all.</summary>
    public bool IsShown => Web || Ios;
}
