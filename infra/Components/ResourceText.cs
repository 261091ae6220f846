using System.Security.Cryptography;
using System.Text;

namespace OktaSpa.Components;

/// <summary>Texts that are made of names of any length, for fields of limited length.</summary>
internal static class ResourceText
{
    /// <summary>
    /// The text itself, or as much of it as fits with a hash of the whole, so that different texts stay different.
    /// </summary>
    public static string Shorten(string text, int maximum) =>
        text.Length <= maximum
            ? text
            : $"{text[..(maximum - 9)]}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}";
}
