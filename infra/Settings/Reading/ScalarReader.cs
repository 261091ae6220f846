using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OktaSpa.Settings.Reading;

/// <summary>Reads single values within their limits; null where one is wrong, which is then a problem.</summary>
/// <param name="pullRequest">The pull request that <c>PR_NUMBER</c> stands for; null where no text may hold it.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed partial class ScalarReader(PullRequest? pullRequest, ProblemList problems)
{
    /// <summary>A boolean, or one of the texts that <c>pulumi config set</c> writes for it.</summary>
    public Written<bool>? ReadBoolean(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.True => new(true, path),
            JsonValueKind.False => new(false, path),
            JsonValueKind.String when element.GetString() is "true" or "false" => new(
                element.GetString() == "true",
                path
            ),
            _ => NotThis<bool>(element, path, "true or false"),
        };

    /// <summary>A whole number within its limits, or the text that <c>pulumi config set</c> writes for it.</summary>
    public Written<int>? ReadInteger(SettingAttribute setting, JsonElement element, string path)
    {
        var number =
            element.ValueKind is JsonValueKind.Number ? element.GetDouble()
            : element.ValueKind is JsonValueKind.String && Digits().IsMatch(element.GetString()!)
                ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture)
            : double.NaN;
        if (double.IsInteger(number) && number >= setting.Minimum && number <= setting.Maximum)
            return new((int)number, path);
        var wanted = string.Create(
            CultureInfo.InvariantCulture,
            $"a whole number from {setting.Minimum} to {setting.Maximum}"
        );
        var rule = double.IsNaN(number) ? RuleBook.WrongKind : RuleBook.OutOfRange;
        problems.Add(rule, path, $"this is {JsonText.Shown(element)}, not {wanted}", $"write {wanted}");
        return null;
    }

    /// <summary>One of the names of an enumeration, in camel case.</summary>
    /// <param name="type">The enumeration.</param>
    /// <param name="element">What is written.</param>
    /// <param name="path">Its place.</param>
    /// <returns>A <see cref="Written{T}"/> of the enumeration.</returns>
    public object? ReadChoice(Type type, JsonElement element, string path)
    {
        var words = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        var index = element.ValueKind == JsonValueKind.String ? words.IndexOf(element.GetString()!) : -1;
        if (index < 0)
            return NotThis<string>(element, path, Text.Or(words));
        var value = Enum.GetValues(type).GetValue(index);
        return Activator.CreateInstance(typeof(Written<>).MakeGenericType(type), value, path);
    }

    /// <summary>A text of visible characters that its setting's pattern takes.</summary>
    public Written<string>? ReadText(SettingAttribute setting, JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            var isScalar = element.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
            problems.Add(
                RuleBook.WrongKind,
                path,
                $"this is {JsonText.Shown(element)}, not text",
                isScalar ? "quote it: YAML reads it as something else" : "write text"
            );
            return null;
        }
        var text = element.GetString()!;
        if (Check(text) is { } fault)
        {
            problems.Add(fault.At(path));
            return null;
        }
        var template = text.Contains(PullRequest.Placeholder, StringComparison.Ordinal) ? text : null;
        var filledIn = pullRequest?.FillIn(text) ?? text;
        if (!Matches(setting, filledIn, path))
            return null;
        if (filledIn.Length > setting.MaximumLength)
        {
            problems.Add(
                RuleBook.TooLong,
                path,
                $"this text has {filledIn.Length} characters, but Okta takes {setting.MaximumLength}",
                "shorten it"
            );
            return null;
        }
        return new(filledIn, path) { Template = template };
    }

    /// <summary>Checks the name of an entry of a mapping as any text is.</summary>
    public void CheckName(SettingAttribute setting, string name, string path)
    {
        if (Check(name) is { } fault)
            problems.Add(fault.At(path));
        else
            Matches(setting, name, path);
    }

    /// <summary>Whether a text matches its setting's pattern; a problem where it does not.</summary>
    public bool Matches(SettingAttribute setting, string text, string path)
    {
        // JSON Schema has no \z, and .NET's $ would take a line break.
        if (setting.Pattern is not { } pattern || Regex.IsMatch(text, $@"{pattern[..^1]}\z"))
            return true;
        var rule = setting.IsName ? RuleBook.InvalidName : RuleBook.InvalidId;
        problems.Add(rule, path, $"{Text.Quote(text)} is not valid here", setting.PatternRemedy!);
        return false;
    }

    private Fault? Check(string text)
    {
        var quoted = Text.Quote(text);
        if (Timestamp().IsMatch(text))
            return new(RuleBook.YamlDate, $"YAML has read a date here and made {quoted} of it", "quote it");
        if (string.IsNullOrWhiteSpace(text))
            return new(RuleBook.Empty, "this text is empty", "write one");
        if (text != text.Trim() || text.Any(char.IsControl))
            return new(
                RuleBook.StrayWhiteSpace,
                $"{quoted} has white space at an end or a control character",
                "remove it"
            );
        if (Text.HasHidden(text))
            return new(
                RuleBook.HiddenCharacter,
                $"{quoted} has characters that are not seen, or that change the order of what is",
                "remove them"
            );
        if (pullRequest is null && text.Contains(PullRequest.Placeholder, StringComparison.Ordinal))
            return new(
                RuleBook.PlaceholderElsewhere,
                $"{quoted} holds {PullRequest.Placeholder}, which stands for a number only in the stack of a pull request",
                "write the text out; stacks of pull requests are named pr-<number>"
            );
        return null;
    }

    private Written<T>? NotThis<T>(JsonElement element, string path, string wanted)
    {
        problems.Add(RuleBook.WrongKind, path, $"this is {JsonText.Shown(element)}, not {wanted}", $"write {wanted}");
        return null;
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})\z")]
    private static partial Regex Digits();

    // How the Pulumi CLI hands over a date that YAML has read, such as an unquoted 2024-01-01.
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)? [+-]\d{4} ")]
    private static partial Regex Timestamp();
}
