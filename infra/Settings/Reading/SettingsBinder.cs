using System.Reflection;
using System.Text.Json;

namespace OktaSpa.Settings.Reading;

/// <summary>
/// Reads JSON strictly into the types of SettingsFile.cs: unknown, missing and duplicate keys, null and wrong kinds are
/// problems, all of them collected; what is wrong is left null. System.Text.Json would stop at the first.
/// </summary>
/// <param name="pullRequest">The pull request that <c>PR_NUMBER</c> stands for; null where no text may hold it.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="missing">Takes the places of required keys that are missing; null where these are problems.</param>
internal sealed class SettingsBinder(PullRequest? pullRequest, ProblemList problems, ICollection<string>? missing)
{
    private const string DefaultsKey = "defaults";

    private static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = true };

    private readonly ScalarReader scalars = new(pullRequest, problems);

    // What applications share, and the keys that are written there, right or wrong.
    private readonly HashSet<string> defaultKeys = new(StringComparer.Ordinal);
    private SharedFile? defaults;

    /// <summary>Reads a text of JSON; null where it is not a mapping.</summary>
    /// <param name="json">The settings as Pulumi hands them over.</param>
    /// <param name="key">The place to report where the whole is wrong.</param>
    public SettingsFile? Bind(string json, string key)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return (SettingsFile)BindBlock(typeof(SettingsFile), document.RootElement, "");
            NotSettings(JsonText.Kind(document.RootElement));
        }
        catch (JsonException)
        {
            // The text itself stays out of the message: it may be a secret that landed under the wrong key.
            NotSettings("text");
        }
        return null;

        void NotSettings(string kind) =>
            problems.Add(
                RuleBook.WrongKind,
                key,
                $"this is {kind}, not a mapping of settings",
                "write production and applications below it"
            );
    }

    /// <summary>The problem of a key that is not known, with the key that was probably meant.</summary>
    public static Problem Unknown(string path, string name, IReadOnlyCollection<string> known) =>
        new(
            RuleBook.UnknownKey,
            path,
            $"there is no key {Text.Quote(name)} here",
            Text.Nearest(name, known) is { } nearest ? $"did you mean {nearest}?" : $"use {Text.Or([.. known])}"
        );

    private Block BindBlock(Type type, JsonElement element, string path)
    {
        var block = Create(type, path);
        var settings = SettingsShape.Of(type).Settings;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var meant = new HashSet<string?>(StringComparer.Ordinal);
        // Applications take what they do not say from the defaults, wherever in the file these are.
        foreach (var member in element.EnumerateObject().OrderBy(member => member.Name != DefaultsKey))
        {
            var place = SettingsPath.Join(path, member.Name);
            if (!seen.Add(member.Name))
            {
                problems.Add(RuleBook.DuplicateKey, place, "this key is given twice", "keep one of them");
            }
            else if (settings.TryGetValue(member.Name, out var setting))
            {
                setting.Property.SetValue(block, BindValue(setting, member.Value, place));
            }
            else
            {
                problems.Add(Unknown(place, member.Name, settings.Keys));
                meant.Add(Text.Nearest(member.Name, settings.Keys));
            }
        }
        if (type == typeof(SharedFile))
        {
            defaults = (SharedFile)block;
            defaultKeys.UnionWith(seen);
            return block;
        }
        // A misspelled key is one mistake, not two.
        foreach (var (name, setting) in settings.Where(pair => !seen.Contains(pair.Key) && !meant.Contains(pair.Key)))
            Complete(block, setting, SettingsPath.Join(path, name));
        return block;
    }

    /// <summary>Gives a key that the file leaves out what stands for it.</summary>
    private void Complete(Block block, ShapedSetting setting, string place)
    {
        if (setting.Property.DeclaringType == typeof(SharedFile) && defaultKeys.Contains(setting.Name))
            setting.Property.SetValue(block, setting.Property.GetValue(defaults));
        else if (setting.Default is { } value)
            setting.Property.SetValue(block, AsDefault(BindValue(setting, value, place)));
        else if (setting.Setting.IsRequired && missing is not null)
            missing.Add(place);
        else if (setting.Setting.IsRequired)
            problems.Add(RuleBook.MissingKey, place, "this key is missing, and has no default", $"add {setting.Name}");
    }

    private static object? AsDefault(object? value) =>
        value switch
        {
            Written<bool> flag => flag with { IsDefault = true },
            Written<int> number => number with { IsDefault = true },
            Written<string> text => text with { IsDefault = true },
            WrittenList<Written<string>> list => list with { IsDefault = true },
            _ => value,
        };

    private object? BindValue(ShapedSetting setting, JsonElement element, string path)
    {
        var type = setting.Property.PropertyType;
        if (element.ValueKind == JsonValueKind.Null)
        {
            var remedy = setting.Setting.IsRequired ? "write one" : "write one, or remove the key";
            return problems.Add(RuleBook.NoValue, path, "there is no value", remedy);
        }
        if (type.IsAssignableTo(typeof(Block)))
            return BindBlockOrWord(type, element, path);
        var item = type.GetGenericArguments()[0];
        if (type.GetGenericTypeDefinition() == typeof(WrittenList<>))
            return item == typeof(Written<string>)
                ? BindList(setting, element, path, (entry, at) => scalars.ReadText(setting.Setting, entry, at))
                : Generic(nameof(BindBlocks), item).Invoke(this, [setting, element, path]);
        if (type.GetGenericTypeDefinition() == typeof(WrittenMap<>))
            return Generic(nameof(BindMap), item).Invoke(this, [setting, element, path]);
        if (item == typeof(bool))
            return scalars.ReadBoolean(element, path);
        if (item == typeof(int))
            return scalars.ReadInteger(setting.Setting, element, path);
        return item.IsEnum ? scalars.ReadChoice(item, element, path) : scalars.ReadText(setting.Setting, element, path);
    }

    private static MethodInfo Generic(string name, Type item) =>
        typeof(SettingsBinder).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(item);

    private Block? BindBlockOrWord(Type type, JsonElement element, string path)
    {
        var (settings, words, brief) = SettingsShape.Of(type);
        if (words is not null && element.ValueKind == JsonValueKind.String)
        {
            if (words.Words.FirstOrDefault(word => element.ValueEquals(word)) is { } word)
                return Create(type, path, word);
        }
        if (element.ValueKind == JsonValueKind.Object)
            return BindBlock(type, element, path);
        if (brief is not null)
            return BindShort(type, brief, element, path);
        var (wanted, remedy) = words is null
            ? ("a mapping", $"write a mapping of {string.Join(", ", settings.Keys)}")
            : (
                Text.Or([.. words.Words, "a mapping"]),
                $"write {Text.Or([.. words.Words, $"a mapping such as {words.Example}"])}"
            );
        problems.Add(RuleBook.WrongKind, path, $"this is {JsonText.Shown(element)}, not {wanted}", remedy);
        return null;
    }

    /// <summary>A single value for the mapping: what is wrong with it is told at the value's own place.</summary>
    private Block? BindShort(Type type, ShapedSetting brief, JsonElement element, string path)
    {
        if (BindValue(brief, element, path) is not { } value)
            return null;
        var block = Create(type, path);
        brief.Property.SetValue(block, value);
        foreach (var setting in SettingsShape.Of(type).Settings.Values.Where(setting => setting != brief))
            Complete(block, setting, path);
        return block;
    }

    private static Block Create(Type type, string path, string? word = null)
    {
        var block = (Block)Activator.CreateInstance(type, nonPublic: true)!;
        typeof(Block).GetProperty(nameof(Block.Place))!.SetValue(block, path);
        typeof(Block).GetProperty(nameof(Block.Word))!.SetValue(block, word);
        return block;
    }

    private WrittenList<T>? BindBlocks<T>(ShapedSetting setting, JsonElement element, string path)
        where T : Block => BindList(setting, element, path, (entry, at) => (T?)BindBlockOrWord(typeof(T), entry, at));

    private WrittenList<T>? BindList<T>(
        ShapedSetting setting,
        JsonElement element,
        string path,
        Func<JsonElement, string, T?> bind
    )
        where T : class
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            var message = $"this is {JsonText.Shown(element)}, not a list";
            problems.Add(RuleBook.WrongKind, path, message, "write a list, even of one: [value]");
            return null;
        }
        if (element.GetArrayLength() == 0 && !setting.Setting.MayBeEmpty)
        {
            var remedy = setting.Setting.IsRequired
                ? "write at least one"
                : "write at least one, or remove the key for the default";
            problems.Add(RuleBook.Empty, path, "this list is empty", remedy);
            return null;
        }
        var entries = element.EnumerateArray().Select((entry, index) => Entry(entry, SettingsPath.Join(path, index)));
        var items = entries.OfType<T>().ToList();
        return new(items, path, IsWhole: items.Count == element.GetArrayLength());

        T? Entry(JsonElement entry, string at)
        {
            if (entry.ValueKind != JsonValueKind.Null)
                return bind(entry, at);
            problems.Add(RuleBook.NoValue, at, "there is no value", "write one, or remove the entry");
            return null;
        }
    }

    private WrittenMap<T>? BindMap<T>(ShapedSetting setting, JsonElement element, string path)
        where T : Block
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            var message = $"this is {JsonText.Shown(element)}, not a mapping";
            problems.Add(RuleBook.WrongKind, path, message, "write a mapping of names");
            return null;
        }
        var items = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var place = SettingsPath.Join(path, member.Name);
            var name = pullRequest?.FillIn(member.Name) ?? member.Name;
            if (items.ContainsKey(name))
                problems.Add(RuleBook.DuplicateKey, place, "this key is given twice", "keep one of them");
            scalars.CheckName(setting.Setting, member.Name, place);
            if (member.Value.ValueKind == JsonValueKind.Null)
                problems.Add(RuleBook.NoValue, place, "there is no value", "write one, or remove the key");
            else if (BindBlockOrWord(typeof(T), member.Value, place) is T value)
                items[name] = value;
        }
        if (!element.EnumerateObject().Any() && !setting.Setting.MayBeEmpty)
            problems.Add(RuleBook.Empty, path, "this mapping is empty", "write at least one");
        return new([.. items], path);
    }
}
