using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OktaSpa.Cli.Stacks.Yaml;

/// <summary>A single value: text, a number, true, false or nothing, as go-yaml tells them apart.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Value">As written, without quotation marks.</param>
/// <param name="IsPlain">Without quotation marks and tag: go-yaml decides what it is.</param>
/// <param name="IsTagged">With a tag that makes something else than text of it.</param>
internal sealed partial record YamlScalar(Position Start, string Value, bool IsPlain, bool IsTagged = false)
    : YamlNode(Start)
{
    public override long Size => 1;

    /// <summary>
    /// What go-yaml reads instead of what is written, and what to write; null where it reads what is written.
    /// </summary>
    public Fault? Misread
    {
        get
        {
            if (IsTagged)
                return new(
                    RuleBook.YamlMisread,
                    $"the tag before {Value} makes another value of it",
                    "leave the tag away; in quotation marks it is text"
                );
            if (!IsPlain || Value.Length == 0 || !MayBeMisread(Value[0]))
                return null;
            if (IsDate())
                return new(RuleBook.YamlMisread, $"YAML reads a date in {Value}", "quote it");
            return IsOddNumber()
                ? new(
                    RuleBook.YamlMisread,
                    $"YAML reads another number in {Value}",
                    "quote it, or write a number as plain digits"
                )
                : null;
        }
    }

    /// <summary>The same for a key, which Pulumi makes text of: null where that is what is written.</summary>
    public Fault? MisreadKey =>
        Misread
        ?? (
            IsNull || (IsBoolean && Value != Text) || (IsNumber && Value != Text)
                ? new(
                    RuleBook.YamlMisread,
                    $"YAML reads something else than text in {(Value.Length == 0 ? "an empty key" : Value)}",
                    "quote it"
                )
                : null
        );

    public bool IsNull => IsPlain && Value is ("" or "~" or "null" or "Null" or "NULL");

    public bool IsBoolean => IsPlain && Value is ("true" or "True" or "TRUE" or "false" or "False" or "FALSE");

    /// <summary>Whether it is a number, written as JSON would or nearly so.</summary>
    public bool IsNumber =>
        IsPlain
        && Misread is null
        && Number().IsMatch(Value)
        && double.IsFinite(double.Parse(Value, CultureInfo.InvariantCulture));

    /// <summary>Whether it is text.</summary>
    public bool IsText => !IsTagged && Misread is null && !IsNull && !IsBoolean && !IsNumber;

    /// <summary>What Pulumi makes of it where it wants text.</summary>
    public string Text =>
        IsNull ? ""
        : IsBoolean ? Value.ToLowerInvariant()
        : IsNumber && !PlainNumber().IsMatch(Value)
            ? double.Parse(Value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)
        : Value;

    public override void WriteTo(Utf8JsonWriter json)
    {
        if (IsNull)
            json.WriteNullValue();
        else if (IsBoolean)
            json.WriteBooleanValue(Value[0] is 't' or 'T');
        else if (IsNumber)
            json.WriteNumberValue(double.Parse(Value, CultureInfo.InvariantCulture));
        // A misread scalar is reported where it stands; what is written shows best what else is wrong.
        else
            json.WriteStringValue(Value);
    }

    // go-yaml, resolve.go: resolveTable. Most texts begin with a letter, and need no closer look.
    private static bool MayBeMisread(char first) => first is '+' or '-' or '.' || char.IsAsciiDigit(first);

    private bool IsOddNumber() =>
        OddNumber().IsMatch(Value)
        || (
            Value[0] != '.'
            && Value.Contains('_', StringComparison.Ordinal)
            && Value.Replace("_", "", StringComparison.Ordinal) is var plain
            && (Number().IsMatch(plain) || OddNumber().IsMatch(plain))
        );

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

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\z")]
    private static partial Regex PlainNumber();
}
