using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OktaSpa.Settings;
using OktaSpa.Settings.Reading;
using YamlDotNet.Core;

namespace OktaSpa.Cli.Stacks;

/// <summary>A problem with the stack that has it, and the file, line and column where it is mended.</summary>
internal sealed record FileProblem(string Stack, string File, Position Position, Problem Problem);

/// <summary>A risk with the file, line and column of what it comes from.</summary>
internal sealed record FileRisk(string File, Position Position, Risk Risk);

/// <summary>
/// A stack file, <c>Pulumi.&lt;stack&gt;.yaml</c>, read as the Pulumi CLI would, without its secrets.
/// </summary>
internal sealed partial class StackFile
{
    public const string Project = "okta-spa";

    private static readonly string[] ConfigKeys = ["okta:orgName", "okta:baseUrl", StackSettings.KeyOf(Project)];

    // What Pulumi keeps beside the configuration, and the provider's own settings: only a slip of the pen is told,
    // since both may grow.
    private static readonly string[] FileKeys =
    [
        "config",
        "environment",
        "secretsprovider",
        "encryptedkey",
        "encryptionsalt",
    ];
    private static readonly string[] ProviderKeys =
    [
        "accessToken",
        "apiToken",
        "backoff",
        "baseUrl",
        "clientId",
        "httpProxy",
        "logLevel",
        "maxApiCapacity",
        "maxRetries",
        "maxWaitSeconds",
        "minWaitSeconds",
        "orgName",
        "parallelism",
        "privateKey",
        "privateKeyId",
        "requestTimeout",
        "scopes",
        "version",
        "pluginDownloadURL",
    ];
    private static readonly string[] Credentials = ["accessToken", "apiToken", "privateKey"];

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Position> positions = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    // Keys that were probably meant where another one stands: that they are missing is the same mistake.
    private readonly HashSet<string> meant = new(StringComparer.Ordinal);

    private StackFile(string path, string stack)
    {
        Path = path;
        Stack = stack;
    }

    /// <summary>As the user would name it.</summary>
    public string Path { get; }

    /// <summary>The name of the stack that it configures.</summary>
    public string Stack { get; }

    /// <summary>The settings; null where there are problems.</summary>
    public StackSettings? Settings { get; private set; }

    /// <summary>All that is wrong in this file, from its top to its end.</summary>
    public IReadOnlyList<FileProblem> Problems { get; private set; } = [];

    /// <summary>Whether Pulumi ESC adds values that are not seen here.</summary>
    public bool HasEnvironment => positions.ContainsKey("environment");

    /// <summary>The value of a configuration key, objects as JSON; null where it is not there, or encrypted.</summary>
    public string? Get(string key) => values.GetValueOrDefault(key);

    /// <summary>Reads a stack file and checks all that it says.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="path">How to name the file to its reader.</param>
    /// <param name="stack">The stack that it configures.</param>
    /// <param name="later">Another stack that it must be right for: what is right of the first pull request may be too
    /// long, or too great a number, of a later one.</param>
    public static StackFile Read(string text, string path, string stack, string? later = null)
    {
        var file = new StackFile(path, stack);
        if (file.ReadYaml(text) is { } broken)
        {
            file.Problems = [broken];
            return file;
        }
        var (settings, problems) = StackSettings.Read(file.Get, Project, stack);
        if (later is not null && problems.Count == 0)
            problems = StackSettings.Read(file.Get, Project, later).Problems;
        // What YAML made wrong of a value is told once, not again as what follows from it.
        var told = file
            .problems.Select(problem => problem.Path)
            .Concat(file.meant.Contains("config") ? ConfigKeys : file.meant)
            .ToHashSet(StringComparer.Ordinal);
        file.problems.AddRange(problems.Where(problem => !told.Contains(problem.Path)));
        file.Settings = file.problems.Count == 0 ? settings : null;
        file.Problems =
        [
            .. file
                .problems.Select(file.Locate)
                .OrderBy(problem => problem.Position.Line)
                .ThenBy(problem => problem.Position.Column),
        ];
        return file;
    }

    /// <summary>A stack file that is no text.</summary>
    public static StackFile NotText(string path, string stack) =>
        new(path, stack)
        {
            Problems =
            [
                new(
                    stack,
                    path,
                    new(1, 1),
                    new(RuleBook.NotYaml, "", "this is not UTF-8 text, which Pulumi wants", "save it as UTF-8")
                ),
            ],
        };

