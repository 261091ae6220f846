using System.Text.RegularExpressions;
using OktaSpa.Cli.Stacks.Yaml;

namespace OktaSpa.Cli.Stacks;

/// <summary>A project's <c>Pulumi.yaml</c>, as far as it is about stacks and their configuration.</summary>
internal sealed partial class ProjectFile
{
    private static readonly string[] DeclarationKeys = ["type", "items", "description", "secret", "default", "value"];

    private readonly List<(Position Position, Problem Problem)> problems = [];
    private readonly List<ProjectSetting> settings = [];

    private ProjectFile(YamlMap map, string file)
    {
        Name = NameOf(map, file);
        StackFolder = StackFolderOf(map);
        if (map["config"] is YamlMap config)
            ReadConfig(config);
        else if (map["config"] is { } other and not YamlScalar { IsText: true } and not YamlScalar { IsNull: true })
            problems.Add(
                (other.Start, new(RuleBook.WrongKind, "config", "this is not a mapping", "write a mapping of keys"))
            );
    }

    private ProjectFile(string name)
    {
        Name = name;
        StackFolder = "";
    }

    /// <summary>The project's name, which is the namespace of its own settings.</summary>
    public string Name { get; }

    /// <summary>Where the stack files are, from the folder of Pulumi.yaml; empty for that folder itself.</summary>
    public string StackFolder { get; }

    /// <summary>What all stacks have that do not say otherwise.</summary>
    public IReadOnlyList<ProjectSetting> Settings => settings;

    /// <summary>What Pulumi refuses in the configuration, so that no stack can be deployed.</summary>
    public IReadOnlyList<(Position Position, Problem Problem)> Problems => problems;

    /// <summary>A project that says nothing but its name.</summary>
    public static ProjectFile Named(string name) => new(name);

    /// <summary>Reads a text.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="file">How to name it.</param>
    /// <exception cref="UnreadableFileException">It is not the file of a project.</exception>
    public static ProjectFile Read(string text, string file) =>
        YamlDocument.Read(text, file).Root is YamlMap map
            ? new(map, file)
            : throw Refused(Position.Top(file), "this is not the file of a project", "write name: and runtime: dotnet");

    private static string NameOf(YamlMap map, string file)
    {
        if (map["name"] is not { } value)
            throw Refused(Position.Top(file), "the project has no name", "add one, as in name: okta-spa");
        return value is YamlScalar { IsText: true, Value: var name } && ProjectName().IsMatch(name)
            ? name
            : throw Refused(
                value.Start,
                "Pulumi does not take this as the name of a project",
                "write letters, digits, hyphens, underscores and dots, in quotation marks where it is a number"
            );
    }

    // Before there was stackConfigDir, config was what it is now.
    private static string StackFolderOf(YamlMap map)
    {
        var old = map["config"] is YamlScalar { IsText: true } config ? config : null;
        return map["stackConfigDir"] switch
        {
            null => old?.Value ?? "",
            _ when old is not null => throw Refused(
                old.Start,
                "both this and stackConfigDir name the folder of the stack files",
                "keep stackConfigDir"
            ),
            YamlScalar { IsText: true } folder => folder.Value,
            YamlScalar { IsNull: true } => "",
            var other => throw Refused(other.Start, "stackConfigDir is not text", "write the name of a folder"),
        };
    }

    private static UnreadableFileException Refused(Position position, string message, string remedy) =>
        new(position, new(FileRules.InvalidProjectFile, message, remedy));

