using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using OktaSpa.Cli.Stacks;
using OktaSpa.Emulator;

namespace OktaSpa.Tests.EndToEnd;

/// <summary>Several stacks, pull requests, and each way of signing in to Okta.</summary>
public sealed class EnvironmentTests
{
    private static readonly string[] Scopes = ["okta.apps.manage", "okta.groups.read", "okta.trustedOrigins.manage"];

    [EndToEndFact]
    public async Task Two_stacks_in_one_organization_do_not_disturb_each_other()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering");
        var dev = await okta.StackAsync(Stack("https://dev.example.com"), "dev");
        var qa = await okta.StackAsync(Stack("https://qa.example.com"), "qa");
        var id = (string)(await dev.UpAsync())["shop"]!["clientId"]!;
        Assert.NotEqual(id, (string)(await qa.UpAsync())["shop"]!["clientId"]!);

        _ = await qa.Pulumi.ReadAsync("destroy", "--yes", "--skip-preview", "--stack", "qa");

        _ = await dev.Pulumi.ReadAsync("preview", "--refresh", "--expect-no-changes", "--stack", "dev");
        Assert.Equal(["Engineering"], await okta.AccessAsync(id));
    }

    [EndToEndFact]
    public async Task A_pull_requests_environment_lives_and_leaves_nothing()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering");
        var template = await File.ReadAllTextAsync(Path.Combine(Project.Find().Root, "Pulumi.pr.yaml"));
        var stack = await okta.StackAsync(template, "pr-7");

        var outputs = await stack.UpAsync();

        var application = await okta.ApplicationAsync((string)outputs["storefront"]!["clientId"]!);
        Assert.Contains("#7", (string)application["label"]!, StringComparison.Ordinal);
        Assert.Contains("pr-7", (string)application["settings"]!["notes"]!["admin"]!, StringComparison.Ordinal);
        Assert.Equal(
            "https://pr-7.preview.example.com/login/callback",
            (string)outputs["storefront"]!["authJs"]!["redirectUri"]!
        );
        Assert.Empty((await okta.StateAsync())["trustedOrigins"]!.AsArray());
        _ = await stack.Pulumi.ReadAsync("destroy", "--yes", "--skip-preview", "--stack", "pr-7");
        Assert.Empty((await okta.StateAsync())["applications"]!.AsArray());
    }

    [EndToEndTheory]
    [InlineData("an API token")]
    [InlineData("an access token")]
    [InlineData("a private key")]
    public async Task Each_way_of_signing_in_works_with_the_least_rights(string with)
    {
        using var key = RSA.Create(2048);
        var publicKey = JsonWebKeyConverter.ConvertFromRSASecurityKey(
            new RsaSecurityKey(key.ExportParameters(includePrivateParameters: false))
        );
        var seed = new Seed
        {
            IsStrict = true,
            Groups = [new SeedGroup("Engineering")],
            ApiTokens = ["by-hand", "token"],
            AccessTokens = [new SeedToken("access", Scopes)],
            ServiceApps =
            [
                new SeedServiceApp(
                    "0oaservice",
                    new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["kid"] = "key",
                        ["n"] = publicKey.N,
                        ["e"] = publicKey.E,
                    },
                    Scopes
                ),
            ],
        };
        var credentials = with switch
        {
            "an API token" => new Dictionary<string, string> { ["OKTA_API_TOKEN"] = "token" },
            "an access token" => new() { ["OKTA_ACCESS_TOKEN"] = "access" },
            _ => new()
            {
                ["OKTA_API_CLIENT_ID"] = "0oaservice",
                ["OKTA_API_PRIVATE_KEY"] = key.ExportRSAPrivateKeyPem(),
                ["OKTA_API_PRIVATE_KEY_ID"] = "key",
                ["OKTA_API_SCOPES"] = string.Join(',', Scopes),
            },
        };
        await using var okta = await TrialOrganization.StartAsync(seed);
        var stack = await okta.StackAsync(Stack("https://shop.example.com"), "dev", credentials);

        var id = (string)(await stack.UpAsync())["shop"]!["clientId"]!;

        Assert.Equal(["Engineering"], await okta.AccessAsync(id));
        _ = await stack.Pulumi.ReadAsync("preview", "--refresh", "--expect-no-changes", "--stack", "dev");
    }

    private static string Stack(string baseUri) =>
        $$"""
            config:
              okta:orgName: dev-00000000
              okta:baseUrl: okta.com
              okta-spa:settings:
                production: false
                applications:
                  shop:
                    label: Shop
                    baseUris: [{{baseUri}}]
                    access: { groups: [Engineering] }

            """;
}
