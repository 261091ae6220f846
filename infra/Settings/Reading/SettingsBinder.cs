using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OktaSpa.Settings.Reading;

/// <summary>
/// Reads JSON strictly into the types of SettingsFile.cs: unknown, missing and duplicate keys, null and wrong kinds are
/// problems, all of them collected; what is wrong is left null. System.Text.Json would stop at the first.
/// </summary>
/// <param name="pullRequest">The number that <c>PR_NUMBER</c> stands for; null where no text may hold it.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed partial class SettingsBinder(string? pullRequest, ICollection<Problem> problems)
{
    /// <summary>
    /// What stands for the pull request's number in the template of its environment: braces would break YAML's flow
    /// style.
    /// </summary>
    public const string Placeholder = "PR_NUMBER";

    private readonly Dictionary<string, string> templates = new(StringComparer.Ordinal);

    /// <summary>
    /// The text at a place as it is written, with <see cref="Placeholder"/> in it; null where it holds none.
    /// </summary>
    public string? TemplateAt(string path) => templates.GetValueOrDefault(path);

    private static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = true };

    /// <summary>Reads a text of JSON; null where it is not a mapping.</summary>
    /// <param name="json">The settings as Pulumi hands them over.</param>
    /// <param name="key">The place to report where the whole is wrong.</param>
    public SettingsFile? Bind(string json, string key)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return (SettingsFile)BindRecord(typeof(SettingsFile), document.RootElement, "");
            problems.Add(
                new(
                    key,
                    $"this is {Kind(document.RootElement)}, not a mapping of settings",
                    "write production and applications below it"
                )
            );
        }
        catch (JsonException)
        {
            // The text itself stays out of the message: it may be a secret that landed under the wrong key.
            problems.Add(
                new(key, "this is text, not a mapping of settings", "write production and applications below it")
            );
        }
        return null;
    }

    private object BindRecord(Type type, JsonElement element, string path)
    {
        var record = Activator.CreateInstance(type, nonPublic: true)!;
        var properties = Shape.Of(type);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var meant = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var place = Join(path, member.Name);
            if (!seen.Add(member.Name))
            {
                problems.Add(new(place, "this key is there twice", "keep one of them"));
            }
            else if (properties.TryGetValue(member.Name, out var property))
            {
                property.SetValue(record, BindValue(property.PropertyType, property, member.Value, place));
            }
            else
            {
                problems.Add(Unknown(place, member.Name, properties.Keys));
                meant.Add(Text.Nearest(member.Name, properties.Keys));
            }
        }
        foreach (var (name, property) in properties)
        {
            // A misspelt key is one mistake, not two.
            if (IsRequired(property) && !seen.Contains(name) && !meant.Contains(name))
                problems.Add(new(Join(path, name), "this key is missing, and has no default", $"add {name}"));
        }
        return record;
    }

    // The type says what is wanted, the property's attributes within which limits.
    private object? BindValue(Type type, PropertyInfo property, JsonElement element, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (element.ValueKind == JsonValueKind.Null)
            return Wrong(
                path,
                "there is no value",
                IsRequired(property) ? "write one" : "write one, or leave the key away"
            );
        if (type == typeof(bool))
            return BindBoolean(element, path);
        if (type == typeof(int))
            return BindInteger(property, element, path);
        if (type == typeof(string))
            return BindText(property, element, path);
        if (type.IsEnum)
            return BindEnum(type, element, path);
        if (type == typeof(List<string>))
            return BindList(property, element, path);
        if (type.IsAssignableTo(typeof(IDictionary)))
            return BindMap(type, property, element, path);

        if (type.GetCustomAttribute<KeywordAttribute>() is { Word: var word, Example: var example })
        {
            if (element.ValueKind == JsonValueKind.String && element.GetString() == word)
            {
                var keyword = Activator.CreateInstance(type, nonPublic: true)!;
                typeof(KeywordRecord).GetProperty(nameof(KeywordRecord.IsKeyword))!.SetValue(keyword, true);
                return keyword;
            }
            if (element.ValueKind != JsonValueKind.Object)
                return Wrong(
                    path,
                    $"this is {Shown(element)}, not {word} or a mapping",
                    $"write {word}, or a mapping such as {example}"
                );
        }
        return element.ValueKind == JsonValueKind.Object
            ? BindRecord(type, element, path)
            : Wrong(
                path,
                $"this is {Shown(element)}, not a mapping",
                $"write a mapping of {string.Join(", ", Shape.Of(type).Keys)}"
            );
    }

    private object? BindBoolean(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            // pulumi config set writes booleans and numbers as strings.
            JsonValueKind.String when element.GetString() is "true" or "false" => element.GetString() == "true",
            _ => Wrong(path, $"this is {Shown(element)}, not true or false", "write true or false"),
        };

    private object? BindInteger(PropertyInfo property, JsonElement element, string path)
    {
        var range = property.GetCustomAttribute<RangeAttribute>()!;
        var wanted = string.Create(
            CultureInfo.InvariantCulture,
            $"a whole number from {range.Minimum} to {range.Maximum}"
        );
        var text = element.ValueKind is JsonValueKind.String ? element.GetString()! : element.GetRawText();
        var number =
            element.ValueKind is JsonValueKind.Number ? element.GetDouble()
            : element.ValueKind is JsonValueKind.String && Digits().IsMatch(text)
                ? double.Parse(text, CultureInfo.InvariantCulture)
            : double.NaN;
        return double.IsInteger(number) && number >= (int)range.Minimum && number <= (int)range.Maximum
            ? (int)number
            : Wrong(path, $"this is {Shown(element)}, not {wanted}", $"write {wanted}");
    }

    private string? BindText(PropertyInfo property, JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return (string?)Wrong(
                path,
                $"this is {Shown(element)}, not text",
                element.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                    ? "quote it: YAML reads it as something else"
                    : "write text"
            );
        }
        var text = element.GetString()!;
        if (Timestamp().IsMatch(text))
            return (string?)Wrong(path, $"YAML has read a date here and made {Text.Quote(text)} of it", "quote it");
        if (string.IsNullOrWhiteSpace(text))
            return (string?)Wrong(path, "this text is empty", "write one");
        if (text != text.Trim() || text.Any(char.IsControl))
            return (string?)Wrong(
                path,
                $"{Text.Quote(text)} has white space at an end or a control character",
                "leave it away"
            );
        if (Text.HasHidden(text))
            return (string?)Wrong(
                path,
                $"{Text.Quote(text)} has characters that are not seen, or that change the order of what is",
                "leave them away"
            );
        if (text.Contains(Placeholder, StringComparison.Ordinal))
        {
            if (pullRequest is null)
                return (string?)Wrong(
                    path,
                    $"{Text.Quote(text)} holds {Placeholder}, which stands for a number only in the stack of a pull request",
                    "write the text out; stacks of pull requests are named pr-<number>"
                );
            templates[path] = text;
            text = text.Replace(Placeholder, pullRequest, StringComparison.Ordinal);
        }
        return Matches(property, text, path) ? text : null;
    }

    private object? BindEnum(Type type, JsonElement element, string path)
    {
        var words = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        var index = element.ValueKind == JsonValueKind.String ? words.IndexOf(element.GetString()!) : -1;
        return index >= 0
            ? Enum.GetValues(type).GetValue(index)
            : Wrong(path, $"this is {Shown(element)}, not {Text.Or(words)}", $"write {Text.Or(words)}");
    }

    private List<string>? BindList(PropertyInfo property, JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return (List<string>?)Wrong(
                path,
                $"this is {Shown(element)}, not a list",
                "write a list, even of one: [value]"
            );
        if (element.GetArrayLength() == 0 && property.IsDefined(typeof(MinLengthAttribute)))
            return (List<string>?)Wrong(
                path,
                "this list is empty",
                IsRequired(property)
                    ? "write at least one"
                    : "write at least one, or leave the key away for the default"
            );
        // An entry that is wrong stays in as null, so that the places of the others are right.
        return
        [
            .. element
                .EnumerateArray()
                .Select(
                    (entry, index) =>
                        entry.ValueKind == JsonValueKind.Null
                            ? (string)
                                Wrong(Join(path, index), "there is no value", "write one, or leave the entry away")!
                            : BindText(property, entry, Join(path, index))!
                ),
        ];
    }

    private IDictionary? BindMap(Type type, PropertyInfo property, JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return (IDictionary?)Wrong(path, $"this is {Shown(element)}, not a mapping", "write a mapping of names");
        var map = (IDictionary)Activator.CreateInstance(type)!;
        foreach (var member in element.EnumerateObject())
        {
            var place = Join(path, member.Name);
            if (map.Contains(member.Name))
                problems.Add(new(place, "this key is there twice", "keep one of them"));
            Matches(property, member.Name, place);
            map[member.Name] = BindValue(type.GetGenericArguments()[1], property, member.Value, place);
        }
        return map;
    }

    private bool Matches(PropertyInfo property, string text, string path)
    {
        if (
            property.GetCustomAttribute<RegularExpressionAttribute>() is not { Pattern: var pattern }
            || Regex.IsMatch(text, pattern.Replace("$", @"\z", StringComparison.Ordinal))
        )
            return true;
        problems.Add(new(path, $"{Text.Quote(text)} is not valid here", RemedyOf(pattern)));
        return false;

        static string RemedyOf(string pattern) =>
            pattern switch
            {
                SettingsFile.LogicalName => "write lower-case letters, digits and hyphens, a letter first",
                _ when pattern.StartsWith("^rst", StringComparison.Ordinal) =>
                    "write the id of an authentication policy, which begins with rst",
                _ => "write org, default, or the id of an authorization server, which begins with aus",
            };
    }

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    private object? Wrong(string path, string message, string remedy)
    {
        problems.Add(new(path, message, remedy));
        return null;
    }

    /// <summary>The problem of a key that is not known, with the key that was probably meant.</summary>
    public static Problem Unknown(string path, string name, IReadOnlyCollection<string> known) =>
        new(
            path,
            $"there is no key {Text.Quote(name)} here",
            Text.Nearest(name, known) is { } nearest ? $"did you mean {nearest}?" : $"use {Text.Or([.. known])}"
        );

    /// <summary>The path of a key below another one, as Pulumi writes property paths.</summary>
    public static string Join(string path, string key) =>
        PlainKey().IsMatch(key)
            ? (path.Length == 0 ? key : $"{path}.{key}")
            : $"{path}[{JsonSerializer.Serialize(key)}]";

    /// <summary>The path of an entry of a list.</summary>
    public static string Join(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static string Kind(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "a mapping",
            JsonValueKind.Null => "nothing",
            JsonValueKind.Number => "a number",
            JsonValueKind.String => "text",
            _ => "true or false",
        };

    private static string Shown(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => $"the text {Text.Quote(element.GetString()!)}",
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => Kind(element),
        };

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})\z")]
    private static partial Regex Digits();

    // How the Pulumi CLI hands over a date that YAML has read, such as an unquoted 2024-01-01.
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)? [+-]\d{4} ")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_:-]*\z")]
    private static partial Regex PlainKey();

    /// <summary>The keys of a record's mapping, in the order in which they are declared.</summary>
    private static class Shape
    {
        private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> Shapes = new();

        public static Dictionary<string, PropertyInfo> Of(Type type) =>
            Shapes.GetOrAdd(
                type,
                type =>
                    type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                        .ToDictionary(
                            property => JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                            StringComparer.Ordinal
                        )
            );
    }
}
