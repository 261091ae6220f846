using System.Text.Json.Nodes;
using OktaSpa.Settings;
using OktaSpa.Tests.Support;
using OktaSpa.Web;

namespace OktaSpa.Tests.Settings;

/// <summary>What is accepted, and what becomes of it.</summary>
public sealed class RightSettingsTests
{
    [Fact]
    public void A_label_base_uris_and_access_are_enough()
    {
        var application = Application("{}");

        Assert.Equal("storefront", application.Name);
        Assert.Null(application.Formerly);
        Assert.Equal(["https://app.example.com"], Texts(application.TrustedOrigins));
        Assert.Equal(["https://app.example.com/login/callback"], Texts(application.SignInRedirectUris));
        Assert.Empty(application.WildcardUris);
        Assert.Equal(["https://app.example.com"], Texts(application.SignOutRedirectUris));
        Assert.Null(application.InitiateLoginUri);
        Assert.False(application.Tile.IsShown);
        Assert.True(application.Access.IsEveryone);
        Assert.Equal(new RefreshToken(RefreshTokenRotation.Rotate, 30), application.RefreshToken);
        Assert.Null(application.AuthenticationPolicy);
        Assert.Equal("org", application.Issuer);
        Assert.Equal(["openid", "profile", "email", "offline_access"], application.Scopes.AsEnumerable());
    }

