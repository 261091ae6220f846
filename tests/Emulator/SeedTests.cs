using OktaSpa.Emulator;

namespace OktaSpa.Tests.Emulator;

/// <summary>What is wrong with a seed is told in the words of JSON, with its place.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData(
        """
            {
              "trustedOrigins": [
                { "name": "a", "origin": "https://a.example.com", "scopes": [] },
                { "name": "b", "origin": 8080, "scopes": [] }
              ]
            }
            """,
        "line 4, trustedOrigins[1].origin: this is a number, not text"
    )]
    [InlineData("""{ "apiTokens": "t" }""", "line 1, apiTokens: this is text, not a list")]
    [InlineData("""{ "apiTokens": [["t"]] }""", "line 1, apiTokens[0]: this is a list, not text")]
    [InlineData("""{ "groups": [null] }""", "line 1, groups[0]: this is null, not an object")]
    [InlineData("""{ "groups": [{ "name": null }] }""", "line 1, groups[0].name: this is null, not text")]
    [InlineData("{ \"groups\": [\n{ \"id\": \"x\" }] }", "line 2, groups[0]: name is missing")]
    [InlineData("""{ "groups": [{ "name": true }] }""", "line 1, groups[0].name: this is true, not text")]
    [InlineData("""{ "groups": [{ "name": "x", "nam": 1 }] }""", "line 1, groups[0].nam: unknown key; known: ")]
    [InlineData("{\n\"apiTokens\": [],\n\"apiTokens\": [] }", "line 3, apiTokens: this key is listed twice")]
    [InlineData(
        """{ "serviceApps": [{ "clientId": "c", "publicKey": "k", "scopes": [] }] }""",
        "line 1, serviceApps[0].publicKey: this is text, not an object"
    )]
    [InlineData("null", "line 1: this is null, not an object")]
    [InlineData("[]", "line 1: this is a list, not an object")]
    [InlineData("", "line 1: this is not JSON: ")]
    [InlineData("groups: []", "line 1: this is not JSON: ")]
    [InlineData("{}\n{}", "line 2: this is not JSON: ")]
    public void What_is_wrong_is_told_with_its_place(string json, string problem)
    {
        var exception = Assert.Throws<FormatException>(() => Seed.Parse(json));

        Assert.StartsWith(problem, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("OktaSpa", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_trailing_commas_are_fine()
    {
        var seed = Seed.Parse(
            """
            {
              // whom it lets in
              "organisation": "acme", "apiTokens": ["t",],
              "groups": [{ "name": "Engineering", "description": null }],
            }
            """
        );

        Assert.Equal(("acme", "t", "Engineering"), (seed.Organization, seed.ApiTokens[0], seed.Groups[0].Name));
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{ "groups": [{ "name": "x" }] }""", false)]
    [InlineData("""{ "apiTokens": ["t"] }""", true)]
    [InlineData("""{ "accessTokens": [{ "token": "t", "scopes": [] }] }""", true)]
    [InlineData("""{ "serviceApps": [{ "clientId": "c", "publicKey": {}, "scopes": [] }] }""", true)]
    public void A_seed_lets_in_whom_it_lists(string json, bool letsAnybodyIn) =>
        Assert.Equal(letsAnybodyIn, Seed.Parse(json).LetsAnybodyIn);

    [Theory]
    [InlineData(
        """{ "groups": [{ "name": "a" }, { "name": "Everyone" }] }""",
        "groups[1]: Okta refuses this: name: An object with this field already exists in the current organization"
    )]
    [InlineData(
        """{ "groups": [{ "name": "a", "id": "x" }, { "name": "b", "id": "x" }] }""",
        "groups[1]: Okta refuses this: id: An object with this field already exists in the current organization"
    )]
    [InlineData(
        """{ "trustedOrigins": [{ "name": "a", "origin": "https://a.example.com/x", "scopes": ["CORS"] }] }""",
        "trustedOrigins[0]: Okta refuses this: origin: Origin value is not valid"
    )]
    [InlineData(
        """{ "serviceApps": [{ "clientId": "c", "publicKey": {}, "scopes": [], "roles": ["KING"] }] }""",
        "serviceApps[0]: Okta refuses this: roles: Valid values: ["
    )]
    public async Task What_Okta_refuses_is_told_with_its_place(string json, string problem)
    {
        var exception = await Assert.ThrowsAsync<FormatException>(() => OktaEmulator.StartAsync(Seed.Parse(json)));

        Assert.StartsWith(problem, exception.Message, StringComparison.Ordinal);
    }
}
