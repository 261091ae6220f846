using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OktaSpa.Cli.Stacks;

/// <summary>A line and a column of a file, both counted from 1.</summary>
internal readonly record struct Position(long Line, long Column)
{
    public static Position Of(Mark mark) => new(mark.Line, mark.Column);
}

/// <summary>
/// YAML as the Pulumi CLI reads it (go-yaml v3), with the place of everything. YamlDotNet's own tree stops at a
/// duplicate key, which is one problem among others here.
/// </summary>
internal abstract record YamlNode(Position Start)
{
    private static readonly TagName Text = new("tag:yaml.org,2002:str");

    /// <summary>Reads the first document of a text; null where there is none.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public static YamlNode? Parse(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return null;
        return Read(parser, []);
    }

    /// <summary>
    /// Writes the node as the JSON that Pulumi makes of it; duplicate keys stay, for the settings' own reader to find.
    /// </summary>
    public abstract void WriteTo(Utf8JsonWriter json);

    private static YamlNode Read(Parser parser, Dictionary<AnchorName, YamlNode> anchors)
    {
        var start = Position.Of(parser.Current!.Start);
        switch (parser.Consume<ParsingEvent>())
        {
            case AnchorAlias alias:
                return anchors.TryGetValue(alias.Value, out var target)
                    ? target
                    : throw new YamlException(alias.Start, alias.End, $"there is no anchor {alias.Value}");
            case Scalar scalar:
                return Remember(
                    scalar,
                    new YamlScalar(
                        start,
                        scalar.Value,
                        IsPlain: scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true },
                        IsTagged: !scalar.Tag.IsEmpty && scalar.Tag != Text
                    )
                );
            case SequenceStart sequence:
                var items = new List<YamlNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    items.Add(Read(parser, anchors));
                return Remember(sequence, new YamlList(start, items));
            case MappingStart mapping:
                var entries = new List<(YamlScalar Key, YamlNode Value)>();
                List<(YamlScalar Key, YamlNode Value)>? merged = null;
                while (!parser.TryConsume<MappingEnd>(out _))
                {
                    var mark = parser.Current!.Start;
                    if (Read(parser, anchors) is not YamlScalar { IsNull: false } key)
                        throw new YamlException(mark, mark, "a key must be text");
                    var value = Read(parser, anchors);
                    if (key is not { Value: "<<", IsPlain: true })
                        entries.Add((key, value));
                    else if (merged is null)
                        merged = [.. Merged(value)];
                    else
                        throw new YamlException(mark, mark, "the key << is there twice");
                }
                return Remember(
                    mapping,
                    new YamlMap(
                        start,
                        [
                            .. entries,
                            .. (merged ?? []).ExceptBy(
                                entries.Select(entry => entry.Key.Value),
                                entry => entry.Key.Value
                            ),
                        ]
                    )
                );
            case var other:
                throw new YamlException(other.Start, other.End, "this cannot stand here");
        }

        YamlNode Remember(NodeEvent node, YamlNode read)
        {
            if (!node.Anchor.IsEmpty)
                anchors[node.Anchor] = read;
            return read;
        }
    }

    // go-yaml: what the mapping itself says wins over what is merged, the first of several merged mappings over the
    // others.
    private static IEnumerable<(YamlScalar Key, YamlNode Value)> Merged(YamlNode merged) =>
        merged switch
        {
            YamlMap map => map.Entries,
            YamlList list => list.Items.SelectMany(Merged).DistinctBy(entry => entry.Key.Value),
            _ => throw new YamlException("only a mapping can be merged"),
        };
}

internal sealed record YamlMap(Position Start, IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries)
    : YamlNode(Start)
{
    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (key, value) in Entries)
        {
            json.WritePropertyName(key.Value);
            value.WriteTo(json);
        }
        json.WriteEndObject();
    }
}

internal sealed record YamlList(Position Start, IReadOnlyList<YamlNode> Items) : YamlNode(Start)
{
    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in Items)
            item.WriteTo(json);
        json.WriteEndArray();
    }
}

/// <param name="Start">Where it begins.</param>
/// <param name="Value">As written, without quotation marks.</param>
/// <param name="IsPlain">Without quotation marks and tag: go-yaml decides what it is.</param>
/// <param name="IsTagged">With a tag that makes something else than text of it.</param>
internal sealed partial record YamlScalar(Position Start, string Value, bool IsPlain, bool IsTagged = false)
    : YamlNode(Start)
{
    /// <summary>
    /// What go-yaml reads instead of what is written, and what to write; null where it reads what is written.
    /// </summary>
    public Fault? Misread =>
        IsTagged
            ? new(
                RuleBook.YamlMisread,
                $"the tag before {Value} makes another value of it",
                "leave the tag away; in quotation marks it is text"
            )
        : !IsPlain ? null
        : IsDate() ? new(RuleBook.YamlMisread, $"YAML reads a date in {Value}", "quote it")
        : OddNumber().IsMatch(Value)
        || (
            Value.Contains('_', StringComparison.Ordinal)
            && Value[0] != '_'
            && IsNumber(Value.Replace("_", "", StringComparison.Ordinal))
        )
            ? new(
                RuleBook.YamlMisread,
                $"YAML reads another number in {Value}",
                "quote it, or write a number as plain digits"
            )
        : null;

    public bool IsNull => IsPlain && Value is ("" or "~" or "null" or "Null" or "NULL");

    public override void WriteTo(Utf8JsonWriter json)
    {
        // A misread scalar is reported where it stands; what is written shows best what else is wrong.
        if (!IsPlain || Misread is not null)
            json.WriteStringValue(Value);
        else if (IsNull)
            json.WriteNullValue();
        else if (Value is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            json.WriteBooleanValue(Value[0] is 't' or 'T');
        else if (
            Number().IsMatch(Value)
            && double.Parse(Value, CultureInfo.InvariantCulture) is var number
            && double.IsFinite(number)
        )
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(Value);
    }

    private static bool IsNumber(string text) => Number().IsMatch(text) || OddNumber().IsMatch(text);

    // go-yaml, resolve.go: allowedTimestampFormats.
    private bool IsDate() =>
        Date().Match(Value) is { Success: true } match
        && DateOnly.TryParseExact(
            match.Groups["date"].Value,
            "yyyy-M-d",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        )
        && (
            !match.Groups["time"].Success
            || TimeOnly.TryParseExact(
                match.Groups["time"].Value,
                "H:m:s",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        );

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})([Tt](?<time>[0-9:]+)(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})|[ ](?<time>[0-9:]+)(\.[0-9]+)?)?\z"
    )]
    private static partial Regex Date();

    [GeneratedRegex(
        @"^([+-]?(0[0-9]+|0[xX][0-9A-Fa-f_]+|0[oO][0-7_]+|0[bB][01_]+)|\+[0-9]+|[+-]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z"
    )]
    private static partial Regex OddNumber();

    [GeneratedRegex(@"^[+-]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Number();
}