    private void ReadConfig(YamlMap config)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in config.Entries)
        {
            if (!seen.Add(key.Value))
                Add(RuleBook.DuplicateKey, key, "this key is given twice", "keep one of them");
            else if (ConfigurationKey.Parse(key.Value, Name) is not { } parsed)
                Add(
                    FileRules.InvalidConfigurationKey,
                    key,
                    "Pulumi does not take this key",
                    "write a namespace, a colon and a name, as in okta:orgName"
                );
            else
                Read(key, parsed, value);
        }
    }

    private void Read(YamlScalar key, string parsed, YamlNode value)
    {
        var isOwn =
            !key.Value.Contains(':', StringComparison.Ordinal)
            || key.Value.StartsWith($"{Name}:", StringComparison.Ordinal);
        if (ConfigurationKey.Split(parsed) is not { } parts)
        {
            if (isOwn)
                Add(
                    FileRules.InvalidConfigurationKey,
                    key,
                    "this key does not lead to a key of a mapping",
                    "write it as settings.customDomain, or in the stack files"
                );
            return;
        }
        var setting = new ProjectSetting
        {
            Written = key,
            Key = parts.Key,
            Below = parts.Below,
            IsOwn = isOwn,
        };
        if (value is YamlMap declaration)
            settings.Add(ReadDeclaration(setting, declaration));
        else if (
            value is YamlScalar { IsNull: true }
            || value is YamlScalar { IsNumber: true } number && !IsWhole(number)
        )
            Add(
                FileRules.InvalidProjectFile,
                key,
                "Pulumi takes text, a whole number, true, false or a list here",
                "write a value, in quotation marks where it is no whole number"
            );
        else
            settings.Add(setting with { Value = value });
    }

    private static bool IsWhole(YamlScalar number) =>
        number.Value.All(character => char.IsAsciiDigit(character) || character == '-');

    private ProjectSetting ReadDeclaration(ProjectSetting setting, YamlMap declaration)
    {
        foreach (var (key, _) in declaration.Entries.Where(entry => !DeclarationKeys.Contains(entry.Key.Value)))
            Add(
                FileRules.InvalidProjectFile,
                key,
                $"Pulumi knows no key {Text.Quote(key.Value)} in what Pulumi.yaml says about {setting.Written.Value}",
                Text.Nearest(key.Value, DeclarationKeys) is { } nearest ? $"did you mean {nearest}?"
                    : setting.IsOwn ? "write what stacks share below default:"
                    : "write what stacks share below value:"
            );
        var (initial, value) = (Written(declaration["default"]), Written(declaration["value"]));
        if (initial is not null && value is not null)
            Add(
                FileRules.InvalidProjectFile,
                setting.Written,
                "Pulumi takes default or value here, not both",
                "keep one of them"
            );
        var type = ReadType(declaration);
        if (!setting.IsOwn)
        {
            if (declaration["type"] is not null || initial is not null)
                Add(
                    FileRules.InvalidProjectFile,
                    setting.Written,
                    $"Pulumi takes only value: for a key of another namespace than {Name}",
                    "write value: instead of type: and default:"
                );
            else if (value is null)
                Add(FileRules.InvalidProjectFile, setting.Written, "this key has no value", "write it below value:");
        }
        else if (type is { Name: "array", Items: null })
        {
            Add(
                FileRules.InvalidProjectFile,
                setting.Written,
                "this is an array of nobody knows what",
                "add items: with the type: of the entries"
            );
        }
        else if (type is not null && initial is not null && !type.IsOf(initial))
        {
            Add(RuleBook.WrongKind, setting.Written, $"the default is not of the type {type}", "change one of the two");
        }
        return setting with
        {
            Value = initial ?? value,
            Type = type,
            IsSecret = declaration["secret"] is YamlScalar { IsBoolean: true, Text: "true" },
        };
    }

    private static YamlNode? Written(YamlNode? value) => value is YamlScalar { IsNull: true } ? null : value;

    private ProjectType? ReadType(YamlMap declaration)
    {
        if (declaration["type"] is not { } type)
            return null;
        if (type is YamlScalar { Value: var name } && ProjectType.Names.Contains(name))
            return new(name, declaration["items"] is YamlMap items ? ReadType(items) : null);
        Add(
            FileRules.InvalidProjectFile,
            new(type.Start, "type", IsPlain: true),
            "Pulumi knows no such type",
            $"write {Text.Or(ProjectType.Names)}"
        );
        return null;
    }

    private void Add(Rule rule, YamlScalar key, string message, string remedy) =>
        problems.Add((key.Start, new(rule, key.Value, message, remedy)));

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,100}\z")]
    private static partial Regex ProjectName();
}
