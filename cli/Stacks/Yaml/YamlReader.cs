using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OktaSpa.Cli.Stacks.Yaml;

/// <summary>Reads YAML as the Pulumi CLI does (go-yaml v3) where YamlDotNet reads it in another way.</summary>
internal sealed class YamlReader
{
    // Ten times what settings need, and less than System.Text.Json takes.
    private const int MaximumDepth = 50;

    // Aliases of aliases can stand for more values than a machine can hold; go-yaml has such a limit, too.
    private const int MaximumExpansion = 100_000;

    private const string Remedy = "correct the text here, or just before";

    private static readonly TagName TextTag = new("tag:yaml.org,2002:str");
    private static readonly TagName MergeTag = new("tag:yaml.org,2002:merge");

    private static readonly Fault TabFault = new(
        FileRules.YamlTab,
        "a tab stands where YAML takes only spaces",
        "indent with spaces"
    );

    private readonly string text;
    private readonly string file;
    private readonly Parser parser;

    // Null while the value that has the anchor is still being read.
    private readonly Dictionary<AnchorName, YamlNode?> anchors = [];
    private Position? alias;
    private Position place;
    private long expansion;
    private int flow;
    private bool afterPlain;

    /// <param name="text">The text to read.</param>
    /// <param name="file">How to name its file.</param>
    public YamlReader(string text, string file)
    {
        (this.text, this.file, place) = (text, file, Position.Top(file));
        parser = new(new StringReader(text));
    }

