using System.Net;
using OktaSpa.Cli;

namespace OktaSpa.Tests.Cli;

public sealed class EmulatorTests
{
    [Fact]
    public async Task It_tells_its_address_answers_there_and_ends_well_when_interrupted()
    {
        using var end = new CancellationTokenSource();
        using var output = new Shown("Ctrl-C ends it.");
        using var error = new StringWriter();

        var run = CommandLine.RunAsync(
            ["emulator", "--port", "0"],
            new Terminal(output, error),
            cancellation: end.Token
        );
        await Task.WhenAny(run, output.IsThere);
        Assert.False(run.IsCompleted, error.ToString());
        var address = output
            .ToString()
            .Split(' ')
            .Single(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = new(address) };
        var answer = (await http.GetAsync(new Uri("/", UriKind.Relative))).StatusCode;
        await end.CancelAsync();

        Assert.Equal((HttpStatusCode.OK, 0), (answer, await run));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{ "apiTokens": ["t"] }""", false)]
    public async Task It_says_when_a_seed_lets_nobody_in(string seed, bool isSaid)
    {
        using var companion = new Companion();
        using var end = new CancellationTokenSource();
        using var output = new Shown("Ctrl-C ends it.");
        using var error = new StringWriter();

        var run = CommandLine.RunAsync(
            ["emulator", "--port", "0", "--seed", companion.Write("seed.json", seed)],
            new Terminal(output, error),
            cancellation: end.Token
        );
        await Task.WhenAny(run, output.IsThere);
        await end.CancelAsync();
        await run;

        Assert.Equal(isSaid, error.ToString().Contains("Nobody is let in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        using var other = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var run = await Companion.RunAsync("emulator", "--port", $"{port}");

        Assert.Equal(
            (2, $"okta-spa: Port {port} is taken; give another one with --port, or 0 for any free one.\n"),
            (run.ExitCode, run.Error)
        );
    }

    [Theory]
    [InlineData("{", "line 1: ")]
    [InlineData("""{ "groups": [{ "nmae": "Engineering" }] }""", "groups[0]")]
    [InlineData(
        """{ "trustedOrigins": [{ "name": "portal", "origin": "https://portal.example.com/path", "scopes": ["CORS"] }] }""",
        "trustedOrigins[0]: Okta refuses this: "
    )]
    public async Task A_wrong_seed_is_told_with_its_place_and_nothing_is_started(string seed, string told)
    {
        using var companion = new Companion();

        var run = await Companion.RunAsync("emulator", "--port", "0", "--seed", companion.Write("seed.json", seed));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }
}
