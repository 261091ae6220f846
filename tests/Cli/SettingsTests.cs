using System.Text.Json.Nodes;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Cli;

public sealed class SettingsTests
{
    private const string AuthJs =
        """{"clientId":"0oa1","issuer":"https://example.okta.com","pkce":true,"postLogoutRedirectUri":"https://shop.example.com","redirectUri":"https://shop.example.com/login/callback","scopes":["openid","offline_access"]}""";

    private const string TwoPlaces =
        """{"clientId":"0oa1","redirectUri":"https://shop.example.com/cb","postLogoutRedirectUri":"http://localhost:5173/bye"},"signInRedirectUris":["https://shop.example.com/cb","http://localhost:5173/cb"],"signOutRedirectUris":["http://localhost:5173/bye"]""";

    [Fact]
    public async Task A_plain_env_file_has_a_line_for_each_setting()
    {
        var run = await RunAsync(AuthJs, "shop", "--stack", "dev");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            OKTA_ISSUER=https://example.okta.com
            OKTA_CLIENT_ID=0oa1
            OKTA_REDIRECT_URI=https://shop.example.com/login/callback
            OKTA_POST_LOGOUT_REDIRECT_URI=https://shop.example.com
            OKTA_SCOPES='openid offline_access'

            """,
            run.Out
        );
    }

    [Theory]
    [InlineData("vite", "VITE_OKTA_CLIENT_ID=0oa1")]
    [InlineData("next", "NEXT_PUBLIC_OKTA_CLIENT_ID=0oa1")]
    [InlineData("nuxt", "NUXT_PUBLIC_OKTA_CLIENT_ID=0oa1")]
    [InlineData("sveltekit", "PUBLIC_OKTA_CLIENT_ID=0oa1")]
    [InlineData("create-react-app", "REACT_APP_OKTA_CLIENT_ID=0oa1")]
    public async Task Tools_that_ask_for_a_prefix_get_it(string tool, string line)
    {
        var run = await RunAsync(AuthJs, "shop", "--stack", "dev", "--for", tool);

        Assert.Contains(line, run.Out.Split('\n'));
    }

    [Fact]
    public async Task A_prefix_may_be_ones_own()
    {
        var run = await RunAsync(AuthJs, "shop", "--stack", "dev", "--prefix", "APP_");

        Assert.Contains("APP_OKTA_CLIENT_ID=0oa1", run.Out.Split('\n'));
    }

    [Fact]
    public async Task Angular_gets_an_environment()
    {
        var run = await RunAsync(AuthJs, "shop", "--stack", "dev", "--for", "angular");

        Assert.StartsWith("export const environment = {", run.Out, StringComparison.Ordinal);
        var environment = JsonNode.Parse(run.Out["export const environment = ".Length..^2])!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(AuthJs), environment["okta"]), run.Out);
    }

    [Fact]
    public async Task Blazor_gets_the_options_of_its_own_library()
    {
        var run = await RunAsync(AuthJs, "shop", "--stack", "dev", "--for", "blazor");

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """
                    {
                      "Okta": {
                        "Authority": "https://example.okta.com",
                        "ClientId": "0oa1",
                        "ResponseType": "code",
                        "RedirectUri": "https://shop.example.com/login/callback",
                        "PostLogoutRedirectUri": "https://shop.example.com",
                        "DefaultScopes": ["openid", "offline_access"]
                      }
                    }
                    """
                ),
                JsonNode.Parse(run.Out)
            ),
            run.Out
        );
    }

    [Theory]
    [InlineData("http://localhost:5173", "http://localhost:5173/cb", "http://localhost:5173/bye")]
    [InlineData("http://localhost:5173/", "http://localhost:5173/cb", "http://localhost:5173/bye")]
    [InlineData("https://shop.example.com", "https://shop.example.com/cb", null)]
    public async Task A_front_end_that_is_served_elsewhere_gets_the_uris_of_that_place(
        string baseUri,
        string redirectUri,
        string? signOut
    )
    {
        var run = await RunAsync(TwoPlaces, "shop", "--stack", "dev", "--format", "json", "--base-uri", baseUri);

        var settings = JsonNode.Parse(run.Out)!;
        Assert.Equal(redirectUri, (string?)settings["redirectUri"]);
        Assert.Equal(signOut, (string?)settings["postLogoutRedirectUri"]);
    }

    [Theory]
    [InlineData("http://localhost:51")]
    [InlineData("https://shop.example.com.evil.example")]
    public async Task A_place_where_no_code_is_sent_is_told_with_those_where_one_is(string baseUri)
    {
        var run = await RunAsync(TwoPlaces, "shop", "--stack", "dev", "--base-uri", baseUri);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(
            "https://shop.example.com/cb and http://localhost:5173/cb",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--for", "vite", "--format", "json")]
    [InlineData("--prefix", "A_", "--for", "vite")]
    [InlineData("--prefix", "A_", "--format", "js")]
    public async Task What_would_be_ignored_is_refused(params string[] options)
    {
        using var pulumi = new FakePulumi("echo '{}'");

        var run = await Companion.RunAsync(["settings", "shop", "--stack", "dev", .. options], "", pulumi.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(pulumi.Calls);
        Assert.Contains("do not go together", run.Error, StringComparison.Ordinal);
    }

    // What dotenv 17, Vite (dotenv-expand) and Next.js make of each line is the text again.
    [Theory]
    [InlineData("plain", "https://a.example/cb#x", "'https://a.example/cb#x'")]
    [InlineData("plain", "https://a.example/cb?a=1&b=$HOME", "'https://a.example/cb?a=1&b=$HOME'")]
    [InlineData("vite", "https://a.example/cb?a=1&b=$HOME", @"'https://a.example/cb?a=1&b=\$HOME'")]
    [InlineData("next", "https://a.example/${x}", @"'https://a.example/\${x}'")]
    [InlineData("plain", "https://a.example/it's", "`https://a.example/it's`")]
    [InlineData("plain", "https://a.example/'`", "\"https://a.example/'`\"")]
    [InlineData("plain", "a b", "'a b'")]
    [InlineData("plain", "", "''")]
    public async Task Values_in_an_env_file_are_read_back_as_they_were(string tool, string uri, string written)
    {
        var run = await RunAsync(With("redirectUri", uri), "shop", "--stack", "dev", "--for", tool);

        Assert.Contains(
            run.Out.Split('\n'),
            line => line.EndsWith($"OKTA_REDIRECT_URI={written}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_value_that_no_env_file_can_hold_is_told()
    {
        var run = await RunAsync(With("redirectUri", "'`\""), "shop", "--stack", "dev");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("Use --format json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_object_that_the_library_takes()
    {
        var run = await RunAsync(AuthJs, "shop", "--stack", "dev", "--format", "json");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(AuthJs), JsonNode.Parse(run.Out)), run.Out);
    }

    [Fact]
    public async Task A_module_is_the_same_object_with_texts_that_end_no_line()
    {
        var authJs = With("redirectUri", "a\"\u2028\n</script>\\");

        var run = await RunAsync(authJs, "shop", "--stack", "dev", "--format", "js");

        Assert.StartsWith("export default {\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("};\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u2028", run.Out, StringComparison.Ordinal);
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(authJs), JsonNode.Parse(run.Out["export default ".Length..^2])),
            run.Out
        );
    }

    [Fact]
    public async Task An_application_that_is_not_deployed_is_told_with_those_that_are()
    {
        var run = await RunAsync(AuthJs, "shpo", "--stack", "dev");

        Assert.Equal(
            (
                2,
                "okta-spa: There is no application shpo in what stack dev has deployed. Did you mean shop? There is shop.\n"
            ),
            (run.ExitCode, run.Error)
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"note":"x"}""")]
    public async Task A_stack_that_is_not_deployed_is_told(string outputs)
    {
        using var pulumi = new FakePulumi($"echo '{outputs}'");

        var run = await Companion.RunAsync(["settings", "shop", "--stack", "dev"], "", pulumi.Path);

        Assert.Equal(
            (2, "okta-spa: Stack dev has no outputs of an application: deploy it first, by pulumi up --stack dev.\n"),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task A_stack_that_is_not_there_is_told_with_those_that_are()
    {
        using var pulumi = new FakePulumi(
            """
            case $command in
            "stack ls --json") echo '[{"name":"dev"},{"name":"prod"}]' ;;
            *) echo "error: no stack named 'prd' found" >&2; exit 6 ;;
            esac
            """
        );

        var run = await Companion.RunAsync(["settings", "shop", "--stack", "prd"], "", pulumi.Path);

        Assert.Equal(
            (
                2,
                "okta-spa: There is no stack prd of okta-spa in Pulumi's backend. Did you mean prod? There are dev and prod.\n"
            ),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task What_pulumi_complains_of_is_shown()
    {
        using var pulumi = new FakePulumi("echo 'error: no access token' >&2; exit 3");

        var run = await Companion.RunAsync(["settings", "shop", "--stack", "dev"], "", pulumi.Path);

        Assert.Equal(
            (1, "okta-spa: pulumi stack output --json --stack dev failed:\nerror: no access token\n"),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Where_there_is_no_pulumi_the_message_says_where_to_get_it()
    {
        var run = await Companion.RunAsync(["settings", "shop", "--stack", "dev"], "", "no-such-pulumi");

        Assert.Equal(
            (
                1,
                "okta-spa: pulumi is not on the PATH. Get it from https://www.pulumi.com/docs/install/, and run this again.\n"
            ),
            (run.ExitCode, run.Error)
        );
    }

    private static string With(string key, string value)
    {
        var authJs = JsonNode.Parse(AuthJs)!;
        authJs[key] = value;
        return authJs.ToJsonString();
    }

    private static async Task<CompanionRun> RunAsync(string authJs, params string[] arguments)
    {
        using var pulumi = new FakePulumi(
            $$$"""
            cat <<'END'
            {"shop":{"clientId":"0oa1","authJs":{{{authJs}}}},"note":"x"}
            END
            """
        );
        var run = await Companion.RunAsync(["settings", .. arguments], "", pulumi.Path);
        Assert.Equal(["stack output --json --stack dev"], pulumi.Calls);
        return run;
    }
}
