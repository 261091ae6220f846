using System.Globalization;
using System.Security.Cryptography;

namespace OktaSpa.Emulator;

/// <summary>
/// Ids as Okta makes them: a prefix that tells the kind, 20 characters. Counted by kind, so that a run that is repeated
/// gets the same ones.
/// </summary>
internal sealed class Ids
{
    private readonly Dictionary<string, int> last = [];

    public string Next(string prefix)
    {
        last[prefix] = last.GetValueOrDefault(prefix) + 1;
        return prefix + last[prefix].ToString("D13", CultureInfo.InvariantCulture) + "emu7";
    }

    /// <summary>A text that nobody can guess, of letters and digits.</summary>
    public static string Random(int length) =>
        RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);
}
