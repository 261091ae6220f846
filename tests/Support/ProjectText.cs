namespace OktaSpa.Tests.Support;

/// <summary>A Pulumi.yaml and a stack file that is right with it, but for what is special about the two.</summary>
/// <param name="Name">What is special.</param>
/// <param name="Config">What Pulumi.yaml says below its name.</param>
/// <param name="Stack">What the stack file says below <c>config:</c>.</param>
/// <param name="Problem">File, place and rule of what is told to be wrong; null for nothing.</param>
/// <param name="Why">Why it is told to be wrong although <c>pulumi config</c> takes it; null where that refuses it,
/// too.</param>
internal sealed record ProjectText(string Name, string Config, string Stack, string? Problem = null, string? Why = null)
{
    private const string Organization = "  okta:orgName: dev-00000000\n  okta:baseUrl: okta.com\n";

    private const string Settings = """
        okta-spa:settings:
            production: false
            applications:
              shop:
                label: Shop
                baseUris:
                  - https://shop.example.com
                access: everyone

        """;

    private const string Default = """
        default:
              production: false
              applications:
                shop:
                  label: Shop
                  baseUris: [https://shop.example.com]
                  access: everyone

        """;

    private const string OnlyPreview = "pulumi config does not look, pulumi preview refuses it";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, ProjectText> All { get; } =
        new[] { Taken(), Refused(), Stricter() }.SelectMany(texts => texts).ToDictionary(text => text.Name);

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>The text of Pulumi.yaml.</summary>
    public string ProjectFile => $"name: okta-spa\nruntime: dotnet\n{Config}";

    /// <summary>The text of the stack file.</summary>
    public string StackFile => $"config:\n{Stack}";

    /// <summary>Whether <c>pulumi config</c> takes the files.</summary>
    public bool IsTaken => Problem is null || Why is not null;

    private static ProjectText With(string name, string config, string? problem = null, string? why = null) =>
        new(name, $"config:\n{config}", $"{Organization}  {Settings}", problem, why);

    private static IEnumerable<ProjectText> Taken() =>
        [
            With("nothing", ""),
            new("values", $"config:\n{Organization}", $"  {Settings}"),
            new(
                "values in the long form",
                "config:\n  okta:orgName: { value: dev-00000000, description: ours }\n  okta:baseUrl:\n    value: okta.com\n",
                $"  {Settings}"
            ),
            With("values that the stack overrides", "  okta:orgName: other\n  okta:baseUrl: oktapreview.com\n"),
            With("the settings declared", "  settings: { type: object, description: all }\n"),
            new("settings as a default", $"config:\n  settings:\n    type: object\n    {Default}", Organization),
            new(
                "settings as a default in their namespace",
                $"config:\n  okta-spa:settings:\n    {Default}",
                Organization
            ),
            With("settings that the stack overrides", "  settings: { default: { production: maybe } }\n"),
            With("a part of the settings", "  settings.customDomain: login.example.com\n"),
            With("a part of the settings, quoted", "  settings[\"customDomain\"]: login.example.com\n"),
            With("a part of the settings that the stack overrides", "  settings.production: maybe\n"),
            new(
                "a part deep in the settings",
                "config:\n  settings.applications.shop.label: Shop\n",
                $"{Organization}  {Settings.Replace("        label: Shop\n", "", StringComparison.Ordinal)}"
            ),
            new(
                "another key of the project's own",
                "config:\n  region: { type: string }\n",
                $"{Organization}  region: eu\n  {Settings}"
            ),
            With(
                "defaults of all types",
                """
                  a: { type: string, default: a }
                  b: { type: integer, default: 1 }
                  c: { type: integer, default: "1" }
                  d: { type: boolean, default: "true" }
                  e: { type: array, items: { type: array, items: { type: string } }, default: [[a], []] }
                  f: { type: object, default: { a: 1 } }
                  g: [1, a]
                  h: 010

                """
            ),
            With("a key of another namespace", "  aws:region: eu-west-1\n"),
            With("an old key", "  okta:config:orgName: other\n"),
        ];

