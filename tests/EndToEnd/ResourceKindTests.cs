using OktaSpa.Cli.Engine;
using OktaSpa.Emulator;

namespace OktaSpa.Tests.EndToEnd;

/// <summary>
/// The life of what a stack declares beside applications: created, unchanged, changed in place, gone.
/// </summary>
public sealed class ResourceKindTests
{
    private const string Head = """
        config:
          okta:orgName: dev-00000000
          okta:baseUrl: okta.com
          okta-spa:settings:
            production: false

        """;

    [EndToEndFact]
    public async Task A_group_keeps_its_members_when_its_rule_and_its_name_change()
    {
        await using var okta = await TrialOrganization.StartAsync();
        var stack = await okta.StackAsync(Groups("Shoppers: { rule: 'user.department == \"Sales\"' }", "Shoppers"));
        var id = (string)(await stack.UpAsync())["shop"]!["clientId"]!;
        Assert.Equal(["Shoppers"], await okta.AccessAsync(id));
        var group = await IdOfGroupAsync(okta, "Shoppers");
        await ExpectNoChangesAsync(stack);

        _ = await TrialOrganization.UpAsync(
            stack,
            Groups("Shoppers: { rule: 'user.department == \"Marketing\"' }", "Shoppers")
        );
        var rule = Assert.Single((await okta.StateAsync())["groupRules"]!.AsArray())!;
        Assert.Equal("user.department == \"Marketing\"", (string)rule["conditions"]!["expression"]!["value"]!);
        Assert.Equal("ACTIVE", (string)rule["status"]!);

        _ = await TrialOrganization.UpAsync(
            stack,
            Groups("Buyers: { formerly: Shoppers, rule: 'user.department == \"Marketing\"' }", "Buyers")
        );
        Assert.Equal(group, await IdOfGroupAsync(okta, "Buyers"));
        Assert.Equal(["Buyers"], await okta.AccessAsync(id));
        await ExpectNoChangesAsync(stack);

        _ = await TrialOrganization.UpAsync(stack, Groups("Others: {}", "Others"));
        Assert.Equal(["Others"], await okta.AccessAsync(id));
        Assert.Empty((await okta.StateAsync())["groupRules"]!.AsArray());
    }

    [EndToEndFact]
    public async Task Three_applications_are_admitted_at_one_server_change_it_and_leave_it()
    {
        await using var okta = await TrialOrganization.StartAsync(
            new Seed
            {
                AuthorizationServers = [new("Orders") { Id = "aus1orders0000000000" }],
                ApiTokens = ["by-hand", "any"],
            }
        );
        var stack = await okta.StackAsync(Policies("default", "{}"));
        var outputs = await stack.UpAsync();
        var clients = outputs.Select(application => (string)application.Value!["clientId"]!).Order().ToList();
        Assert.Equal(clients, await AdmittedAsync(okta, "default"));
        await ExpectNoChangesAsync(stack);

        _ = await TrialOrganization.UpAsync(stack, Policies("default", "{ accessTokenMinutes: 10 }"));
        Assert.Equal(clients, await AdmittedAsync(okta, "default"));
        await ExpectNoChangesAsync(stack);

        _ = await TrialOrganization.UpAsync(stack, Policies("aus1orders0000000000", "{ accessTokenMinutes: 10 }"));
        Assert.Empty(await AdmittedAsync(okta, "default"));
        Assert.Equal(clients, await AdmittedAsync(okta, "aus1orders0000000000"));
        await ExpectNoChangesAsync(stack);

        _ = await TrialOrganization.UpAsync(stack, Policies("aus1orders0000000000", "none"));
        Assert.Empty(await AdmittedAsync(okta, "aus1orders0000000000"));
    }

    [EndToEndFact]
    public async Task An_application_that_is_handed_over_keeps_its_people_and_comes_back()
    {
        await using var okta = await TrialOrganization.StartAsync("Engineering", "Support");
        var stack = await okta.StackAsync(Access("{ groups: [Engineering] }"));
        var id = (string)(await stack.UpAsync())["shop"]!["clientId"]!;

        _ = await TrialOrganization.UpAsync(stack, Access("elsewhere"));
        Assert.Equal(["Engineering"], await okta.AccessAsync(id));
        await ExpectNoChangesAsync(stack);

        _ = await TrialOrganization.UpAsync(stack, Access("{ groups: [Engineering, Support] }"));
        Assert.Equal(["Engineering", "Support"], await okta.AccessAsync(id));
    }

    private static string Groups(string group, string name) =>
        $$"""
            {{Head}}    groups:
                  {{group}}
                applications:
                  shop:
                    label: Shop
                    baseUris: [https://shop.example.com]
                    access: { groups: [{{name}}] }

            """;

    private static string Policies(string server, string policy)
    {
        var applications = "abc".Select(name =>
            $"      {name}: {{ label: {name}, baseUris: [https://{name}.example.com] }}\n"
        );
        return $$"""
            {{Head}}    defaults: { access: everyone, issuer: {{server}}, tokenPolicy: {{policy}} }
                applications:
            {{string.Concat(applications)}}
            """;
    }

    private static string Access(string access) =>
        $$"""
            {{Head}}    applications:
                  shop:
                    label: Shop
                    baseUris: [https://shop.example.com]
                    access: {{access}}

            """;

    private static Task<string> ExpectNoChangesAsync(Trial stack) =>
        stack.Pulumi.ReadAsync("preview", "--expect-no-changes", "--stack", stack.Stack);

    private static async Task<string> IdOfGroupAsync(TrialOrganization okta, string name) =>
        (string)
            (await okta.StateAsync())["groups"]!
                .AsArray()
                .Single(group => (string)group!["profile"]!["name"]! == name)!["id"]!;

    /// <summary>The clients that the policies of a server admit, each by its own.</summary>
    private static async Task<IEnumerable<string>> AdmittedAsync(TrialOrganization okta, string server)
    {
        var policies = (await okta.ByHandAsync(HttpMethod.Get, $"api/v1/authorizationServers/{server}/policies"))!;
        return policies
            .AsArray()
            .Select(policy => policy!["conditions"]!["clients"]!["include"]!.AsArray())
            .Where(clients => (string)clients[0]! != "ALL_CLIENTS")
            .Select(clients => (string)Assert.Single(clients)!)
            .Order();
    }
}
