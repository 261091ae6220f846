using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace OktaSpa.Cli.Graph;

/// <summary>
/// What is said to people, its words told apart from the values in it: a value may be any text of a configuration, and
/// Markdown shows it as code. Written as an interpolated string, whose holes are the values.
/// </summary>
[InterpolatedStringHandler]
[JsonConverter(typeof(AsText))]
internal sealed partial class Sentence : IEquatable<Sentence>
{
    private readonly List<(string Text, bool IsValue)> parts = [];

    /// <param name="literalLength">Given by the compiler.</param>
    /// <param name="formattedCount">Given by the compiler.</param>
    public Sentence(int literalLength, int formattedCount) =>
        parts.EnsureCapacity(formattedCount + (literalLength > 0 ? formattedCount + 1 : 0));

    /// <summary>Words and values in their order.</summary>
    public IReadOnlyList<(string Text, bool IsValue)> Parts => parts;

    /// <summary>For places where an interpolated string would be a mere text.</summary>
    public static Sentence Of(Sentence sentence) => sentence;

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static Sentence And(IEnumerable<Sentence> sentences)
    {
        var list = sentences.ToList();
        Sentence joined = $"";
        foreach (var (index, sentence) in list.Index())
        {
            if (index > 0)
                joined.AppendLiteral(index == list.Count - 1 ? " and " : ", ");
            joined.AppendFormatted(sentence);
        }
        return joined;
    }

    /// <summary>
    /// A text that somebody else has written: what is not plain words and punctuation is a value, so that it can be no
    /// markup, link or mention.
    /// </summary>
    public static Sentence Read(string text)
    {
        Sentence sentence = $"";
        foreach (var (index, word) in text.Split(' ').Index())
        {
            if (index > 0)
                sentence.AppendLiteral(" ");
            var end = word.TrimEnd(',', ';', ':', '.');
            if (end.Length == 0 || PlainWord().IsMatch(end))
            {
                sentence.AppendLiteral(word);
                continue;
            }
            sentence.AppendFormatted(end);
            sentence.AppendLiteral(word[end.Length..]);
        }
        return sentence;
    }

    /// <summary>At most five of the values, and how many others there are.</summary>
    public static Sentence Few(IReadOnlyList<string> values)
    {
        const int maximum = 5;
        if (values.Count <= maximum)
            return $"{values}";
        var others = values.Count - maximum;
        var shown = values.Take(maximum).Select(value => Of($"{value}"));
        Sentence last = others == 1 ? Of($"{others} other") : Of($"{others} others");
        return And(shown.Append(last));
    }

    public void AppendLiteral(string words) => parts.Add((words, false));

    public void AppendFormatted(string? value) => parts.Add((value ?? "", true));

    public void AppendFormatted(double number) => parts.Add((number.ToString(CultureInfo.InvariantCulture), false));

    public void AppendFormatted(Sentence sentence) => parts.AddRange(sentence.parts);

    public void AppendFormatted(IEnumerable<string> values) =>
        AppendFormatted(And(values.Select(value => Of($"{value}"))));

    public override string ToString() => string.Concat(parts.Select(part => part.Text));

    public bool Equals(Sentence? other) => other is not null && parts.SequenceEqual(other.parts);

    public override bool Equals(object? obj) => Equals(obj as Sentence);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    [GeneratedRegex(@"^(\(?\p{L}+(['’-]\p{L}+)*\)?[!?]?|[0-9]{1,4})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainWord();

    /// <summary>For programs a sentence is a text.</summary>
    internal sealed class AsText : JsonConverter<Sentence>
    {
        public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Sentence.Read(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
