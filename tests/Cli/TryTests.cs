using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OktaSpa.Cli;
using OktaSpa.Cli.Engine;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Cli;

public sealed class TryTests
{
    private const string Stack = """
        config:
          okta:orgName: dev-00000000
          okta:baseUrl: okta.com
          okta-spa:settings:
            production: false
            trustedOriginsManagedElsewhere: [https://app.example.com]
            groups:
              Shoppers: {}
            applications:
              storefront:
                label: Storefront
                baseUris: [https://app.example.com]
                authenticationPolicy: rst1abcd2efgh3ijkl4m
                issuer: aus1abcd2efgh3ijkl4m
                tokenNetworkZones: { allow: [nzo1abcd2efgh3ijkl4m] }
                access: { groups: [Engineering, 00g1abcd2efgh3ijkl4m, Shoppers] }
              admin:
                label: Admin
                baseUris: [https://admin.example.com]
                access: { groups: [Engineering] }

        """;

    [Fact]
    public async Task The_organization_has_what_the_stack_refers_to_and_is_open_until_interrupted()
    {
        using var companion = new Companion();
        using var pulumi = new FakePulumi(
            """
            case $command in
            "up "*) cp Pulumi.*.yaml "$here/stack" ;;
            "stack output "*) echo '{"storefront":{"clientId":"0oa1"}}' ;;
            esac
            """
        );
        using var end = new CancellationTokenSource();
        using var output = new Shown("Ctrl-C destroys all.");
        using var error = new StringWriter();

        var run = CommandLine.RunAsync(
            ["try", companion.Write("Pulumi.qa.yaml", Stack)],
            new Terminal(output, error),
            new Surroundings { Pulumi = pulumi.Path, HasPackages = true },
            end.Token
        );
        await Task.WhenAny(run, output.IsThere);
        Assert.False(run.IsCompleted, error.ToString());
        var address = (string)JsonNode.Parse(pulumi.Read("stack"))!["config"]!["okta:httpProxy"]!;
        using var http = new HttpClient { BaseAddress = new(address) };
        var state = (await http.GetFromJsonAsync<JsonNode>("/emulator/state"))!;
        await end.CancelAsync();

        Assert.Equal(0, await run);
        Assert.Contains("\"clientId\": \"0oa1\"", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(address, output.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["Everyone", "Okta Administrators", "Engineering", "Group 00g1abcd2efgh3ijkl4m"],
            state["groups"]!.AsArray().Select(group => (string)group!["profile"]!["name"]!)
        );
        Assert.Contains("00g1abcd2efgh3ijkl4m", state["groups"]!.AsArray().Select(group => (string)group!["id"]!));
        Assert.Contains("rst1abcd2efgh3ijkl4m", state["policies"]!.AsArray().Select(policy => (string)policy!["id"]!));
        Assert.Contains(
            "aus1abcd2efgh3ijkl4m",
            state["authorizationServers"]!.AsArray().Select(server => (string)server!["id"]!)
        );
        Assert.Equal(["nzo1abcd2efgh3ijkl4m"], state["zones"]!.AsArray().Select(zone => (string)zone!["id"]!));
        Assert.Equal(
            ["https://app.example.com"],
            state["trustedOrigins"]!.AsArray().Select(origin => (string)origin!["origin"]!)
        );
        Assert.Equal(["stack", "up", "stack", "state", "destroy"], pulumi.Calls.Select(call => call.Split(' ')[0]));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("/", UriKind.Relative)));
    }

    [Fact]
    public async Task A_stack_with_problems_is_not_deployed()
    {
        using var companion = new Companion();
        using var pulumi = new FakePulumi("");

        var run = await RunAsync(
            companion.Write("Pulumi.qa.yaml", Stack.Replace("label: Admin", "lable: Admin", StringComparison.Ordinal)),
            new() { Pulumi = pulumi.Path, HasPackages = true }
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("did you mean label?", run.Out, StringComparison.Ordinal);
        Assert.Empty(pulumi.Calls);
    }

    [Fact]
    public async Task A_build_against_the_stand_ins_says_that_it_cannot_deploy()
    {
        var run = await RunAsync("dev", new() { Pulumi = "no-such-pulumi", HasPackages = false });

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("PulumiSdk=packages", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_pulumi_the_message_says_where_to_get_it()
    {
        var run = await RunAsync("dev", new() { Pulumi = "no-such-pulumi", HasPackages = true });

        Assert.Equal(
            (
                1,
                "",
                "okta-spa: pulumi is not on the PATH. Get it from https://www.pulumi.com/docs/install/, and run this again.\n"
            ),
            (run.ExitCode, run.Out, run.Error)
        );
    }

    [Fact]
    public async Task A_deployment_that_fails_ends_the_trial()
    {
        using var pulumi = new FakePulumi("case $command in up*) echo 'error: 400 Bad Request' >&2; exit 1 ;; esac");

        var run = await RunAsync("pr-7", new() { Pulumi = pulumi.Path, HasPackages = true });

        Assert.Equal(
            (1, "", "error: 400 Bad Request\nokta-spa: stack pr-7 could not be deployed; the reason stands above.\n"),
            (run.ExitCode, run.Out, run.Error)
        );
        Assert.StartsWith("destroy ", pulumi.Calls[^1], StringComparison.Ordinal);
    }

    private static async Task<CompanionRun> RunAsync(string stack, Surroundings surroundings)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        return new(
            await CommandLine.RunAsync(["try", stack], new Terminal(output, error), surroundings),
            output.ToString(),
            error.ToString()
        );
    }
}
