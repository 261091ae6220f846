using System.Text.Json.Nodes;
using OktaSpa.Cli;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("preview", "--format", "xml")]
    [InlineData("preview", "--fromat", "json")]
    [InlineData("preview", "nowhere")]
    [InlineData("preview", "no/such/Pulumi.dev.yaml")]
    [InlineData("check", "nowhere")]
    [InlineData("check", "--nothing")]
    [InlineData("diff")]
    [InlineData("diff", "one.json")]
    [InlineData("diff", "no-such-a.json", "no-such-b.json")]
    [InlineData("diff", "--base-ref", "HEAD", "one.json")]
    [InlineData("diff", "--fail-on", "note", "a", "b")]
    [InlineData("diff", "--base-ref", "no-such-revision")]
    [InlineData("emulator", "--port", "many")]
    [InlineData("emulator", "--port", "65536")]
    [InlineData("emulator", "--seed", "no-such.json")]
    [InlineData]
    public async Task Wrong_use_is_told_in_one_line(params string[] arguments)
    {
        var run = await Companion.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("okta-spa: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal("", run.Out);
    }

    [Fact]
    public async Task An_unknown_stack_is_told_with_those_that_there_are()
    {
        Assert.Contains(
            "There are dev, pr and prod.",
            (await Companion.RunAsync("preview", "nowhere")).Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("okta-spa: There is no command or option nonsense. See okta-spa --help.", "nonsense", "dev")]
    [InlineData("okta-spa: Name a command, such as preview. See okta-spa --help.")]
    [InlineData("okta-spa: There is no option --foo. See okta-spa preview --help.", "preview", "--foo")]
    [InlineData("okta-spa: A stack's name is empty. See okta-spa check --help.", "check", "")]
    [InlineData("okta-spa: There is no file no/such/Pulumi.dev.yaml.", "check", "no/such/Pulumi.dev.yaml")]
    [InlineData("okta-spa: ./ is a folder, not a stack file.", "check", "./")]
    [InlineData(
        "okta-spa: Argument 'xml' not recognized. Must be one of: 'text' 'json' 'line' 'github'. See okta-spa check --help.",
        "check",
        "--format",
        "xml"
    )]
    public async Task The_line_names_the_mistake(string line, params string[] arguments)
    {
        Assert.Equal(line, (await Companion.RunAsync(arguments)).Error.TrimEnd());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("preview", "--help")]
    [InlineData("check", "--help")]
    [InlineData("diff", "--help")]
    [InlineData("schema", "--help")]
    [InlineData("settings", "--help")]
    [InlineData("stacks", "--help")]
    [InlineData("sweep", "--help")]
    [InlineData("try", "--help")]
    [InlineData("emulator", "--help")]
    public async Task Help_has_examples(params string[] arguments)
    {
        var run = await Companion.RunAsync(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Example", run.Out, StringComparison.Ordinal);
        Assert.Contains("okta-spa", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_expected_is_one_line_and_a_stack_trace_only_when_asked_for()
    {
        using var full = new FullDisk();
        using var error = new StringWriter { NewLine = "\n" };
        using var trace = new StringWriter { NewLine = "\n" };

        Assert.Equal(1, await CommandLine.RunAsync(["schema"], new Terminal(full, error)));
        Assert.Equal(1, await CommandLine.RunAsync(["schema", "--verbose"], new Terminal(full, trace)));

        Assert.Equal("okta-spa: No space left. (unexpected; --verbose shows where)\n", error.ToString());
        Assert.Contains("   at ", trace.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_it_ends_without_a_word_and_with_the_code_that_shells_know()
    {
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();

        var run = await Companion.RunAsync(["diff", "--base-ref", "HEAD"], "", cancellation: interrupt.Token);

        Assert.Equal((130, "", ""), (run.ExitCode, run.Out, run.Error));
    }

    [Fact]
    public async Task The_schema_in_the_repository_is_fresh()
    {
        var run = await Companion.RunAsync("schema");

        Assert.Equal(0, run.ExitCode);
        Assert.True(
            run.Out == await File.ReadAllTextAsync(Path.Combine(Repository.Root, "okta-spa.schema.json")),
            "Run ./okta-spa schema > okta-spa.schema.json"
        );
    }

    [Fact]
    public async Task The_schema_is_strict_about_every_mapping_and_knows_no_null()
    {
        var schema = JsonNode.Parse((await Companion.RunAsync("schema")).Out)!;

        var settings = schema["properties"]!["config"]!["properties"]!["okta-spa:settings"]!;
        var application = settings["properties"]!["applications"]!["additionalProperties"]!;
        Assert.Equal("""["production","applications"]""", settings["required"]!.ToJsonString());
        Assert.Equal("""["label","baseUris"]""", application["required"]!.ToJsonString());
        Assert.Equal(
            "^[a-z][a-z0-9-]*$",
            (string)settings["properties"]!["applications"]!["propertyNames"]!["pattern"]!
        );
        Assert.All(
            Mappings(schema["properties"]!["config"]!["properties"]!["okta-spa:settings"]!)
                .Where(mapping => mapping.ContainsKey("properties")),
            mapping => Assert.False((bool)mapping["additionalProperties"]!)
        );
        Assert.All(
            ((JsonObject)application["properties"]!).Select(pair => pair.Value!),
            property => Assert.NotNull(property["description"])
        );
        Assert.DoesNotContain("null", schema.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            """["rotate","persistent"]""",
            Mappings(application)
                .Single(mapping =>
                    mapping.ContainsKey("enum")
                    && mapping["enum"]!.ToJsonString().Contains("rotate", StringComparison.Ordinal)
                )["enum"]!.ToJsonString()
        );
        Assert.Contains(
            Mappings(application),
            mapping => mapping["minimum"]?.ToJsonString() == "0" && mapping["maximum"]?.ToJsonString() == "60"
        );
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left.");

        public override void WriteLine(string? value) => Write(value);

        public override Task WriteAsync(string? value) => throw new IOException("No space left.");

        public override Task WriteLineAsync(string? value) => WriteAsync(value);
    }

    private static IEnumerable<JsonObject> Mappings(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(pair => Mappings(pair.Value)).Prepend(map),
            JsonArray list => list.SelectMany(Mappings),
            _ => [],
        };
}
