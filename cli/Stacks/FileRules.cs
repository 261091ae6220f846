namespace OktaSpa.Cli.Stacks;

/// <summary>
/// The rules for a project's files that only the companion reads as files. The docs' page of rules has them, too.
/// </summary>
internal static class FileRules
{
    // What stops a stack.

    public static readonly Rule UnreadableFile = new(
        "unreadable-file",
        "a link to nothing, a folder, or a file that is too big or that nobody may read",
        "put a file in its place that can be read"
    );

    public static readonly Rule YamlTab = new("yaml-tab", "a tab where YAML takes only spaces", "indent with spaces");

    public static readonly Rule YamlIgnoredRest = new(
        "yaml-ignored-rest",
        "text that does not belong to the mapping before it, so that Pulumi ignores it in silence",
        "indent it like what it belongs to"
    );

    public static readonly Rule YamlTooDeep = new(
        "yaml-too-deep",
        "values inside of values, far deeper than settings need",
        "write it flatter"
    );

    public static readonly Rule YamlTooManyAliases = new(
        "yaml-too-many-aliases",
        "aliases that stand for more values than anyone would write",
        "write the values out; what applications share belongs below defaults"
    );

    public static readonly Rule InvalidConfigurationKey = new(
        "invalid-configuration-key",
        "a configuration key that Pulumi does not take",
        "write a namespace, a colon and a name, as in okta:orgName"
    );

    public static readonly Rule SettingsOfAnotherProject = new(
        "settings-of-another-project",
        "settings in the namespace of another project, often the name from before a renaming",
        "write the project's name before :settings"
    );

    public static readonly Rule InvalidProjectFile = new(
        "invalid-project-file",
        "a Pulumi.yaml that Pulumi refuses, or a stack that is not as it asks",
        "write what the message names",
        "pulumi/pulumi, sdk/go/common/workspace/project.go"
    );

    // What is only told.

    public static readonly Rule YamlAnchor = new(
        "yaml-anchor",
        "anchors, aliases and merge keys, which Pulumi writes out in full when it writes the file",
        "put what applications share below defaults"
    );

    public static readonly Rule YamlSecondDocument = new(
        "yaml-second-document",
        "a second YAML document, which Pulumi does not read, and removes when it writes the file",
        "move it into the first document, or into a file of its own"
    );

    public static readonly Rule IgnoredKey = new(
        "ignored-key",
        "a key of the file that Pulumi does not read, and removes when it writes the file",
        "write a comment instead"
    );

    public static readonly Rule ValuesFromEsc = new(
        "values-from-esc",
        "values from Pulumi ESC, which are not seen without credentials, so that required keys are not checked",
        "see them with pulumi preview"
    );

    public static readonly Rule StrayStackFile = new(
        "stray-stack-file",
        "a file named like a stack's that Pulumi reads for no stack",
        "rename it, or move it to the folder of the stack files"
    );

    /// <summary>The rules that stop a stack, in the order of the docs.</summary>
    public static IReadOnlyList<Rule> Problems { get; } =
    [
        UnreadableFile,
        YamlTab,
        YamlIgnoredRest,
        YamlTooDeep,
        YamlTooManyAliases,
        InvalidConfigurationKey,
        SettingsOfAnotherProject,
        InvalidProjectFile,
    ];

    /// <summary>The rules of notices, in the order of the docs.</summary>
    public static IReadOnlyList<Rule> Notices { get; } =
    [YamlAnchor, YamlSecondDocument, IgnoredKey, ValuesFromEsc, StrayStackFile];
}
