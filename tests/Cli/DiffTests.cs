using System.Text.Json.Nodes;

namespace OktaSpa.Tests.Cli;

public sealed class DiffTests
{
    private const string Base = """
        config:
          okta:orgName: example
          okta:baseUrl: okta.com
          okta-spa:settings:
            production: true
            applications:
              shop:
                label: Shop
                baseUris: [https://shop.example.com]
                authenticationPolicy: rst1
                access: { groups: [Engineering, Support] }
              admin:
                label: Admin
                baseUris: [https://admin.example.com]
                access: { groups: [Engineering] }

        """;

    [Theory]
    [InlineData(
        "[Engineering, Support]",
        "[Engineering, Support, Contractors]",
        "caution shop: access widened: group Contractors may use it"
    )]
    [InlineData(
        "[Engineering, Support]",
        "[Engineering]",
        "note shop: access narrowed: group Support may no longer use it"
    )]
    [InlineData(
        "{ groups: [Engineering, Support] }",
        "everyone",
        "danger shop: access widened to everyone in the organization|note shop: access narrowed: group Engineering may no longer use it|note shop: access narrowed: group Support may no longer use it"
    )]
    [InlineData(
        "[https://shop.example.com]",
        "[https://shop.example.com, https://www.example.com]",
        "caution shop: a new host may receive codes and tokens: www.example.com|caution shop: origin trusted: code served at https://www.example.com may call Okta with a visitor's session"
    )]
    [InlineData(
        "[https://shop.example.com]",
        "[https://shop.example.com, https://shop.example.net]",
        "danger shop: a new host may receive codes and tokens: shop.example.net|danger shop: origin trusted: code served at https://shop.example.net may call Okta with a visitor's session"
    )]
    [InlineData(
        "[https://shop.example.com]",
        "[https://shop.example.com]\n        signInRedirectUris: [https://shop.example.com/cb]",
        "note shop: codes are no longer sent to https://shop.example.com/login/callback: a front end that still asks for it gets an error|note shop: codes may be sent to another page of a known host: https://shop.example.com/cb"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        wildcardRedirect: true\n        signInRedirectUris: [https://shop.example.com/login/callback, https://*.example.com/cb]",
        "danger shop: wildcard on: codes may go to any host that matches https://*.example.com/cb"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        refreshToken: { rotation: persistent }",
        "danger shop: refresh token rotation off: a refresh token that is stolen from a browser works until it expires"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        refreshToken: { gracePeriodSeconds: 60 }",
        "caution shop: grace period raised from 30 to 60 s: that long a used refresh token still works"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        refreshToken: { gracePeriodSeconds: 0 }",
        "note shop: grace period lowered from 30 to 0 s: that long a used refresh token still works"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        refreshToken: none",
        "caution shop: refresh tokens off: a front end that still asks for offline_access gets an error|note shop: the front end no longer asks for the scope offline_access"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        signOutRedirectUris: [https://shop.example.com, https://bye.example.org/x]",
        "caution shop: people may land on a new host after sign-out: bye.example.org"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        initiateLoginUri: https://start.example.org/login",
        "caution shop: Okta sends people to https://start.example.org/login to start to sign in"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        initiateLoginUri: https://shop.example.com/login",
        "note shop: Okta sends people to https://shop.example.com/login to start to sign in"
    )]
    [InlineData(
        "authenticationPolicy: rst1",
        "authenticationPolicy: rst2",
        "caution shop: authentication policy changed from rst1 to rst2"
    )]
    [InlineData(
        "        authenticationPolicy: rst1\n",
        "",
        "caution shop: authentication policy no longer given: Okta keeps rst1"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        issuer: default",
        "caution shop: issuer changed from https://example.okta.com to https://example.okta.com/oauth2/default: the front end must be told, and tokens of the old one are refused"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        scopes: [openid, profile, email, groups]",
        "note shop: the front end asks for the scope groups too"
    )]
    [InlineData(
        "label: Shop",
        "label: Shop\n        scopes: [openid, email]",
        "note shop: the front end no longer asks for the scope profile"
    )]
    [InlineData(
        "      shop:",
        "      store:",
        "danger store: renamed from shop without formerly: a new client id, and the front end that has the old one cannot sign anyone in"
    )]
    [InlineData(
        "      shop:",
        "      store:\n        formerly: shop",
        "note store: renamed from shop, keeps its client id"
    )]
    [InlineData(
        "      shop:\n        label: Shop",
        "      store:\n        label: Store",
        "danger store: renamed from shop without formerly: a new client id, and the front end that has the old one cannot sign anyone in"
    )]
    [InlineData(
        "production: true",
        "production: false",
        "danger admin: protection off, production is switched off: the application can be deleted, and localhost and http are allowed|danger shop: protection off, production is switched off: the application can be deleted, and localhost and http are allowed"
    )]
    [InlineData(
        "orgName: example",
        "orgName: other",
        "danger : organization changed from example.okta.com to other.okta.com: Pulumi goes on with the ids of the old one; destroy the stack there first|caution admin: issuer changed from https://example.okta.com to https://other.okta.com: the front end must be told, and tokens of the old one are refused|caution shop: issuer changed from https://example.okta.com to https://other.okta.com: the front end must be told, and tokens of the old one are refused"
    )]
    [InlineData(
        "      admin:\n        label: Admin\n        baseUris: [https://admin.example.com]\n        access: { groups: [Engineering] }\n",
        "",
        "danger admin: removed: its client id is gone for good, and nobody can sign in to it; declared again it is a new client id|note admin: origin no longer trusted: https://admin.example.com"
    )]
    [InlineData(
        "label: Admin",
        "label: Admin\n        trustedOrigins: []",
        "note admin: origin no longer trusted: https://admin.example.com"
    )]
    [InlineData(
        "    applications:",
        "    trustedOriginsManagedElsewhere: [https://admin.example.com]\n    applications:",
        "caution admin: origin handed over to another stack: https://admin.example.com is deleted here, and not trusted until that stack declares it again"
    )]
    [InlineData("label: Shop", "label: The shop", "")]
    [InlineData("[Engineering, Support]", "[Support, Engineering]", null)]
    public async Task Each_change_is_told_for_what_it_does_to_sign_in(string right, string changed, string? findings)
    {
        Assert.Contains(right, Base, StringComparison.Ordinal);

        var run = await DiffAsync(
            Base,
            Base.Replace(right, changed, StringComparison.Ordinal),
            "--format",
            "json",
            "--exit-code"
        );

        var document = JsonNode.Parse(run.Out)!;
        Assert.Equal(
            findings is null or "" ? [] : findings.Split('|'),
            ((JsonArray)document["findings"]!).Select(finding =>
                $"{finding!["severity"]} {finding["application"]}: {finding["message"]}"
            )
        );
        Assert.Equal(findings is null ? 0 : 3, run.ExitCode);
        Assert.Equal(findings is null ? 0 : 1, ((JsonArray)document["stacks"]!).Count);
    }

    [Theory]
    [InlineData("https://192.168.0.1", "https://6.6.0.1", "danger")]
    [InlineData("https://192.168.0.1", "https://127.0.0.1:5001", "caution")]
    [InlineData("https://[2001:db8::1]", "https://[2001:db8::2]", "danger")]
    [InlineData("https://shop.example.co.uk", "https://other.co.uk", "danger")]
    public async Task A_host_is_known_by_the_domain_that_was_registered_and_an_address_by_all_of_it(
        string known,
        string added,
        string severity
    )
    {
        var before = Base.Replace("production: true", "production: false", StringComparison.Ordinal)
            .Replace("https://shop.example.com", known, StringComparison.Ordinal)
            .Replace("label: Shop", "label: Shop\n        trustedOrigins: []", StringComparison.Ordinal)
            .Replace($"[{known}]", $"[\"{known}\"]", StringComparison.Ordinal);

        var run = await DiffAsync(
            before,
            before.Replace($"[\"{known}\"]", $"[\"{known}\", \"{added}\"]", StringComparison.Ordinal),
            "--format",
            "json"
        );

        var host = new Uri(added).Host;
        Assert.Equal(
            [$"{severity}: a new host may receive codes and tokens: {host}"],
            Findings(run).Where(finding => finding.Contains("new host may receive", StringComparison.Ordinal))
        );
    }

    // What no stack file can say, but a change of the program can.
    [Theory]
    [InlineData(
        "pkceRequired",
        "true",
        "false",
        "danger: PKCE is no longer required: a code that is intercepted can be redeemed by whoever has it"
    )]
    [InlineData(
        "tokenEndpointAuthMethod",
        "\"none\"",
        "\"client_secret_basic\"",
        "danger: it gets a client secret, which a browser cannot keep"
    )]
    [InlineData(
        "grantTypes",
        """["authorization_code","refresh_token"]""",
        """["authorization_code","refresh_token","implicit"]""",
        "danger: the grant implicit is switched on"
    )]
    [InlineData(
        "implicitAssignment",
        null,
        "true",
        "danger: assignments are bypassed: everyone in the organization may use it, whatever groups are named"
    )]
    [InlineData("implicitAssignment", null, "false", null)]
    public async Task A_change_of_the_program_counts_like_one_of_a_stack_file(
        string input,
        string? right,
        string changed,
        string? finding
    )
    {
        using var companion = new Companion();
        var before = await PreviewAsync(companion, ("live", Base));
        var document = JsonNode.Parse(await File.ReadAllTextAsync(before))!;
        var shop = ((JsonArray)document["stacks"]![0]!["resources"]!).Single(resource =>
            (string)resource!["type"]! == "okta:app/oAuth:OAuth" && (string)resource["name"]! == "shop"
        )!["inputs"]!;
        Assert.Equal(right, shop[input]?.ToJsonString());
        shop[input] = JsonNode.Parse(changed);
        var after = companion.Write("head.json", document.ToJsonString());
        var nothing = companion.Write("empty.json", """{"stacks":[]}""");

        string[] expected = finding is null ? [] : [finding];
        Assert.Equal(expected, Findings(await Companion.RunAsync("diff", before, after, "--format", "json")));
        Assert.Equal(
            expected,
            Findings(await Companion.RunAsync("diff", nothing, after, "--format", "json"))
                .Where(told => told.StartsWith("danger", StringComparison.Ordinal))
        );
        Assert.Empty(Findings(await Companion.RunAsync("diff", after, before, "--format", "json")));
    }

    [Fact]
    public async Task A_new_application_is_told_with_who_and_where_and_its_risks()
    {
        var run = await DiffAsync(
            Base,
            Base
                + """
                      new:
                        label: New
                        baseUris: [https://new.example.com]
                        refreshToken: { rotation: persistent }
                        trustedOrigins: []
                        access: everyone

                """.Replace("\n            ", "\n", StringComparison.Ordinal),
            "--format",
            "json"
        );

        Assert.Equal(
            [
                "caution: a refresh token that is stolen from a browser works until it expires, unnoticed",
                "caution: everyone in the organization may use the application, people who join later included",
                "note: new application for everyone in the organization; codes are sent to https://new.example.com/login/callback",
            ],
            Findings(run)
        );
    }

    [Fact]
    public async Task Lists_are_compared_as_sets_and_properties_by_name()
    {
        var run = await DiffAsync(
            Base,
            Base.Replace("[Engineering, Support]", "[Support, Contractors]", StringComparison.Ordinal)
                .Replace("label: Shop", "label: The shop", StringComparison.Ordinal),
            "--format",
            "json"
        );

        var changed = (JsonArray)Assert.Single((JsonArray)JsonNode.Parse(run.Out)!["stacks"]!)!["changed"]!;
        Assert.Equal(
            """[{"resource":"okta:app/oAuth:OAuth::shop","properties":[{"property":"label","before":"Shop","after":"The shop"}]},{"resource":"okta:index/appGroupAssignments:AppGroupAssignments::shop-access","properties":[{"property":"groups","before":[{"id":"${Engineering.id}","profile":"{}"}],"after":[{"id":"${Contractors.id}","profile":"{}"}]}]}]""",
            changed.ToJsonString()
        );
    }

    [Fact]
    public async Task Two_equal_previews_yield_nothing()
    {
        var run = await DiffAsync(Base, Base, "--exit-code", "--fail-on", "caution");

        Assert.Equal((0, "Nothing changes in what the stacks declare.\n"), (run.ExitCode, run.Out));
    }

    [Theory]
    [InlineData("everyone", "danger", 4)]
    [InlineData("everyone", "caution", 4)]
    [InlineData("{ groups: [Engineering, Support, Contractors] }", "danger", 0)]
    [InlineData("{ groups: [Engineering, Support, Contractors] }", "caution", 4)]
    [InlineData("{ groups: [Engineering] }", "caution", 0)]
    public async Task A_finding_as_bad_as_asked_for_fails(string access, string failOn, int exitCode)
    {
        var run = await DiffAsync(
            Base,
            Base.Replace("{ groups: [Engineering, Support] }", access, StringComparison.Ordinal),
            "--fail-on",
            failOn
        );

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_of_the_two_can_be_standard_input(bool isBase)
    {
        using var companion = new Companion();
        var (right, wide) = (
            await PreviewAsync(companion, ("live", Base)),
            await PreviewAsync(
                companion,
                ("live", Base.Replace("{ groups: [Engineering, Support] }", "everyone", StringComparison.Ordinal))
            )
        );

        var run = isBase
            ? await Companion.RunAsync(["diff", "-", wide], await File.ReadAllTextAsync(right))
            : await Companion.RunAsync(["diff", right, "-"], await File.ReadAllTextAsync(wide));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("DANGER  shop: access widened to everyone", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "standard input is not the output of okta-spa preview --format json", "-", "head.json")]
    [InlineData("", "Only one of the two can be standard input.", "-", "-")]
    [InlineData("", "There is no file nowhere.json.", "-", "nowhere.json")]
    [InlineData("", "Name two files, BASE and HEAD, or a revision with --base-ref.", "-")]
    public async Task Input_that_cannot_be_compared_is_told(string input, string told, params string[] files)
    {
        using var companion = new Companion();
        var head = companion.Write("head.json", """{"stacks":[]}""");

        var run = await Companion.RunAsync(
            ["diff", .. files.Select(file => file == "head.json" ? head : file)],
            input.Length == 0 ? """{"stacks":[]}""" : input
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public async Task Stacks_that_come_and_go_are_told()
    {
        using var companion = new Companion();
        var (one, two) = (await PreviewAsync(companion, ("one", Base)), await PreviewAsync(companion, ("two", Base)));

        var run = await Companion.RunAsync("diff", one, two);

        Assert.Contains("stack one\n  CAUTION the stack file is gone", run.Out, StringComparison.Ordinal);
        Assert.Contains("stack two\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "new application for group Engineering; codes are sent to https://admin.example.com/login/callback",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_stack_that_is_wrong_is_not_taken_for_one_that_is_gone()
    {
        using var companion = new Companion();
        var before = await PreviewAsync(
            companion,
            ("live", Base),
            ("other", Base.Replace("orgName: example", "orgName: other", StringComparison.Ordinal))
        );
        var after = await PreviewAsync(
            companion,
            ("live", Base.Replace("https://shop.example.com", "https://shop.example.com/", StringComparison.Ordinal)),
            (
                "other",
                Base.Replace("orgName: example", "orgName: other", StringComparison.Ordinal)
                    .Replace("[Engineering, Support]", "[Support]", StringComparison.Ordinal)
            )
        );

        foreach (var format in new[] { "text", "json", "markdown" })
        {
            var run = await Companion.RunAsync("diff", before, after, "--format", format);

            Assert.Equal(2, run.ExitCode);
            if (format == "json")
                Assert.Equal(
                    "live",
                    (string)Assert.Single((JsonArray)JsonNode.Parse(run.Out)!["problems"]!)!["stack"]!
                );
            else
                Assert.Contains("1 problem in stack files", run.Out, StringComparison.Ordinal);
            Assert.Contains("group Engineering may no longer use it", run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("gone", run.Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Pulumi.live.yaml")]
    [InlineData("Pulumi.live.yml")]
    [InlineData("live.yaml")]
    public async Task A_stack_that_was_wrong_and_is_repaired_is_to_be_reviewed_as_a_whole(string file)
    {
        using var companion = new Companion();
        var before = await PreviewFilesAsync(
            companion,
            (file, Base.Replace("https://shop.example.com", "https://shop.example.com/", StringComparison.Ordinal))
        );
        var after = await PreviewFilesAsync(
            companion,
            (file, Base.Replace("{ groups: [Engineering, Support] }", "everyone", StringComparison.Ordinal))
        );

        var run = await Companion.RunAsync("diff", before, after, "--fail-on", "caution");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains(
            "CAUTION had problems in the base: what changes is not known, review all of it\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("new application for everyone in the organization", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pulumi.live.yml")]
    [InlineData("live.yaml")]
    public async Task A_stack_that_is_wrong_is_known_whatever_its_file_is_called(string file)
    {
        using var companion = new Companion();
        var before = await PreviewFilesAsync(companion, (file, Base));
        var after = await PreviewFilesAsync(
            companion,
            (file, Base.Replace("https://shop.example.com", "https://shop.example.com/", StringComparison.Ordinal))
        );

        var run = await Companion.RunAsync("diff", before, after);

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("gone", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_that_an_older_okta_spa_printed_without_stacks_count_for_every_stack_that_is_missing()
    {
        using var companion = new Companion();
        var before = companion.Write(
            "base.json",
            """{"stacks":[],"problems":[{"file":"Pulumi.live.yaml","line":1,"column":1,"path":"a","message":"b","remedy":"c"}]}"""
        );

        var run = await Companion.RunAsync("diff", before, await PreviewAsync(companion, ("live", Base)));

        Assert.Contains("CAUTION had problems in the base", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_text_of_a_configuration_can_write_into_a_comment()
    {
        const string hostile =
            "x | `y` <script> @octocat #12 **b** [l](http://x) ~~s~~ $m$ &amp; ![i](u) :tada: --- > q";
        var run = await DiffAsync(
            Base,
            Base.Replace("label: Shop", $"label: \"{hostile}\"", StringComparison.Ordinal)
                .Replace("Support]", "\"@all | <b>\", 'x`y\"]--> n0']", StringComparison.Ordinal),
            "--format",
            "markdown"
        );

        Assert.Equal(0, run.ExitCode);
        foreach (
            var markup in new[]
            {
                "<script",
                "@octocat",
                "@all",
                "#12 ",
                "**b**",
                "](http",
                "](u)",
                "`y`",
                "~~s~~",
                ":tada:",
                "<b>",
            }
        )
            Assert.DoesNotContain(markup, run.Out, StringComparison.Ordinal);
        var edges = run.Out.Split('\n').Where(line => line.Contains("-->", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(edges);
        Assert.All(edges, line => Assert.Matches(@"^  n[0-9]+ --> n[0-9]+\z", line));
        var table = run.Out.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        Assert.All(table, line => Assert.Equal(4, line.Count(character => character == '|')));
    }

    [Fact]
    public async Task No_text_of_a_preview_can_begin_a_line_of_its_own_or_move_others()
    {
        using var companion = new Companion();
        var before = await PreviewAsync(companion, ("live", Base));
        var after = companion.Write(
            "head.json",
            (await File.ReadAllTextAsync(before)).Replace(
                "\"label\": \"Shop\"",
                "\"label\": \"Shop\\n  DANGER  forged\\u202E\"",
                StringComparison.Ordinal
            )
        );

        var run = await Companion.RunAsync("diff", before, after);

        Assert.Contains(
            "\n  ~ okta:app/oAuth:OAuth::shop\n      label: Shop → Shop\uFFFD  DANGER  forged\uFFFD\n",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_comment_has_summary_findings_tables_a_picture_and_folded_details()
    {
        var run = await DiffAsync(
            Base,
            Base.Replace("{ groups: [Engineering, Support] }", "everyone", StringComparison.Ordinal),
            "--format",
            "markdown"
        );

        Assert.StartsWith("### 1 danger and 2 notes in 1 stack", run.Out, StringComparison.Ordinal);
        foreach (
            var text in new[]
            {
                "🔴 **danger** **live** · shop",
                "#### Stack live",
                "| ✏️ |",
                "```mermaid\nflowchart LR\n",
                "<details><summary>",
                "</details>",
            }
        )
            Assert.Contains(text, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_of_a_comment_has_every_application_that_changes_and_no_other()
    {
        var many =
            Base
            + string.Concat(
                Enumerable
                    .Range(0, 12)
                    .Select(number =>
                        $"      app-{number}:\n        label: Application {number}\n        baseUris: [https://app-{number}.example.com]\n        access: everyone\n"
                    )
            );

        var one = await DiffAsync(
            Base,
            Base.Replace("label: Shop", "label: The shop", StringComparison.Ordinal),
            "--format",
            "markdown"
        );
        var access = await DiffAsync(
            Base,
            Base.Replace("[Engineering, Support]", "[Support]", StringComparison.Ordinal),
            "--format",
            "markdown"
        );
        var origin = await DiffAsync(
            Base,
            Base.Replace("label: Admin", "label: Admin\n        trustedOrigins: []", StringComparison.Ordinal),
            "--format",
            "markdown"
        );
        var twelve = await DiffAsync(Base, many, "--format", "markdown");

        Assert.Equal(
            [(true, false), (true, false), (false, true)],
            new[] { one, access, origin }.Select(run => (InPicture(run, "shop"), InPicture(run, "admin")))
        );
        Assert.All(Enumerable.Range(0, 12), number => Assert.True(InPicture(twelve, $"app-{number}")));
        Assert.False(InPicture(twelve, "shop"));

        static bool InPicture(CompanionRun run, string application) =>
            run
                .Out.Split("```mermaid\n")[1]
                .Split("```")[0]
                .Contains(
                    $"<br/>{application.Replace("-", "#45;", StringComparison.Ordinal)}<br/>",
                    StringComparison.Ordinal
                );
    }

    [Fact]
    public async Task A_picture_that_Mermaid_would_not_draw_is_left_out_and_takes_nothing_with_it()
    {
        var big =
            Base
            + string.Concat(
                Enumerable
                    .Range(0, 60)
                    .Select(number =>
                        $"      app-{number}:\n        label: Application {number}\n        baseUris: [{string.Join(", ", Enumerable.Range(0, 9).Select(host => $"https://{host}.example.com"))}]\n        trustedOrigins: []\n        access: everyone\n"
                    )
            );

        var run = await DiffAsync(
            big,
            big.Replace("label: Application", "label: App", StringComparison.Ordinal),
            "--format",
            "markdown"
        );

        Assert.DoesNotContain("```mermaid", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "The picture is too big for Mermaid; `okta-spa preview --format svg` draws it.",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("not what is in Okta", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_is_cut_at_a_section_before_GitHub_would_refuse_it()
    {
        var many =
            Base
            + string.Concat(
                Enumerable
                    .Range(0, 1000)
                    .Select(number =>
                        $"      app-{number}:\n        label: Application {number}\n        baseUris: [https://app-{number}.example.com]\n        access: everyone\n"
                    )
            );

        var run = await DiffAsync(Base, many, "--format", "markdown");

        Assert.InRange(run.Out.Length, 10_000, 60_000);
        Assert.Contains("cut, since a comment holds no more", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"stacks":[{"stack":"a"}]}""")]
    [InlineData("""{"stacks":[null]}""")]
    [InlineData(
        """{"stacks":[{"stack":"a","resources":[],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[]},{"stack":"a","resources":[],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[]}]}"""
    )]
    [InlineData("""{"stacks":[],"problems":[null]}""")]
    [InlineData(
        """{"stacks":[{"stack":"a","resources":[null],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[]}]}"""
    )]
    [InlineData(
        """{"stacks":[{"stack":"a","resources":[],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[null]}]}"""
    )]
    [InlineData(
        """{"stacks":[{"stack":"a","resources":[{"type":"t","name":"n","parent":null,"protect":false,"applications":[],"inputs":{},"references":[]},{"type":"t","name":"n","parent":null,"protect":false,"applications":[],"inputs":{},"references":[]}],"lookups":{"groups":[],"trustedOrigins":[]},"outputs":{},"risks":[]}]}"""
    )]
    public async Task What_is_no_preview_is_told_in_one_line(string text)
    {
        using var companion = new Companion();

        var run = await Companion.RunAsync(
            "diff",
            companion.Write("base.json", text),
            await PreviewAsync(companion, ("live", Base))
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains(
            "base.json is not the output of okta-spa preview --format json",
            run.Error,
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Findings(CompanionRun run) =>
        ((JsonArray)JsonNode.Parse(run.Out)!["findings"]!).Select(finding =>
            $"{finding!["severity"]}: {finding["message"]}"
        );

    private static async Task<CompanionRun> DiffAsync(string before, string after, params string[] arguments)
    {
        using var companion = new Companion();
        return await Companion.RunAsync([
            "diff",
            await PreviewAsync(companion, ("live", before)),
            await PreviewAsync(companion, ("live", after)),
            .. arguments,
        ]);
    }

    private static Task<string> PreviewAsync(Companion companion, params (string Stack, string Yaml)[] stacks) =>
        PreviewFilesAsync(companion, [.. stacks.Select(stack => ($"Pulumi.{stack.Stack}.yaml", stack.Yaml))]);

    private static async Task<string> PreviewFilesAsync(Companion companion, params (string Name, string Yaml)[] files)
    {
        var run = await Companion.RunAsync([
            "preview",
            "--format",
            "json",
            .. files.Select(file => companion.Write(file.Name, file.Yaml)),
        ]);
        Assert.InRange(run.ExitCode, 0, 2);
        return companion.Write(companion.NewName("preview.json"), run.Out);
    }
}
