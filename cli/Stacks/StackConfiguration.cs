using System.Text;
using System.Text.Json;
using OktaSpa.Cli.Stacks.Yaml;
using OktaSpa.Settings;
using OktaSpa.Settings.Reading;

namespace OktaSpa.Cli.Stacks;

/// <summary>
/// A stack's configuration as Pulumi makes it of the stack's file and the project's, with the place of everything.
/// </summary>
internal sealed class StackConfiguration
{
    // What Pulumi keeps beside the configuration, as text.
    private static readonly string[] TextKeys = ["secretsprovider", "encryptedkey", "encryptionsalt"];
    private static readonly string[] FileKeys = ["config", "environment", .. TextKeys];

    private static readonly string[] OrganizationKeys = ["okta:orgName", "okta:baseUrl"];

    private readonly ProjectFile project;
    private readonly string file;
    private readonly string settingsKey;
    private readonly Dictionary<string, YamlNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Position> positions = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];
    private readonly List<FileNotice> notices = [];
    private readonly List<string> missing = [];

    // Keys that were probably meant where another one stands: that they are missing is the same mistake.
    private readonly HashSet<string> meant = new(StringComparer.Ordinal);

    /// <param name="project">The project's file.</param>
    /// <param name="text">What the stack's file holds.</param>
    /// <param name="file">How to name it.</param>
    /// <exception cref="UnreadableFileException">It cannot be read.</exception>
    public StackConfiguration(ProjectFile project, string text, string file)
    {
        (this.project, this.file, settingsKey) = (project, file, StackSettings.KeyOf(project.Name));
        var document = YamlDocument.Read(text, file);
        if (document.Root is YamlMap map)
            ReadFile(map);
        else if (document.Root is { } other)
            throw new UnreadableFileException(
                other.Start,
                new(RuleBook.NotYaml, "this is not a stack file", "write config: and the settings below it")
            );
        NoteWhatPulumiLoses(document);
        AddProject();
        FindMisplacedSettings();
        foreach (var (name, node) in nodes)
            ReadValue(name, node);
        foreach (var setting in project.Settings.Where(setting => setting.IsOwn))
            CheckDeclared(setting);
    }

    /// <summary>What is wrong before anybody looks at the settings themselves.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>What Pulumi does not read, or loses when it writes.</summary>
    public IReadOnlyList<FileNotice> Notices => notices;

    /// <summary>
    /// Where the file names environments of Pulumi ESC, whose values are not seen here; null for nowhere.
    /// </summary>
    public Position? Environment { get; private set; }

    /// <summary>Keys that Pulumi.yaml asks for, and that Pulumi ESC may give.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>Whether the settings say that the stack is strict; null where they say nothing.</summary>
    public bool? IsProduction =>
        nodes.GetValueOrDefault(settingsKey) is YamlMap map && map["production"] is YamlScalar { Text: var text }
            ? text == "true"
            : null;

    /// <summary>The value of a key, objects as JSON; null where it is not there, or encrypted.</summary>
    public string? Get(string key) => values.GetValueOrDefault(key);

    /// <summary>Whether a place is written in one of the files.</summary>
    public bool Has(string path) => positions.ContainsKey(path);

    /// <summary>Whether a problem is one that is told already, or follows from it.</summary>
    public bool IsTold(Problem problem) =>
        meant.Contains(problem.Path)
        || (meant.Contains("config") && problem.Rule == RuleBook.MissingKey)
        || problems.Any(told => told.Path == problem.Path);

    /// <summary>
    /// Where a place is written. What is missing has no place of its own: the nearest around it will do.
    /// </summary>
    public Position PositionOf(string path)
    {
        Position position;
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (positions.TryGetValue(at, out position))
                return position;
        }
        return !IsKey(path) && positions.TryGetValue(settingsKey, out position) ? position
            : positions.TryGetValue("config", out position) ? position
            : Position.Top(file);
    }

    // Of a whole configuration, not of the settings.
    private bool IsKey(string path) =>
        path.StartsWith(ProviderKeys.Namespace, StringComparison.Ordinal)
        || path.StartsWith($"{project.Name}:", StringComparison.Ordinal);

    private void ReadFile(YamlMap map)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (!Take(key.Value, key))
                continue;
            if (key.Value == "config")
            {
                ReadConfig(value);
                continue;
            }
            Walk(value, key.Value, isSettings: false);
            if (key.Value == "environment")
            {
                if (value is not YamlScalar { IsNull: true } and not YamlList { Items: [] })
                    Environment = key.Start;
            }
            else if (TextKeys.Contains(key.Value))
            {
                if (value is not YamlScalar)
                    Add(RuleBook.WrongKind, key.Value, "this is not text", "write what Pulumi has written here");
            }
            else if (key.MisreadKey is null && !IsSlip(key.Value, FileKeys))
            {
                Note(
                    key.Start,
                    FileRules.IgnoredKey,
                    $"Pulumi does not read {Text.Quote(key.Value)}, and removes it when it writes this file",
                    "write a comment instead, or defaults for what applications share"
                );
            }
        }
    }

    private void ReadConfig(YamlNode value)
    {
        if (value is YamlScalar { IsNull: true })
            return;
        if (value is not YamlMap config)
        {
            Add(
                RuleBook.WrongKind,
                "config",
                "this is not a mapping",
                $"write a mapping of {Text.And([.. OrganizationKeys, settingsKey])}"
            );
            return;
        }
        foreach (var (key, node) in config.Entries)
        {
            if (ConfigurationKey.Parse(key.Value, project.Name) is { } name)
            {
                if (Take(name, key))
                    nodes[name] = node;
                continue;
            }
            Take(key.Value, key);
            Add(
                FileRules.InvalidConfigurationKey,
                key.Value,
                "Pulumi does not take this key",
                "write a namespace, a colon and a name, as in okta:orgName"
            );
        }
    }

    private void NoteWhatPulumiLoses(YamlDocument document)
    {
        if (document.Alias is { } alias)
            Note(
                alias,
                FileRules.YamlAnchor,
                "pulumi config set, and whatever else writes this file, writes each alias and merge key out in full",
                "put what applications share below defaults"
            );
        if (document.Second is { } second)
            Note(
                second,
                FileRules.YamlSecondDocument,
                "Pulumi does not read what stands from here on, and removes it when it writes this file",
                "move it into the first document, or into a file of its own"
            );
    }

    // The stack's own values win. Pulumi takes the keys in this order.
    private void AddProject()
    {
        foreach (var setting in project.Settings.OrderBy(setting => setting.Written.Value, StringComparer.Ordinal))
        {
            if (setting.Value is not { } value)
                continue;
            if (setting.Below is [])
            {
                if (nodes.TryAdd(setting.Key, value))
                    positions[setting.Key] = setting.Written.Start;
            }
            else
            {
                positions.TryAdd(setting.Key, setting.Written.Start);
                nodes[setting.Key] = With(nodes.GetValueOrDefault(setting.Key), setting, 0);
            }
        }
    }

    // The node with the setting's value at its place below, where nothing is written there.
    private static YamlNode With(YamlNode? node, ProjectSetting setting, int depth)
    {
        if (depth == setting.Below.Count)
            return node ?? setting.Value!;
        var key = setting.Below[depth];
        if (node is not (null or YamlMap))
            return node;
        var entries = (node as YamlMap)?.Entries ?? [];
        var below = With((node as YamlMap)?[key], setting, depth + 1);
        var at = setting.Written.Start;
        return new YamlMap(
            node?.Start ?? at,
            entries.Any(entry => entry.Key.Value == key)
                ? [.. entries.Select(entry => entry.Key.Value == key ? (entry.Key, below) : entry)]
                : [.. entries, (new YamlScalar(at, key, IsPlain: false), below)]
        );
    }

    /// <summary>
    /// Finds settings in another namespace than the project's, such as the one that it had before it was renamed, and
    /// below a misspelled key. They are checked like the right ones.
    /// </summary>
    private void FindMisplacedSettings()
    {
        foreach (var (name, node) in nodes.ToList())
        {
            if (name == settingsKey || node is not YamlMap map)
                continue;
            if (name.StartsWith($"{project.Name}:", StringComparison.Ordinal))
            {
                if (!IsDeclared(name) && Text.Nearest(name, [settingsKey]) is not null)
                    TakeForSettings(name, map);
            }
            else if (
                name.EndsWith(":settings", StringComparison.Ordinal)
                && (
                    map["applications"] is not null
                    || map["production"] is not null
                    || Text.Nearest(name[..name.IndexOf(':', StringComparison.Ordinal)], [project.Name]) is not null
                )
            )
            {
                Add(
                    FileRules.SettingsOfAnotherProject,
                    name,
                    $"the project is named {project.Name}, so that nobody reads these settings",
                    $"write {settingsKey}"
                );
                TakeForSettings(name, map);
            }
        }
    }

    private void TakeForSettings(string name, YamlMap map)
    {
        meant.Add(settingsKey);
        if (nodes.TryAdd(settingsKey, map))
            positions[settingsKey] = positions[name];
    }

    private void ReadValue(string name, YamlNode node)
    {
        if (name == settingsKey)
        {
            Walk(node, "", isSettings: true);
            ReadSettings(node);
            return;
        }
        if (node != nodes.GetValueOrDefault(settingsKey))
            Walk(node, name, isSettings: false);
        if (OrganizationKeys.Contains(name))
        {
            ReadText(name, node);
        }
        else if (name.StartsWith($"{project.Name}:", StringComparison.Ordinal))
        {
            if (!IsDeclared(name))
                ReportUnknown(name);
        }
        else if (name.StartsWith(ProviderKeys.Namespace, StringComparison.Ordinal))
        {
            CheckProviderKey(name, node);
        }
    }

    private void ReadSettings(YamlNode node)
    {
        if (IsSecure(node))
        {
            ReportEncrypted(settingsKey);
        }
        else if (node is YamlMap map)
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
                map.WriteTo(json);
            values[settingsKey] = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        }
        else
        {
            Add(
                RuleBook.WrongKind,
                settingsKey,
                "this is not a mapping of settings",
                "write production and applications below it"
            );
        }
    }

    private void ReadText(string name, YamlNode node)
    {
        if (IsSecure(node))
            ReportEncrypted(name);
        else if (node is YamlScalar { Misread: null } scalar)
            values[name] = scalar.Text;
        else
            Add(
                RuleBook.WrongKind,
                name,
                "this is not text",
                "write text, in quotation marks where YAML reads it as something else"
            );
    }

    private void ReportEncrypted(string path) =>
        Add(
            RuleBook.Encrypted,
            path,
            "this value is encrypted, so that no preview without credentials can show it",
            "write it in clear: it is not a secret"
        );

    private void ReportUnknown(string name)
    {
        problems.Add(SettingsBinder.Unknown(name, name, [settingsKey]));
        if (Text.Nearest(name, [settingsKey]) is { } nearest)
            meant.Add(nearest);
    }

    private void CheckProviderKey(string name, YamlNode node)
    {
        if (node is YamlScalar && ProviderKeys.CredentialIn(name) is { } credential)
            Add(
                RuleBook.CredentialInClear,
                name,
                "this is a credential that everyone who reads the repository can read",
                $"revoke it, then give a new one by pulumi config set --secret {credential}, or in the environment"
            );
        else
            IsSlip(name, ProviderKeys.All);
    }

    // The provider and Pulumi may know more keys than these: only what looks like one of them is a mistake.
    private bool IsSlip(string name, IReadOnlyCollection<string> known)
    {
        if (known.Contains(name) || Text.Nearest(name, known) is not { } nearest)
            return false;
        meant.Add(nearest);
        Add(RuleBook.UnknownKey, name, $"there is no key {Text.Quote(name)} here", $"did you mean {nearest}?");
        return true;
    }

    private bool IsDeclared(string name) => project.Settings.Any(setting => setting.Key == name);

    /// <summary>Checks what Pulumi.yaml wants of one of the project's own keys.</summary>
    private void CheckDeclared(ProjectSetting setting)
    {
        var place = setting.Below.Aggregate(setting.Key, SettingsPath.Join);
        var node = nodes.GetValueOrDefault(setting.Key);
        foreach (var key in setting.Below)
            node = (node as YamlMap)?[key];
        if (node is null)
        {
            // Of the settings, their own rules say so.
            if (place != settingsKey)
                ReportMissing(place);
        }
        else if (setting.IsSecret && !IsSecure(node))
        {
            Add(
                FileRules.InvalidProjectFile,
                place,
                "Pulumi.yaml says that this is secret, and it is not encrypted",
                setting.Key == settingsKey
                    ? "remove secret: true from Pulumi.yaml, since the settings hold no secret"
                    : $"write it by pulumi config set --secret {setting.Key}"
            );
        }
        else if (setting.Type is { } type && !IsSecure(node) && !type.IsOfStack(node))
        {
            Add(
                RuleBook.WrongKind,
                place,
                $"Pulumi.yaml says that this is of the type {type}",
                "change one of the two"
            );
        }
    }

    private void ReportMissing(string place)
    {
        if (Environment is not null)
            missing.Add(place);
        else
            Add(RuleBook.MissingKey, place, "Pulumi.yaml asks for this key, and nobody gives it a value", "add it");
    }

    // Learns the place of a key; false where it was there before.
    private bool Take(string path, YamlScalar key)
    {
        if (key.MisreadKey is { } misread)
            problems.Add(misread.At(path));
        if (positions.TryAdd(path, key.Start))
            return true;
        // Of a key that is there twice, the second is the one too many.
        positions[path] = key.Start;
        Add(RuleBook.DuplicateKey, path, "this key is given twice", "keep one of them");
        return false;
    }

    // Learns the place of everything in a value, and finds what only YAML knows.
    private void Walk(YamlNode node, string path, bool isSettings)
    {
        switch (node)
        {
            case YamlMap when isSettings && path.Length > 0 && IsSecure(node):
                ReportEncrypted(path);
                break;
            case YamlMap map:
                foreach (var (key, value) in map.Entries)
                {
                    var place = SettingsPath.Join(path, key.Value);
                    if (Take(place, key))
                        Walk(value, place, isSettings);
                }
                break;
            case YamlList list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    var place = SettingsPath.Join(path, index);
                    positions[place] = list.Items[index].Start;
                    Walk(list.Items[index], place, isSettings);
                }
                break;
            case YamlScalar { Misread: { } misread } when isSettings:
                problems.Add(misread.At(path));
                break;
        }
    }

    private static bool IsSecure(YamlNode value) => value is YamlMap { Entries: [({ Value: "secure" }, YamlScalar)] };

    private void Add(Rule rule, string path, string message, string remedy) =>
        problems.Add(new(rule, path, message, remedy));

    private void Note(Position position, Rule rule, string message, string remedy) =>
        notices.Add(new(position, new(rule, message, remedy)));
}
