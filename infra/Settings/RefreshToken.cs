namespace OktaSpa.Settings;

/// <summary>How tokens are refreshed.</summary>
/// <param name="Rotation">What happens to a refresh token that is used.</param>
/// <param name="GracePeriodSeconds">How long it then stays valid, 0 to 60; 0 where it is persistent.</param>
internal sealed record RefreshToken(RefreshTokenRotation Rotation, int GracePeriodSeconds);

/// <summary>What happens to a refresh token that is used.</summary>
internal enum RefreshTokenRotation
{
    Rotate,
    Persistent,
}