    /// <summary>Reads the first document.</summary>
    /// <exception cref="UnreadableFileException">It cannot be read.</exception>
    public YamlDocument Read()
    {
        RefuseControlCharacters();
        try
        {
            parser.Consume<StreamStart>();
            var root = parser.TryConsume<DocumentStart>(out var start) ? ReadFirst(start) : null;
            return new()
            {
                Root = root is YamlScalar { IsNull: true } ? null : root,
                Alias = alias,
                Second = FindSecond(),
            };
        }
        catch (YamlException exception)
        {
            throw Explained(exception);
        }
        // What YamlDotNet's scanner throws at texts that it does not expect.
        catch (Exception exception)
            when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            throw new UnreadableFileException(
                place,
                flow > 0
                    ? new(
                        RuleBook.NotYaml,
                        "what stands between these brackets or braces is not indented as YAML wants",
                        "indent it more than the line on which they open"
                    )
                    : new(RuleBook.NotYaml, "this is not YAML", Remedy)
            );
        }
    }

    private YamlNode ReadFirst(DocumentStart start) =>
        start.Version is null or { Version: { Major: 1, Minor: 1 } }
            ? ReadNode(0)
            : throw new UnreadableFileException(
                At(start.Start),
                new(RuleBook.NotYaml, "Pulumi reads YAML 1.1 only", "remove the line with %YAML")
            );

    private YamlNode ReadNode(int depth)
    {
        var start = place = At(parser.Current!.Start);
        RefuseTab(parser.Current.Start);
        if (depth > MaximumDepth)
            throw new UnreadableFileException(
                start,
                new(FileRules.YamlTooDeep, $"this is nested more than {MaximumDepth} levels deep", "write it flatter")
            );
        switch (parser.Consume<ParsingEvent>())
        {
            case AnchorAlias found:
                return Resolve(found, start);
            case Scalar scalar:
                afterPlain = scalar.Style == ScalarStyle.Plain && scalar.Value.Length > 0;
                return Remember(
                    scalar,
                    new YamlScalar(
                        start,
                        scalar.Value,
                        IsPlain: scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true },
                        IsTagged: !scalar.Tag.IsEmpty && scalar.Tag != TextTag
                    )
                );
            case SequenceStart sequence:
                return Remember(sequence, ReadList(sequence, start, depth));
            case MappingStart mapping:
                return Remember(mapping, ReadMap(mapping, start, depth));
            default:
                throw new UnreadableFileException(start, new(RuleBook.NotYaml, "this cannot stand here", Remedy));
        }
    }

    private YamlList ReadList(SequenceStart sequence, Position start, int depth)
    {
        Announce(sequence);
        flow += sequence.Style == SequenceStyle.Flow ? 1 : 0;
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        flow -= sequence.Style == SequenceStyle.Flow ? 1 : 0;
        return new(start, items);
    }

    private YamlMap ReadMap(MappingStart mapping, Position start, int depth)
    {
        Announce(mapping);
        flow += mapping.Style == MappingStyle.Flow ? 1 : 0;
        var entries = new List<(YamlScalar Key, YamlNode Value)>();
        List<(YamlScalar Key, YamlNode Value)>? merged = null;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = At(parser.Current!.Start);
            var isMerge = parser.Current is Scalar { Value: "<<" } word && IsMerge(word);
            if (ReadNode(depth + 1) is not YamlScalar key)
                throw new UnreadableFileException(
                    at,
                    new(RuleBook.NotYaml, "a key must be text", "write text before the colon")
                );
            var isAlias = parser.Current is AnchorAlias;
            var value = ReadNode(depth + 1);
            if (!isMerge)
                entries.Add((key, value));
            else if (merged is null)
                merged = [.. Merged(value, isAlias)];
            else
                throw new UnreadableFileException(
                    at,
                    new(RuleBook.NotYaml, "the key << is there twice", "merge a list: <<: [*a, *b]")
                );
        }
        flow -= mapping.Style == MappingStyle.Flow ? 1 : 0;
        var own = entries.Select(entry => entry.Key.Value);
        return new(start, [.. entries, .. (merged ?? []).ExceptBy(own, entry => entry.Key.Value)]);
    }

    // go-yaml: what the mapping itself says wins over what is merged, the first of several merged mappings over the
    // others. A list of them must be written where it is merged.
    private static IEnumerable<(YamlScalar Key, YamlNode Value)> Merged(YamlNode value, bool isAlias) =>
        value switch
        {
            YamlMap map => map.Entries,
            YamlList list when !isAlias && list.Items.All(item => item is YamlMap) => list
                .Items.Cast<YamlMap>()
                .SelectMany(map => map.Entries)
                .DistinctBy(entry => entry.Key.Value),
            _ => throw new UnreadableFileException(
                value.Start,
                new(RuleBook.NotYaml, "only a mapping, or a list of mappings, can be merged", Remedy)
            ),
        };

    private static bool IsMerge(Scalar scalar) =>
        scalar.Tag.IsEmpty ? scalar.Style == ScalarStyle.Plain : scalar.Tag == MergeTag;

    private YamlNode Resolve(AnchorAlias found, Position start)
    {
        alias ??= start;
        if (!anchors.TryGetValue(found.Value, out var target))
            throw new UnreadableFileException(
                start,
                new(RuleBook.NotYaml, $"there is no anchor {found.Value} before this", Remedy)
            );
        if (target is null)
            throw new UnreadableFileException(
                start,
                new(RuleBook.NotYaml, $"the anchor {found.Value} contains itself", Remedy)
            );
        expansion += target.Size;
        return expansion <= MaximumExpansion
            ? target
            : throw new UnreadableFileException(
                start,
                new(
                    FileRules.YamlTooManyAliases,
                    $"the aliases up to here stand for more than {MaximumExpansion} values",
                    "write the values out; what applications share belongs under defaults"
                )
            );
    }

    private void Announce(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            anchors[node.Anchor] = null;
    }

    private YamlNode Remember(NodeEvent node, YamlNode read)
    {
        if (!node.Anchor.IsEmpty)
            anchors[node.Anchor] = read;
        return read;
    }

    // Outside brackets and braces, go-yaml takes no tab where a key may begin: at the beginning of a line, or after a
    // dash. YamlDotNet takes some.
    private void RefuseTab(Mark start)
    {
        if (flow > 0)
            return;
        var end = Math.Min((int)start.Index, text.Length);
        var begin = end;
        while (begin > 0 && text[begin - 1] is ' ' or '\t' or '\r' or '\n' or '-' or '?')
            begin--;
        var mayBeKey = begin == 0;
        // The empty lines after a plain scalar belong to it.
        var isAfterPlain = afterPlain && begin > 0 && text[begin - 1] != ':';
        var line = start.Line - text.AsSpan(begin, end - begin).Count('\n');
        for (var at = begin; at < end; at++)
        {
            if (text[at] == '\t' && mayBeKey)
                throw new UnreadableFileException(new(file, line, at - text.LastIndexOf('\n', at)), TabFault);
            if (text[at] == '\n')
                line++;
            if (text[at] == '\n' && !isAfterPlain)
                mayBeKey = true;
            if (text[at] is '-' or '?' && (at == 0 || char.IsWhiteSpace(text[at - 1])))
                mayBeKey = true;
        }
    }

    private Position At(Mark mark) => new(file, mark.Line, mark.Column);

    // What follows the first document may be anything, since Pulumi does not look at it.
    private Position? FindSecond()
    {
        try
        {
            parser.TryConsume<DocumentEnd>(out _);
            return parser.Current is null or StreamEnd ? null : At(parser.Current.Start);
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            return (exception as YamlException)?.Start is { } start ? At(start) : place;
        }
    }

    // YamlDotNet takes them.
    private void RefuseControlCharacters()
    {
        var (line, column) = (1, 1);
        foreach (var character in text)
        {
            if (character is '\n' or '\r' or '\t' or (>= ' ' and <= '~') or '\u0085' or (>= '\u00A0' and <= '\uFFFD'))
            {
                (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
                continue;
            }
            throw new UnreadableFileException(
                new(file, line, column),
                new(
                    RuleBook.NotYaml,
                    $"the character U+{(int)character:X4} stands here, which YAML does not take",
                    "remove it"
                )
            );
        }
    }

    private UnreadableFileException Explained(YamlException exception)
    {
        var message = exception.Message;
        if (message.Contains(" tab ", StringComparison.Ordinal) && FindTab(exception.Start) is { } tab)
            return new(tab, TabFault);
        if (message.Contains("<document end>", StringComparison.Ordinal))
            return new(
                At(exception.Start),
                new(
                    FileRules.YamlIgnoredRest,
                    "Pulumi reads nothing from here on, since it does not belong to what stands before",
                    "indent it alike"
                )
            );
        return new(At(exception.Start), new(RuleBook.NotYaml, $"this is not YAML: {message.TrimEnd('.')}", Remedy));
    }

    // YamlDotNet names the beginning of the mapping around it.
    private Position? FindTab(Mark start)
    {
        var lines = text.Split('\n');
        for (var line = (int)start.Line; line <= lines.Length; line++)
        {
            var indentation = lines[line - 1]
                .AsSpan(0, lines[line - 1].Length - lines[line - 1].AsSpan().TrimStart().Length);
            if (indentation.IndexOf('\t') is >= 0 and var tab)
                return new(file, line, tab + 1);
        }
        return null;
    }
}