    private static IEnumerable<ProjectText> Refused() =>
        [
            With("a default and a value", "  a: { default: b, value: c }\n", "Pulumi.yaml:4:3 invalid-project-file"),
            With(
                "a default of another namespace",
                "  okta:orgName: { default: a }\n",
                "Pulumi.yaml:4:3 invalid-project-file"
            ),
            With(
                "a type of another namespace",
                "  okta:orgName: { type: string, value: a }\n",
                "Pulumi.yaml:4:3 invalid-project-file"
            ),
            With(
                "no value of another namespace",
                "  okta:orgName: { description: a }\n",
                "Pulumi.yaml:4:3 invalid-project-file"
            ),
            With("an unknown key", "  settings: { typ: object }\n", "Pulumi.yaml:4:15 invalid-project-file"),
            With(
                "settings without default",
                "  settings:\n    production: false\n",
                "Pulumi.yaml:5:5 invalid-project-file"
            ),
            With("an unknown type", "  settings: { type: map }\n", "Pulumi.yaml:4:21 invalid-project-file"),
            With(
                "an array of nobody knows what",
                "  a: { type: array, default: [] }\n",
                "Pulumi.yaml:4:3 invalid-project-file"
            ),
            With("a default of another type", "  a: { type: integer, default: b }\n", "Pulumi.yaml:4:3 wrong-kind"),
            With(
                "a list with an entry of another type",
                "  a: { type: array, items: { type: integer }, default: [1, b] }\n",
                "Pulumi.yaml:4:3 wrong-kind"
            ),
            With("a key without a value", "  a:\n", "Pulumi.yaml:4:3 invalid-project-file"),
            With("a fraction", "  a: 1.5\n", "Pulumi.yaml:4:3 invalid-project-file"),
            With("a key of three parts", "  a:b:c: d\n", "Pulumi.yaml:4:3 invalid-configuration-key"),
            With("a key twice", "  a: b\n  a: c\n", "Pulumi.yaml:5:3 duplicate-key"),
            new("a list", "config: [a]\n", $"{Organization}  {Settings}", "Pulumi.yaml:3:9 wrong-kind"),
        ];

    private static IEnumerable<ProjectText> Stricter() =>
        [
            With(
                "a key that nobody gives a value",
                "  region: { type: string }\n",
                "Pulumi.dev.yaml:1:1 missing-key",
                OnlyPreview
            ),
            new(
                "a value of another type",
                "config:\n  count: { type: integer }\n",
                $"{Organization}  count: many\n  {Settings}",
                "Pulumi.dev.yaml:4:3 wrong-kind",
                OnlyPreview
            ),
            With(
                "settings of another type",
                "  settings: { type: string }\n",
                "Pulumi.dev.yaml:4:3 wrong-kind",
                OnlyPreview
            ),
            new(
                "a secret that is not encrypted",
                "config:\n  key: { type: string, secret: true }\n",
                $"{Organization}  key: plain\n  {Settings}",
                "Pulumi.dev.yaml:4:3 invalid-project-file",
                OnlyPreview
            ),
            new(
                "a misspelled key",
                "config:\n  okta:orgNmae: a\n",
                $"{Organization}  {Settings}",
                "Pulumi.yaml:4:3 unknown-key",
                "the provider reads it from nowhere"
            ),
            With(
                "a credential",
                "  okta:apiToken: 00Secret\n",
                "Pulumi.yaml:4:3 credential-in-clear",
                "everyone can read it"
            ),
            new(
                "a wrong default",
                $"config:\n  settings:\n    {Default.Replace("everyone", "nobody", StringComparison.Ordinal)}",
                Organization,
                "Pulumi.yaml:11:11 wrong-kind",
                "the program reads strictly"
            ),
            new(
                "a wrong part of the settings",
                "config:\n  settings.customDomain: https://login.example.com\n",
                $"{Organization}  {Settings}",
                "Pulumi.yaml:4:3 invalid-custom-domain",
                "the program reads strictly"
            ),
            new(
                "a value that is no name",
                "config:\n  okta:orgName: https://dev.okta.com\n  okta:baseUrl: okta.com\n",
                $"  {Settings}",
                "Pulumi.yaml:4:3 invalid-organization-name",
                "the program reads strictly"
            ),
            With(
                "an entry of a list",
                "  settings.applications.shop.baseUris[1]: https://b.example.com\n",
                "Pulumi.yaml:4:3 invalid-configuration-key",
                "a part of a list is nothing that stacks share"
            ),
        ];
}
