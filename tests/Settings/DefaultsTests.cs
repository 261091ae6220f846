using System.Text.Json.Nodes;
using OktaSpa.Settings;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Settings;

/// <summary>What applications of a stack share.</summary>
public sealed class DefaultsTests
{
    [Fact]
    public void An_application_takes_what_it_does_not_say_from_the_defaults_wherever_these_stand()
    {
        var settings = Read(
            """
            {
              "production": false,
              "applications": {
                "plain": { "label": "Plain", "baseUris": ["https://plain.example.com"] },
                "other": {
                  "label": "Other",
                  "baseUris": ["https://other.example.com"],
                  "access": "everyone",
                  "refreshToken": "none",
                  "authenticationPolicy": "none",
                  "issuer": "org",
                  "scopes": ["openid"]
                }
              },
              "defaults": {
                "access": { "groups": ["Employees"] },
                "refreshToken": { "gracePeriodSeconds": 10 },
                "authenticationPolicy": "rst1",
                "issuer": "default",
                "scopes": ["openid", "orders"]
              }
            }
            """
        );

        var (other, plain) = (settings.Applications[0], settings.Applications[1]);
        Assert.Equal("Employees", Assert.Single(plain.Access.Groups).Value.NameOrId);
        Assert.Equal("defaults.access.groups[0]", plain.Access.Groups[0].Place);
        Assert.Equal(new RefreshToken(RefreshTokenRotation.Rotate, 10), plain.RefreshToken);
        Assert.Equal("rst1", plain.AuthenticationPolicy);
        Assert.Equal("default", plain.Issuer);
        Assert.Equal(["openid", "orders", "offline_access"], plain.Scopes.AsEnumerable());
        Assert.True(other.Access.IsEveryone);
        Assert.Null(other.RefreshToken);
        Assert.Null(other.AuthenticationPolicy);
        Assert.Equal("org", other.Issuer);
        Assert.Equal(["openid"], other.Scopes.AsEnumerable());
    }

    [Fact]
    public void An_applications_own_key_replaces_the_default_as_a_whole()
    {
        var settings = Read(
            Applications(
                """{ "refreshToken": { "rotation": "persistent" } }""",
                """{ "access": "everyone", "refreshToken": { "gracePeriodSeconds": 10 } }"""
            )
        );

        Assert.Equal(new RefreshToken(RefreshTokenRotation.Persistent, 0), settings.Applications[0].RefreshToken);
        Assert.Equal(new RefreshToken(RefreshTokenRotation.Rotate, 10), settings.Applications[1].RefreshToken);
    }

    [Theory]
    [InlineData("""{ "access": "nobody" }""", "wrong-kind defaults.access")]
    [InlineData("""{ "access": "everyone", "isuer": "default" }""", "unknown-key defaults.isuer")]
    [InlineData("""{ "access": "everyone", "label": "Shop" }""", "unknown-key defaults.label")]
    [InlineData("""{ "access": "everyone", "acceptedRisks": [] }""", "unknown-key defaults.acceptedRisks")]
    [InlineData("""{ "access": { "groups": ["Everyone"] } }""", "built-in-group defaults.access.groups[0]")]
    [InlineData("""{ "access": "everyone", "scopes": ["openid", "orders"] }""", "invalid-scope defaults.scopes[1]")]
    [InlineData("""{ "access": "everyone", "scopes": ["email"] }""", "openid-missing defaults.scopes")]
    public void A_wrong_default_is_one_problem_not_one_for_each_application(string defaults, string problem) =>
        Assert.Equal([problem], Problems(Applications("{}", defaults)));

    [Theory]
    [InlineData("""{ "access": { "groups": ["A", "A"] } }""", "listed-twice defaults.access.groups[1]")]
    [InlineData(
        """{ "refreshToken": { "rotation": "persistent", "gracePeriodSeconds": 5 } }""",
        "grace-period-without-rotation defaults.refreshToken.gracePeriodSeconds"
    )]
    public void A_default_that_no_application_takes_is_checked_too(string defaults, string problem)
    {
        const string own = """{ "access": "everyone", "refreshToken": "none" }""";

        Assert.Equal([problem], Problems(Applications(own, defaults, own)));
    }

    [Fact]
    public void Without_a_default_each_application_must_say_who_may_use_it() =>
        Assert.Equal(
            ["missing-key applications.one.access", "missing-key applications.two.access"],
            Problems(Applications("{}", "{}"))
        );

    private static string Applications(string one, string defaults, string two = "{}")
    {
        JsonObject Application(string name, string more)
        {
            var application = new JsonObject
            {
                ["label"] = name,
                ["baseUris"] = new JsonArray($"https://{name}.example.com"),
            };
            foreach (var (key, value) in (JsonObject)JsonNode.Parse(more)!)
                application[key] = value?.DeepClone();
            return application;
        }

        return new JsonObject
        {
            ["production"] = false,
            ["defaults"] = JsonNode.Parse(defaults),
            ["applications"] = new JsonObject { ["one"] = Application("one", one), ["two"] = Application("two", two) },
        }.ToJsonString();
    }

    private static StackSettings Read(string json)
    {
        var (settings, problems) = StackSettings.Read(Config.Of(JsonNode.Parse(json)), "okta-spa", "dev");
        Assert.Empty(problems);
        return settings!;
    }

    private static IEnumerable<string> Problems(string json) =>
        StackSettings
            .Read(Config.Of(JsonNode.Parse(json)), "okta-spa", "dev")
            .Problems.Select(problem => $"{problem.Rule} {problem.Path}");
}
