using System.Globalization;
using System.Text;

namespace OktaSpa.Problems;

/// <summary>Small helpers for the texts that people read.</summary>
internal static class Text
{
    private const int Shown = 80;

    /// <summary>
    /// The value in quotation marks on one line: control and hidden characters escaped, a long text cut, what may be a
    /// password before an @ left out.
    /// </summary>
    public static string Quote(string value)
    {
        var (slashes, at) = (value.IndexOf("//", StringComparison.Ordinal), value.LastIndexOf('@'));
        if (slashes >= 0 && at > slashes)
            value = $"{value[..(slashes + 2)]}…{value[at..]}";
        else if (at > 0 && value[..at].Contains(':', StringComparison.Ordinal) && !value[..at].Any(char.IsWhiteSpace))
            value = $"…{value[at..]}";
        var text = new StringBuilder("\"");
        foreach (var character in value.Length > Shown ? value[..Shown] : value)
            text.Append(
                char.IsControl(character) || IsHidden(char.GetUnicodeCategory(character))
                    ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                    : character.ToString()
            );
        return text.Append(value.Length > Shown ? "…\"" : "\"").ToString();
    }

    /// <summary>
    /// Whether a text holds what makes it look like another one: format characters such as U+202E, and separators of
    /// lines. The two joiners are right between letters, in Persian and in emoji, but not at an end.
    /// </summary>
    public static bool HasHidden(string text) =>
        text.Select((character, index) => (character, index))
            .Any(pair =>
                IsHidden(char.GetUnicodeCategory(pair.character))
                && !(pair.character is '\u200C' or '\u200D' && pair.index > 0 && pair.index < text.Length - 1)
            );

    /// <summary>Whether characters of a category are not seen, or change the order of what is.</summary>
    public static bool IsHidden(UnicodeCategory category) =>
        category is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The words of a text of several lines.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary><c>1 problem</c>, <c>2 problems</c>.</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary><c>a</c>, <c>a or b</c>, <c>a, b or c</c>.</summary>
    public static string Or(IReadOnlyList<string> choices) => Join(choices, "or");

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string And(IReadOnlyList<string> items) => Join(items, "and");

    /// <summary>
    /// The candidate that <paramref name="word"/> was probably meant to be: few letters off, none at all but for case,
    /// dashes and underscores, or cut short.
    /// </summary>
    public static string? Nearest(string word, IReadOnlyCollection<string> candidates)
    {
        var (nearest, distance) = candidates
            .Select(candidate => (candidate, Distance(Plain(word), Plain(candidate))))
            .OrderBy(pair => pair.Item2)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        if (nearest is not null && distance <= Math.Max(1, nearest.Length / 3))
            return nearest;
        var longer =
            word.Length < 3
                ? []
                : candidates
                    .Where(candidate => Plain(candidate).StartsWith(Plain(word), StringComparison.Ordinal))
                    .ToList();
        return longer.Count == 1 ? longer[0] : null;

        static string Plain(string name) =>
            name.Replace("-", "", StringComparison.Ordinal)
                .Replace("_", "", StringComparison.Ordinal)
                .ToUpperInvariant();
    }

    private static string Join(IReadOnlyList<string> items, string last) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} {last} {items[^1]}";

    // Optimal string alignment: a swapped pair of letters is one slip, not two.
    public static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }
        return table[a.Length, b.Length];
    }
}
