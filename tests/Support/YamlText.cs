using System.Text;

namespace OktaSpa.Tests.Support;

/// <summary>A stack file that is right but for what is special about its YAML.</summary>
/// <param name="Name">What is special.</param>
/// <param name="Text">What the file holds.</param>
/// <param name="Problem">Place and rule of what is told to be wrong; null for nothing.</param>
/// <param name="Notice">Place and rule of what is told beside that; null for nothing.</param>
/// <param name="Why">Why it is told to be wrong although Pulumi takes it; null where Pulumi refuses it, too.</param>
/// <param name="Encoding">How the text is written; null for UTF-8.</param>
internal sealed record YamlText(
    string Name,
    string Text,
    string? Problem = null,
    string? Notice = null,
    string? Why = null,
    Encoding? Encoding = null
)
{
    private const string Right = """
        config:
          okta:orgName: dev-00000000
          okta:baseUrl: okta.com
          okta-spa:settings:
            production: false
            applications:
              shop:
                label: Shop
                baseUris:
                  - https://shop.example.com
                access: everyone

        """;

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, YamlText> All { get; } =
        new[] { Taken(), Lost(), Refused(), Stricter() }.SelectMany(texts => texts).ToDictionary(text => text.Name);

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Whether Pulumi takes the file.</summary>
    public bool IsTaken => Problem is null || Why is not null;

    /// <summary>Writes the file.</summary>
    public void WriteTo(string path) => File.WriteAllText(path, Text, Encoding ?? new UTF8Encoding(false));

    private static YamlText With(
        string name,
        string old,
        string replacement,
        string? problem = null,
        string? notice = null,
        string? why = null
    )
    {
        Assert.Contains(old, Right, StringComparison.Ordinal);
        return new(name, Right.Replace(old, replacement, StringComparison.Ordinal), problem, notice, why);
    }

    private static IEnumerable<YamlText> Taken() =>
        [
            new("nothing", Right),
            new("line ends of Windows", Right.ReplaceLineEndings("\r\n")),
            new("a mark of UTF-8", Right, Encoding: new UTF8Encoding(true)),
            new("UTF-16", Right, Encoding: new UnicodeEncoding(false, true)),
            new("UTF-16, the other way round", Right, Encoding: new UnicodeEncoding(true, true)),
            new("a marker at the beginning", $"---\n{Right}"),
            new("a marker at the end", $"{Right}...\n"),
            new("a version", $"%YAML 1.1\n---\n{Right}"),
            new(
                "JSON",
                """
                {
                  "config": {
                    "okta:orgName": "dev-00000000",
                    "okta:baseUrl": "okta.com",
                    "okta-spa:settings": {
                      "production": false,
                      "applications": {
                        "shop": { "label": "Shop", "baseUris": ["https://shop.example.com"], "access": "everyone" }
                      }
                    }
                  }
                }
                """
            ),
            new(
                "what Pulumi keeps",
                $"""
                encryptionsalt: v1:abc
                secretsprovider: passphrase
                environment: []
                {Right}
                """
            ),
            new("an environment that is nothing", $"environment:\n{Right}"),
            With("a key without a namespace", "okta-spa:settings:", "settings:"),
            With("a key as Pulumi once wrote it", "okta:orgName:", "okta:config:orgName:"),
            With("quoted keys", "okta:orgName:", "\"okta:orgName\":"),
            With("text in quotation marks", "label: Shop", "label: '010'"),
            With("text with a tag", "label: Shop", "label: !!str 010"),
            With("text over two lines", "label: Shop", "label: Shop\n          online"),
            With("folded text", "label: Shop", "label: >-\n          Shop\n          online"),
            With("text that was true once", "label: Shop", "label: yes"),
            With("text like a time", "label: Shop", "label: 12:30"),
            With("another spelling of false", "production: false", "production: FALSE"),
            With("comments", "label: Shop", "# about\n        label: Shop # the shop\n"),
            With(
                "brackets over lines",
                "access: everyone",
                "access: {\n          groups: [\n            A\n          ]\n        }"
            ),
            With("tabs in brackets", "access: everyone", "access: { groups: [\n\t\t\t\t\t\t\t\t\tA ] }"),
            With("a tab after a colon", "label: Shop", "label:\tShop"),
            With("a tab before a comment", "label: Shop", "label: Shop\t# the shop"),
            With(
                "a list as deep as its key",
                "- https",
                "- https".Replace("          ", "        ", StringComparison.Ordinal)
            ),
            With("nothing in another namespace", "config:\n", "config:\n  aws:region:\n"),
            With("keys of another namespace that are no text", "config:\n", "config:\n  aws:tags: { 1: a, true: b }\n"),
            With("a date in another namespace", "config:\n", "config:\n  aws:since: 2024-01-01\n"),
            With("a secret", "config:\n", "config:\n  okta:apiToken: { secure: AAAB }\n"),
        ];

    private static IEnumerable<YamlText> Lost() =>
        [
            With(
                "an alias",
                "access: everyone",
                "access: &access { groups: [A] }\n      blog:\n        label: Blog\n        baseUris: [https://blog.example.com]\n        access: *access",
                notice: "15:17 yaml-anchor"
            ),
            With(
                "a merge key",
                "shop:\n        label: Shop",
                "blog: &base\n        label: Blog\n        baseUris: [https://blog.example.com]\n        access: { groups: [A] }\n        tile: false\n      shop:\n        <<: *base\n        label: Shop",
                notice: "13:13 yaml-anchor"
            ),
            With(
                "a merge key of several",
                "shop:\n        label: Shop",
                "blog: &base\n        label: Blog\n        baseUris: [https://blog.example.com]\n        access: { groups: [A] }\n      shop:\n        <<: [{ tile: false }, *base]\n        label: Shop",
                notice: "12:31 yaml-anchor"
            ),
            new("a second document", $"{Right}---\nconfig: {{}}\n", Notice: "12:1 yaml-second-document"),
            new("a second document that is no YAML", $"{Right}---\nconfig: [\n", Notice: "12:1 yaml-second-document"),
            new("text after the end", $"{Right}...\nconfig: [\n", Notice: "13:1 yaml-second-document"),
            new("a key that Pulumi does not read", $"{Right}x-team: shop\n", Notice: "12:1 ignored-key"),
        ];

    private static IEnumerable<YamlText> Refused() =>
        [
            With("a tab as indentation", "  okta:orgName", "\tokta:orgName", "2:1 yaml-tab"),
            With("a tab after spaces", "        label: Shop", "      \tlabel: Shop", "8:7 yaml-tab"),
            With("a tab after a dash", "- https", "-\thttps", "10:12 yaml-tab"),
            With("a tab on an empty line", "  okta:orgName", "\t\n  okta:orgName", "2:1 yaml-tab"),
            With("a tab on an empty line, indented", "applications:\n", "applications:\n    \t\n", "7:5 yaml-tab"),
            With(
                "a key of the file twice",
                "config:",
                "encryptionsalt: a\nencryptionsalt: b\nconfig:",
                "2:1 duplicate-key"
            ),
            With(
                "a key of the configuration twice",
                "  okta:baseUrl",
                "  okta:orgName: a\n  okta:baseUrl",
                "3:3 duplicate-key"
            ),
            With("a key of the settings twice", "label: Shop", "label: A\n        label: B", "9:9 duplicate-key"),
            With("a quoted key twice", "label: Shop", "label: A\n        \"label\": B", "9:9 duplicate-key"),
            With(
                "a key of another namespace twice",
                "config:\n",
                "config:\n  aws:tags: { a: 1, a: 2 }\n",
                "2:21 duplicate-key"
            ),
            With("an alias of nothing", "label: Shop", "label: *nothing", "8:16 not-yaml"),
            With("an alias of itself", "access: everyone", "access: &a { groups: [*a] }", "11:31 not-yaml"),
            With("two merge keys", "label: Shop", "<<: { tile: false }\n        <<: { label: Shop }", "9:9 not-yaml"),
            With("a merge key of text", "label: Shop", "<<: Shop", "8:13 not-yaml"),
            new(
                "a merge key of a list elsewhere",
                $"x-all: &all [{{ tile: false }}]\n{Right.Replace("label: Shop", "<<: *all\n        label: Shop", StringComparison.Ordinal)}",
                "1:8 not-yaml"
            ),
            With("a key of three parts", "config:\n", "config:\n  aws:a:b: c\n", "2:3 invalid-configuration-key"),
            With("a key that is a number", "config:\n", "config:\n  1: a\n", "2:3 unknown-key"),
            With("a key of the file that is nothing", "config:", "~: a\nconfig:", "1:1 yaml-misread"),
            With("a key that is a list", "label: Shop", "? [label]\n        : Shop", "8:11 not-yaml"),
            With("a colon too many", "label: Shop", "label: Shop: online", "8:20 not-yaml"),
            With("a quotation mark too few", "label: Shop", "label: 'Shop", "8:16 not-yaml"),
            With("a bracket too few", "access: everyone", "access: { groups: [A }", "11:30 not-yaml"),
            With("an escape that there is not", "label: Shop", "label: \"\\q\"", "8:16 not-yaml"),
            With("a reserved character", "label: Shop", "label: @shop", "8:16 not-yaml"),
            With("a control character", "label: Shop", "label: Shop\u0001", "8:20 not-yaml"),
            With("a list where a key belongs", "label: Shop", "- label: Shop", "9:9 not-yaml"),
            With("an alias bomb", "config:\n", $"config:\n{Bomb}", "7:14 yaml-too-many-aliases"),
            new("another version", $"%YAML 1.2\n---\n{Right}", "1:1 not-yaml"),
            new("a list", "- config", "1:1 not-yaml"),
            new("text", "config", "1:1 not-yaml"),
            new("a configuration that is a list", "config: [a]\n", "1:1 wrong-kind"),
            new("a configuration that is text", "config: ''\n", "1:1 wrong-kind"),
            new("a list that Pulumi keeps as text", $"secretsprovider: [a]\n{Right}", "1:1 wrong-kind"),
            new(
                "another encoding",
                Right.Replace("Shop", "Café", StringComparison.Ordinal),
                "8:1 not-yaml",
                Encoding: Encoding.Latin1
            ),
        ];

    private static IEnumerable<YamlText> Stricter() =>
        [
            With("an empty file", Right, "", "1:1 missing-key", why: "nothing is declared"),
            With("a file of comments", Right, "# nothing\n", "1:1 missing-key", why: "nothing is declared"),
            With("no configuration", Right, "config:\n", "1:1 missing-key", why: "nothing is declared"),
            With(
                "a date",
                "label: Shop",
                "label: 2024-01-01",
                "8:9 yaml-misread",
                why: "the program reads another text"
            ),
            With(
                "a date and time",
                "label: Shop",
                "label: 2024-1-1T10:00:00Z",
                "8:9 yaml-misread",
                why: "the program reads another text"
            ),
            With(
                "an octal number",
                "label: Shop",
                "label: 010",
                "8:9 yaml-misread",
                why: "the program reads another number"
            ),
            With(
                "a number with underscores",
                "label: Shop",
                "label: 1_000",
                "8:9 yaml-misread",
                why: "the program reads another number"
            ),
            With(
                "a tag",
                "label: Shop",
                "label: !!binary U2hvcA==",
                "8:9 yaml-misread",
                why: "a reviewer reads another text"
            ),
            With(
                "a group that is a number",
                "everyone",
                "{ groups: [12] }",
                "11:28 wrong-kind",
                why: "the program wants text"
            ),
            With(
                "a key that YAML reads otherwise",
                "config:\n",
                "config:\n  aws:tags: { 0x1F: a }\n",
                "2:15 yaml-misread",
                why: "the program would read another key"
            ),
            With(
                "a key less indented than the first",
                "config:",
                "  encryptionsalt: a\nconfig:",
                "2:1 yaml-ignored-rest",
                why: "Pulumi ignores all that follows, in silence"
            ),
            With(
                "brackets less indented than their key",
                "access: everyone",
                "access: { groups: [\n  A ] }",
                "11:27 not-yaml",
                why: "no other reader of YAML takes it"
            ),
            With(
                "values deep inside of values",
                "config:\n",
                $"config:\n  aws:deep: {new string('[', 60)}{new string(']', 60)}\n",
                "2:62 yaml-too-deep",
                why: "nobody means it"
            ),
            With(
                "a misspelled key",
                "production: false",
                "prodution: false",
                "5:5 unknown-key",
                why: "the program reads strictly"
            ),
            With(
                "the name of another project",
                "okta-spa:settings",
                "okta_spa:settings",
                "4:3 settings-of-another-project",
                why: "nobody reads them"
            ),
            With(
                "a credential",
                "config:\n",
                "config:\n  okta:apiToken: 00Secret\n",
                "2:3 credential-in-clear",
                why: "everyone can read it"
            ),
            With(
                "a setting that is encrypted",
                "label: Shop",
                "label: { secure: AAAB }",
                "8:9 encrypted",
                why: "no preview without credentials can show it"
            ),
        ];

    private static string Bomb =>
        string.Concat(
            Enumerable
                .Range(0, 9)
                .Select(index =>
                    $"  aws:{(char)('a' + index)}: &{(char)('a' + index)} [{string.Join(", ", Enumerable.Repeat(index == 0 ? "x" : $"*{(char)('a' + index - 1)}", 9))}]\n"
                )
        );
}
