namespace OktaSpa.Settings;

/// <summary>How long the tokens of an application live that a custom authorization server issues.</summary>
/// <param name="AccessTokenMinutes">5 to 1440.</param>
/// <param name="RefreshTokenMinutes">However often it is used; 0 for unlimited.</param>
/// <param name="RefreshTokenIdleMinutes">Without being used: 10 to 2,628,000.</param>
internal sealed record TokenPolicy(int AccessTokenMinutes, int RefreshTokenMinutes, int RefreshTokenIdleMinutes);