    [Theory]
    [InlineData("https://APP.Example.COM", "https://app.example.com")]
    [InlineData("HTTPS://app.example.com", "https://app.example.com")]
    [InlineData("https://app.example.com:443", "https://app.example.com")]
    [InlineData("https://app.example.com:0443", "https://app.example.com")]
    [InlineData("https://app.example.com:80", "https://app.example.com:80")]
    [InlineData("https://app.example.com:65535", "https://app.example.com:65535")]
    [InlineData("http://localhost:80", "http://localhost")]
    [InlineData("http://localhost:443", "http://localhost:443")]
    [InlineData("http://app.localhost:3000", "http://app.localhost:3000")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("http://127.255.0.9", "http://127.255.0.9")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    [InlineData("http://[0:0:0:0:0:0:0:1]", "http://[::1]")]
    [InlineData("https://[2001:DB8::0:1]", "https://[2001:db8::1]")]
    [InlineData("https://10.0.0.1", "https://10.0.0.1")]
    [InlineData("https://intranet", "https://intranet")]
    [InlineData("https://my_app.example.com", "https://my_app.example.com")]
    [InlineData("https://r1---sn.example.com", "https://r1---sn.example.com")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://BÜCHER.example", "https://xn--bcher-kva.example")]
    [InlineData("https://XN--BCHER-KVA.example", "https://xn--bcher-kva.example")]
    [InlineData("https://straße.example", "https://xn--strae-oqa.example")]
    [InlineData("https://例え.jp:8443", "https://xn--r8jz45g.jp:8443")]
    public void An_origin_is_sent_as_a_browser_serializes_it(string written, string sent)
    {
        var application = Application($$"""{ "baseUris": ["{{written}}"] }""");

        Assert.Equal([sent], Texts(application.BaseUris));
        Assert.Equal([sent], Texts(application.TrustedOrigins));
        Assert.Equal([sent + "/login/callback"], Texts(application.SignInRedirectUris));
    }

    [Theory]
    [InlineData("https://app.example.com")]
    [InlineData("https://app.example.com/")]
    [InlineData("https://app.example.com/cb/")]
    [InlineData("https://app.example.com/Cb//x")]
    [InlineData("https://app.example.com/cb?a=1&b=../x")]
    [InlineData("https://app.example.com?x=1")]
    [InlineData("https://app.example.com/%C3%A9%2F~a.b..c/...")]
    [InlineData("https://app.example.com/a@b:c;d=1,2!$'()+")]
    public void Path_and_query_of_a_redirect_uri_stay_to_the_letter(string uri)
    {
        Assert.Equal([uri], Texts(Application($$"""{ "signInRedirectUris": ["{{uri}}"] }""").SignInRedirectUris));
        Assert.Equal([uri], Texts(Application($$"""{ "signOutRedirectUris": ["{{uri}}"] }""").SignOutRedirectUris));
    }

    [Fact]
    public void Scheme_host_and_port_of_a_redirect_uri_are_normalized()
    {
        Assert.Equal(
            ["https://app.example.com/Login"],
            Texts(Application("""{ "signInRedirectUris": ["HTTPS://APP.example.com:443/Login"] }""").SignInRedirectUris)
        );
    }

    [Fact]
    public void Uris_that_differ_in_a_slash_or_in_case_are_two()
    {
        var application = Application(
            """{ "signInRedirectUris": ["https://app.example.com/cb", "https://app.example.com/cb/", "https://app.example.com/Cb"] }"""
        );

        Assert.Equal(3, application.SignInRedirectUris.Length);
    }

    [Fact]
    public void Each_base_uri_has_its_default_redirect_uris_in_file_order()
    {
        var application = Application("""{ "baseUris": ["https://b.example.com", "http://localhost:8080"] }""");

        Assert.Equal(
            ["https://b.example.com/login/callback", "http://localhost:8080/login/callback"],
            Texts(application.SignInRedirectUris)
        );
        Assert.Equal(["https://b.example.com", "http://localhost:8080"], Texts(application.SignOutRedirectUris));
        Assert.Equal("https://b.example.com/login/callback", application.RedirectUri.ToString());
    }

    [Theory]
    [InlineData("https://*.example.com/cb", "https://app.example.com")]
    [InlineData("https://app*.example.com/cb", "https://app-1.example.com")]
    [InlineData("https://*-app.EXAMPLE.com/cb", "https://pr-1-app.example.com")]
    [InlineData("https://a*c.example.com/cb", "https://abc.example.com")]
    [InlineData("https://*.example.com:8443/cb?x=1", "https://app.example.com:8443")]
    [InlineData("https://*.example.co.uk/cb", "https://app.example.co.uk")]
    [InlineData("https://*.my-team.vercel.app/cb", "https://a.my-team.vercel.app")]
    [InlineData("https://*.www.ck/cb", "https://a.www.ck")]
    [InlineData("https://*.bücher.example/cb", "https://app.bücher.example")]
    public void A_wildcard_stands_for_part_of_the_leftmost_label_of_a_base_uri(string wildcard, string baseUri)
    {
        var application = Application(
            $$"""{ "baseUris": ["{{baseUri}}"], "wildcardRedirect": true, "signInRedirectUris": ["{{wildcard}}"] }"""
        );

        Assert.Single(application.WildcardUris);
        Assert.Equal(application.BaseUris[0], application.RedirectUri.Origin);
    }

    [Theory]
    [InlineData("https://a*c.example.com/cb", "https://ac.example.com")]
    [InlineData("https://*.example.com/cb", "https://a.b.example.com")]
    [InlineData("https://*.example.com/cb", "https://example.com")]
    [InlineData("https://*.example.com/cb", "https://appexample.com")]
    [InlineData("https://*.example.com/cb", "https://app.example.com:8443")]
    [InlineData("https://*.example.com/cb", "http://app.localhost")]
    public void A_wildcard_stands_for_nothing_else(string wildcard, string baseUri)
    {
        Assert.Null(WildcardUri.Parse(wildcard, out var uri));
        Assert.Null(WebOrigin.Parse(baseUri, out var origin));
        Assert.False(uri!.Matches(origin!));
    }

    [Theory]
    [InlineData("com", true)]
    [InlineData("co.uk", true)]
    [InlineData("example.co.uk", false)]
    [InlineData("vercel.app", true)]
    [InlineData("netlify.app", true)]
    [InlineData("github.io", true)]
    [InlineData("anything.ck", true)]
    [InlineData("www.ck", false)]
    [InlineData("unknown-top-level-name", true)]
    [InlineData("example.unknown-top-level-name", false)]
    [InlineData("xn--p1ai", true)]
    [InlineData("xn--55qx5d.cn", true)]
    public void Public_suffixes_are_those_of_the_list_private_section_included(string host, bool expected)
    {
        Assert.Equal(expected, PublicSuffixes.Contains(host));
    }

    [Fact]
    public void Booleans_and_numbers_may_be_strings_as_pulumi_config_set_writes_them()
    {
        var settings = Config
            .With(
                """{ "tile": "true", "initiateLoginUri": "https://app.example.com/login", "refreshToken": { "gracePeriodSeconds": "0" } }"""
            )
            .And("""{ "production": "true" }""");

        var read = Read(settings);

        Assert.True(read.Production);
        Assert.Equal(new Tile(Web: true, Ios: false), read.Applications[0].Tile);
        Assert.Equal(0, read.Applications[0].RefreshToken!.GracePeriodSeconds);
    }

    [Theory]
    [InlineData("{}", RefreshTokenRotation.Rotate, 30)]
    [InlineData("""{ "gracePeriodSeconds": 60 }""", RefreshTokenRotation.Rotate, 60)]
    [InlineData("""{ "gracePeriodSeconds": 45.0 }""", RefreshTokenRotation.Rotate, 45)]
    [InlineData("""{ "rotation": "rotate" }""", RefreshTokenRotation.Rotate, 30)]
    [InlineData("""{ "rotation": "persistent" }""", RefreshTokenRotation.Persistent, 0)]
    internal void Refresh_tokens_have_a_rotation_and_a_grace_period(
        string written,
        RefreshTokenRotation rotation,
        int gracePeriod
    )
    {
        Assert.Equal(
            new RefreshToken(rotation, gracePeriod),
            Application($$"""{ "refreshToken": {{written}} }""").RefreshToken
        );
    }

    [Fact]
    public void No_refresh_tokens_mean_no_offline_access()
    {
        var application = Application("""{ "refreshToken": "none" }""");

        Assert.Null(application.RefreshToken);
        Assert.DoesNotContain("offline_access", application.Scopes);
    }

    [Fact]
    public void Offline_access_that_is_written_is_not_added_again()
    {
        Assert.Equal(
            ["offline_access", "openid"],
            Application("""{ "scopes": ["offline_access", "openid"] }""").Scopes.AsEnumerable()
        );
    }

    [Fact]
    public void Groups_are_names_or_ids()
    {
        var groups = Application(
            """{ "access": { "groups": ["Engineering", "00g1abcd2efgh3ijkl4m", "00g", "00g1abcd2efgh3ijkl4", "00g1abcd2efgh3ijkl4mn"] } }"""
        ).Access.Groups;

        Assert.Equal([false, true, false, false, false], groups.Select(group => group.Value.IsId));
    }

    [Theory]
    [InlineData("""{ "issuer": "default", "scopes": ["openid", "orders:read"] }""")]
    [InlineData("""{ "issuer": "aus9o8wzkhckw9TLa0h7z", "scopes": ["openid", "https://api.example.com/read"] }""")]
    [InlineData("""{ "scopes": ["openid", "address", "phone", "groups"] }""")]
    [InlineData("""{ "authenticationPolicy": "rstnkw1sgzfqkDUtx1d7" }""")]
    [InlineData("""{ "formerly": "shop" }""")]
    [InlineData("""{ "trustedOrigins": [] }""")]
    [InlineData("""{ "signOutRedirectUris": ["https://elsewhere.example.org/bye"] }""")]
    [InlineData("""{ "initiateLoginUri": "https://elsewhere.example.org/login" }""")]
    [InlineData("""{ "label": "Ünï · 🛒 & <Store>" }""")]
    public void What_breaks_no_rule_is_accepted(string change) => Application(change);

    [Fact]
    public void A_label_may_have_a_hundred_characters() => Application($$"""{ "label": "{{new string('x', 100)}}" }""");

    [Fact]
    public void Applications_are_in_a_fixed_order_and_may_share_a_base_uri()
    {
        var settings = Config.Settings();
        settings["applications"]!["admin"] = JsonNode.Parse(
            """{ "label": "Admin", "baseUris": ["https://app.example.com"], "access": "everyone" }"""
        );

        var read = Read(settings);

        Assert.Equal(["admin", "storefront"], read.Applications.Select(application => application.Name));
        var (origin, applications) = Assert.Single(read.TrustedOrigins);
        Assert.Equal("https://app.example.com", origin.ToString());
        Assert.Equal(["admin", "storefront"], applications.AsEnumerable());
    }

    [Theory]
    [InlineData("dev-00000000", "okta.com", "dev-00000000.okta.com")]
    [InlineData("Example", "OktaPreview.com", "example.oktapreview.com")]
    [InlineData("acme", "okta-emea.com", "acme.okta-emea.com")]
    [InlineData("acme", "okta-gov.com", "acme.okta-gov.com")]
    public void The_organizations_host_is_its_name_and_its_domain(string orgName, string baseUrl, string host)
    {
        var (settings, problems) = StackSettings.Read(
            Config.Of(Config.Settings(), orgName, baseUrl),
            "okta-spa",
            "dev"
        );

        Assert.Empty(problems);
        Assert.Equal(host, settings!.Organization.Host);
    }

    [Fact]
    public void The_number_of_a_pull_request_is_put_in_wherever_the_template_has_its_place()
    {
        var settings = Config.With(
            """
            {
              "label": "Storefront PR_NUMBER",
              "baseUris": ["https://pr-PR_NUMBER.example.com:8443", "http://PR_NUMBER.localhost:3000"],
              "signInRedirectUris": ["https://pr-PR_NUMBER.example.com:8443/cb?pr=PR_NUMBER"],
              "access": { "groups": ["Reviewers of PR_NUMBER"] }
            }
            """
        );

        var (read, problems) = StackSettings.Read(Config.Of(settings), "okta-spa", "pr-42");

        Assert.Empty(problems);
        var application = Assert.Single(read!.Applications);
        Assert.Equal("Storefront 42", application.Label);
        Assert.Equal(["https://pr-42.example.com:8443", "http://42.localhost:3000"], Texts(application.BaseUris));
        Assert.Equal(["https://pr-42.example.com:8443/cb?pr=42"], Texts(application.SignInRedirectUris));
        Assert.Equal(new GroupReference("Reviewers of 42"), application.Access.Groups[0].Value);
        Assert.Empty(application.TrustedOrigins);
    }

    [Fact]
    public void The_environment_of_a_pull_request_trusts_an_origin_only_when_asked_to()
    {
        var settings = Config.With(
            """{ "label": "PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com"], "trustedOrigins": ["https://pr-PR_NUMBER.example.com"] }"""
        );

        var (read, problems) = StackSettings.Read(Config.Of(settings), "okta-spa", "pr-7");

        Assert.Empty(problems);
        Assert.Equal(["https://pr-7.example.com"], Texts(read!.Applications[0].TrustedOrigins));
    }

    [Theory]
    [InlineData("pr-1", "1")]
    [InlineData("pr-4711", "4711")]
    [InlineData("pr-0", null)]
    [InlineData("pr-01", null)]
    [InlineData("pr-1a", null)]
    [InlineData("pr", null)]
    [InlineData("dev", null)]
    [InlineData("xpr-1", null)]
    [InlineData("pr-1\n", null)]
    public void The_stack_of_a_pull_request_is_told_by_its_name(string stack, string? number)
    {
        Assert.Equal(number, PullRequest.OfStack(stack)?.Number);
    }

    private static Application Application(string change) => Assert.Single(Read(Config.With(change)).Applications);

    private static StackSettings Read(JsonObject settings)
    {
        var (read, problems) = StackSettings.Read(Config.Of(settings), "okta-spa", "dev");
        Assert.Empty(problems);
        return read!;
    }

    private static IEnumerable<string> Texts<T>(IEnumerable<T> values) => values.Select(value => value!.ToString()!);
}
