using OktaSpa.Cli.Stacks;

namespace OktaSpa.Tests.Cli;

/// <summary>Stack files as the Pulumi CLI reads them, with the place of each problem.</summary>
public sealed class StackFileTests
{
    [Fact]
    public void A_right_file_has_settings_and_no_problem()
    {
        var file = Read(Companion.Right);

        Assert.Empty(file.Problems);
        Assert.Equal("storefront", Assert.Single(file.Settings!.Applications).Name);
    }

    [Theory]
    [InlineData(
        "label: Storefront",
        "label: 2024-01-01",
        "8:9 applications.storefront.label: YAML reads a date in 2024-01-01"
    )]
    [InlineData(
        "label: Storefront",
        "label: 2024-1-1T10:00:00Z",
        "8:9 applications.storefront.label: YAML reads a date in 2024-1-1T10:00:00Z"
    )]
    [InlineData(
        "label: Storefront",
        "label: 2024-01-01 10:00:00",
        "8:9 applications.storefront.label: YAML reads a date in 2024-01-01 10:00:00"
    )]
    [InlineData(
        "label: Storefront",
        "label: 1_000.5",
        "8:9 applications.storefront.label: YAML reads another number in 1_000.5"
    )]
    [InlineData(
        "label: Storefront",
        "label: 1_0e3",
        "8:9 applications.storefront.label: YAML reads another number in 1_0e3"
    )]
    [InlineData(
        "label: Storefront",
        "label: !!bool yes",
        "8:9 applications.storefront.label: the tag before yes makes another value of it"
    )]
    [InlineData(
        "label: Storefront",
        "label: !!int \"123\"",
        "8:9 applications.storefront.label: the tag before 123 makes another value of it"
    )]
    [InlineData(
        "label: Storefront",
        "label: ! 123",
        "8:9 applications.storefront.label: the tag before 123 makes another value of it"
    )]
    [InlineData(
        "label: Storefront",
        "label: 010",
        "8:9 applications.storefront.label: YAML reads another number in 010"
    )]
    [InlineData(
        "label: Storefront",
        "label: 1_000",
        "8:9 applications.storefront.label: YAML reads another number in 1_000"
    )]
    [InlineData(
        "label: Storefront",
        "label: 0x1F",
        "8:9 applications.storefront.label: YAML reads another number in 0x1F"
    )]
    [InlineData(
        "label: Storefront",
        "label: 0o17",
        "8:9 applications.storefront.label: YAML reads another number in 0o17"
    )]
    [InlineData("label: Storefront", "label: +5", "8:9 applications.storefront.label: YAML reads another number in +5")]
    [InlineData(
        "label: Storefront",
        "label: .inf",
        "8:9 applications.storefront.label: YAML reads another number in .inf"
    )]
    [InlineData("label: Storefront", "label: 42", "8:9 applications.storefront.label: this is 42, not text")]
    [InlineData("label: Storefront", "label: 1.5e3", "8:9 applications.storefront.label: this is 1500, not text")]
    [InlineData("label: Storefront", "label: True", "8:9 applications.storefront.label: this is true, not text")]
    [InlineData("label: Storefront", "label: ~", "8:9 applications.storefront.label: there is no value")]
    [InlineData("label: Storefront", "label:", "8:9 applications.storefront.label: there is no value")]
    [InlineData(
        "label: Storefront",
        "label: {secure: AAAB}",
        "8:9 applications.storefront.label: this value is encrypted, so that no preview without credentials can show it"
    )]
    [InlineData(
        "label: Storefront",
        "lable: Storefront",
        "8:9 applications.storefront.lable: there is no key \"lable\" here"
    )]
    [InlineData(
        "label: Storefront",
        "label: A\n        label: B",
        "9:9 applications.storefront.label: this key is given twice"
    )]
    [InlineData(
        "        label: Storefront\n",
        "",
        "7:7 applications.storefront.label: this key is missing, and has no default"
    )]
    [InlineData(
        "- https://app.example.com",
        "- https://a.example.com\n          - https://b.example.com/",
        "11:13 applications.storefront.baseUris[1]: \"https://b.example.com/\" has a slash at its end, but an origin is scheme, host and port only"
    )]
    [InlineData(
        "access: everyone",
        "access: { groups: [Engineering, 12] }",
        "11:41 applications.storefront.access.groups[1]: this is 12, not text"
    )]
    [InlineData("production: false", "prodution: false", "5:5 prodution: there is no key \"prodution\" here")]
    [InlineData("production: false", "production: yes", "5:5 production: this is the text \"yes\", not true or false")]
    [InlineData(
        "okta:orgName: dev-00000000",
        "okta:orgName: https://dev.okta.com",
        "2:3 okta:orgName: \"https://dev.okta.com\" is not valid here"
    )]
    [InlineData(
        "  okta:baseUrl: okta.com\n",
        "",
        "1:1 okta:baseUrl: this key is missing, but the front end's issuer is made of it"
    )]
    [InlineData(
        "okta:orgName: dev-00000000",
        "okta:orgName: {secure: AAAB}",
        "2:3 okta:orgName: this value is encrypted, so that no preview without credentials can show it"
    )]
    [InlineData("okta:orgName: dev-00000000", "okta:orgName: [a]", "2:3 okta:orgName: this is not text")]
    [InlineData("okta:orgName:", "okta:orgNmae:", "2:3 okta:orgNmae: there is no key \"okta:orgNmae\" here")]
    [InlineData("okta:baseUrl", "okta:baseURL", "3:3 okta:baseURL: there is no key \"okta:baseURL\" here")]
    [InlineData(
        "okta-spa:settings:",
        "okta-spa:setings:",
        "4:3 okta-spa:setings: there is no key \"okta-spa:setings\" here"
    )]
    [InlineData("config:", "confg:", "1:1 confg: there is no key \"confg\" here")]
    public void A_problem_is_told_where_it_is_mended(string right, string wrong, string expected)
    {
        Assert.Contains(right, Companion.Right, StringComparison.Ordinal);
        var file = Read(Companion.Right.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal(expected.Split('|'), file.Problems.Select(Short));
        Assert.Null(file.Settings);
    }

    [Theory]
    [InlineData("config: [a]", "1:1 config: this is not a mapping")]
    [InlineData("- a", "1:1 : this is not a stack file")]
    [InlineData(
        "config:\n  okta-spa:settings: '{\"production\": false}'\n  okta:orgName: a\n  okta:baseUrl: okta.com",
        "2:3 okta-spa:settings: this is not a mapping of settings"
    )]
    public void What_is_no_stack_file_at_all_is_told_as_such(string yaml, string expected)
    {
        Assert.Equal(expected, Short(Read(yaml).Problems[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n")]
    [InlineData("config:\n")]
    [InlineData("encryptionsalt: v1:x\n")]
    public void An_empty_file_lacks_everything(string yaml)
    {
        Assert.Equal(
            ["okta:orgName", "okta:baseUrl", "okta-spa:settings"],
            Read(yaml).Problems.Select(problem => problem.Problem.Path)
        );
    }

    [Fact]
    public void What_Pulumi_keeps_and_other_namespaces_are_left_alone()
    {
        var file = Read(
            """
            encryptionsalt: v1:abc
            secretsprovider: passphrase
            encryptedkey: xyz
            environment: [shared/okta]
            """
                + "\n"
                + Companion.Right
                + """
                  okta:apiToken: { secure: AAAB }
                  okta:scopes: [okta.apps.manage]
                  okta:maxRetries: 5
                  aws:region: eu-west-1
                  pulumi:disable-default-providers: ["*"]
                  other:thing: { label: 2024-01-01 }
                """
        );

        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("okta:apiToken: 00TopSecretValue")]
    [InlineData("okta:accessToken: '00TopSecretValue'")]
    [InlineData("okta:privateKey: |\n    00TopSecretValue")]
    public void A_credential_in_clear_is_a_problem_that_does_not_print_it(string line)
    {
        var problem = Assert.Single(Read(Companion.Right + "  " + line + "\n").Problems);

        Assert.StartsWith("this is a credential", problem.Problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("TopSecret", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-13-45")]
    [InlineData("2024-01-01T00:00:00")]
    [InlineData("2024-01-01 25:00:00")]
    [InlineData("_1_000")]
    [InlineData("1_000 apples")]
    [InlineData("!!str 123")]
    [InlineData("'010'")]
    public void Text_that_only_looks_like_something_else_is_text(string label)
    {
        var file = Read(Companion.Right.Replace("label: Storefront", $"label: {label}", StringComparison.Ordinal));

        Assert.Empty(file.Problems);
        Assert.Equal(
            label.Replace("!!str ", "", StringComparison.Ordinal).Trim('\''),
            Assert.Single(file.Settings!.Applications).Label
        );
    }

    [Theory]
    [InlineData("okta:apiTokn", "okta:apiToken")]
    [InlineData("okta:api_token", "okta:apiToken")]
    [InlineData("okta:clientSecret", "okta:clientSecret")]
    public void A_credential_in_clear_is_told_however_its_key_is_spelt(string key, string right)
    {
        var problem = Assert.Single(
            Read(
                Companion.Right.Replace("config:\n", $"config:\n  {key}: TopSecret\n", StringComparison.Ordinal)
            ).Problems
        );

        Assert.Equal(
            $"2:3 {key}: this is a credential that everyone who reads the repository can read",
            Short(problem)
        );
        Assert.Contains($"pulumi config set --secret {right}, ", problem.Problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_a_namespace_is_in_the_projects_own()
    {
        Assert.Empty(
            Read(Companion.Right.Replace("okta-spa:settings:", "settings:", StringComparison.Ordinal)).Problems
        );
        Assert.Equal(
            "3:3 okta-spa:settings: this key is given twice",
            Short(
                Read("config:\n  settings: {}\n  okta-spa:settings: {}\n")
                    .Problems.Single(problem => problem.Problem.Message.Contains("twice", StringComparison.Ordinal))
            )
        );
    }

    [Fact]
    public void Anchors_and_merges_are_read_as_the_Pulumi_CLI_reads_them()
    {
        var file = Read(
            """
            config:
              okta:orgName: dev-00000000
              okta:baseUrl: okta.com
              okta-spa:settings:
                production: false
                applications:
                  a: &a
                    label: A
                    baseUris: [https://a.example.com]
                    access: &access { groups: [Engineering] }
                    tile: false
                  b:
                    <<: *a
                    label: B
                  c:
                    <<: [{ label: C }, *a]
                    access: *access
            """
        );

        Assert.Empty(file.Problems);
        Assert.Equal(["A", "B", "C"], file.Settings!.Applications.Select(application => application.Label));
        Assert.All(
            file.Settings.Applications,
            application => Assert.Equal("Engineering", Assert.Single(application.Access.Groups).Value.NameOrId)
        );
    }

    [Theory]
    [InlineData("label: '010'")]
    [InlineData("label: \"2024-01-01\"")]
    [InlineData("label: !!str 010")]
    [InlineData("label: yes")]
    [InlineData("label: 1.2.3")]
    [InlineData("label: 12:30")]
    [InlineData("label: >-\n          Folded\n          text")]
    public void What_YAML_reads_as_text_is_text(string line)
    {
        Assert.Empty(Read(Companion.Right.Replace("label: Storefront", line, StringComparison.Ordinal)).Problems);
    }

    [Fact]
    public void Windows_line_ends_are_fine()
    {
        Assert.Empty(Read(Companion.Right.ReplaceLineEndings("\r\n")).Problems);
    }

    private static StackFile Read(string yaml) => Companion.Read(yaml);

    private static string Short(FileProblem problem) =>
        $"{problem.Position.Line}:{problem.Position.Column} {problem.Problem.Path}: {problem.Problem.Message}";
}
