using System.Text;

namespace OktaSpa.Cli.Rendering;

/// <summary>Text of a configuration, which anyone may have written, as it can be shown anywhere.</summary>
internal static class PlainText
{
    /// <summary>
    /// The text on one line; what shows nothing, reorders what follows, or cannot stand in XML is the replacement
    /// character.
    /// </summary>
    public static string OneLine(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsShown(rune) ? rune : Rune.ReplacementChar));

    // The two joiners belong to what they join, in Persian and in emoji.
    private static bool IsShown(Rune rune) =>
        rune.Value is 0x200C or 0x200D
        || rune.Value is not (0xFFFE or 0xFFFF)
            && !Rune.IsControl(rune)
            && !Text.IsHidden(Rune.GetUnicodeCategory(rune));
}