    /// <summary>The first of some paths that the file itself writes; the last one where it writes none.</summary>
    public string Place(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (positions.ContainsKey(path))
                return path;
        }
        return paths[^1];
    }

    public FileProblem Locate(Problem problem) => new(Stack, Path, PositionOf(problem.Path), problem);

    public FileRisk Locate(Risk risk) => new(Path, PositionOf(risk.Path), risk);

    private FileProblem? ReadYaml(string text)
    {
        try
        {
            switch (YamlNode.Parse(text))
            {
                case null or YamlScalar { Value: "" }:
                    break;
                case YamlMap map:
                    ReadFile(map);
                    break;
                case var other:
                    return new(
                        Stack,
                        Path,
                        other.Start,
                        new(RuleBook.NotYaml, "", "this is not a stack file", "write config: and the settings below it")
                    );
            }
            return null;
        }
        catch (YamlException exception)
        {
            return new(
                Stack,
                Path,
                Position.Of(exception.Start),
                new(
                    RuleBook.NotYaml,
                    "",
                    $"this is not YAML: {exception.Message}",
                    "mend the text here, or just before"
                )
            );
        }
    }

    private void ReadFile(YamlMap file)
    {
        foreach (var (key, value) in file.Entries)
        {
            if (!positions.TryAdd(key.Value, key.Start))
                Twice(key.Value, key);
            else if (key.Value == "config" && value is YamlMap config)
                ReadConfig(config);
            else if (key.Value == "config" && value is not YamlScalar { IsPlain: true, Value: "" })
                problems.Add(
                    new(
                        RuleBook.WrongKind,
                        "config",
                        "this is not a mapping",
                        "write a mapping of okta:orgName, okta:baseUrl and okta-spa:settings"
                    )
                );
            else
                CheckSlip(key.Value, key.Value, FileKeys);
        }
    }

    private void ReadConfig(YamlMap config)
    {
        foreach (var (key, value) in config.Entries)
        {
            // The CLI puts a key without a namespace into the project's own.
            var name = key.Value.Contains(':', StringComparison.Ordinal) ? key.Value : $"{Project}:{key.Value}";
            if (!positions.TryAdd(name, key.Start))
                Twice(name, key);
            else if (ConfigKeys.Contains(name))
                ReadValue(name, value);
            else if (name.StartsWith($"{Project}:", StringComparison.Ordinal))
                ReportUnknown(name);
            else if (name.StartsWith("okta:", StringComparison.Ordinal))
                CheckProviderKey(name, value);
        }
    }

    private void ReportUnknown(string name)
    {
        problems.Add(SettingsBinder.Unknown(name, name, [StackSettings.KeyOf(Project)]));
        if (Text.Nearest(name, [StackSettings.KeyOf(Project)]) is { } nearest)
            meant.Add(nearest);
    }

    // Of a key that is there twice, the second is the one too many.
    private void Twice(string name, YamlScalar key)
    {
        positions[name] = key.Start;
        problems.Add(new(RuleBook.DuplicateKey, name, "this key is given twice", "keep one of them"));
    }

    private void CheckProviderKey(string name, YamlNode value)
    {
        // A misspelt one is no less revealed.
        var credential =
            Text.Nearest(name["okta:".Length..], ProviderKeys) is { } meant && Credentials.Contains(meant)
                ? $"okta:{meant}"
                : null;
        if (value is YamlScalar && (credential is not null || Secret().IsMatch(name)))
            problems.Add(
                new(
                    RuleBook.CredentialInClear,
                    name,
                    "this is a credential that everyone who reads the repository can read",
                    $"revoke it, then give a new one by pulumi config set --secret {credential ?? name}, or in the environment"
                )
            );
        else
            CheckSlip(name, name, [.. ProviderKeys.Select(key => $"okta:{key}")]);
    }

    private void CheckSlip(string path, string name, IReadOnlyCollection<string> known)
    {
        if (known.Contains(name) || Text.Nearest(name, known) is not { } nearest)
            return;
        meant.Add(nearest);
        problems.Add(
            new(RuleBook.UnknownKey, path, $"there is no key {Text.Quote(name)} here", $"did you mean {nearest}?")
        );
    }

    private void ReadValue(string name, YamlNode value)
    {
        if (IsSecure(value))
        {
            problems.Add(
                new(
                    RuleBook.Encrypted,
                    name,
                    "this value is encrypted, so that no preview without credentials can show it",
                    "write it in clear: it is not a secret"
                )
            );
        }
        else if (name != StackSettings.KeyOf(Project))
        {
            if (value is YamlScalar { Misread: null } scalar)
                values[name] = scalar.Value;
            else
                problems.Add(
                    new(
                        RuleBook.WrongKind,
                        name,
                        "this is not text",
                        "write text, in quotation marks where YAML reads it as something else"
                    )
                );
        }
        else if (value is YamlMap map)
        {
            Walk(map, "");
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
                map.WriteTo(json);
            values[name] = Encoding.UTF8.GetString(stream.ToArray());
        }
        else
        {
            problems.Add(
                new(
                    RuleBook.WrongKind,
                    name,
                    "this is not a mapping of settings",
                    "write production and applications below it"
                )
            );
        }
    }

    /// <summary>Learns the place of everything in the settings, and finds what only YAML knows.</summary>
    private void Walk(YamlNode node, string path)
    {
        switch (node)
        {
            case YamlMap map when IsSecure(map) && path.Length > 0:
                problems.Add(
                    new(
                        RuleBook.Encrypted,
                        path,
                        "this value is encrypted, so that no preview without credentials can show it",
                        "write it in clear: the settings hold no secret"
                    )
                );
                break;
            case YamlMap map:
                foreach (var (key, value) in map.Entries)
                {
                    var place = SettingsPath.Join(path, key.Value);
                    // Of a key that is there twice, the second is the one too many.
                    positions[place] = key.Start;
                    Walk(value, place);
                }
                break;
            case YamlList list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    var place = SettingsPath.Join(path, index);
                    positions[place] = list.Items[index].Start;
                    Walk(list.Items[index], place);
                }
                break;
            case YamlScalar { Misread: { } misread }:
                problems.Add(misread.At(path));
                break;
        }
    }

    private static bool IsSecure(YamlNode value) => value is YamlMap { Entries: [({ Value: "secure" }, _)] };

    [GeneratedRegex("(token|secret|password|privatekey)$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    // A key that is missing has no place of its own: the nearest one around it will do.
    private Position PositionOf(string path)
    {
        var around = path.StartsWith("okta:", StringComparison.Ordinal) ? "config" : StackSettings.KeyOf(Project);
        Position position;
        while (path.Length > 0)
        {
            if (positions.TryGetValue(path, out position))
                return position;
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }
        return positions.TryGetValue(around, out position) || positions.TryGetValue("config", out position)
            ? position
            : new(1, 1);
    }
}
