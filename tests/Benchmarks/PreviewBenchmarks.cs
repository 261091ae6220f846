using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using OktaSpa.Cli.Graph;
using OktaSpa.Cli.Rendering;
using OktaSpa.Cli.Stacks;
using OktaSpa.Settings.Rules;

// dotnet run --configuration Release --project tests/Benchmarks
// In this process, so that it runs against whatever Pulumi it was built with.
BenchmarkRunner.Run<OktaSpa.Benchmarks.PreviewBenchmarks>(
    DefaultConfig
        .Instance.AddJob(
            Job.Dry.WithToolchain(new InProcessNoEmitToolchain(new())).WithWarmupCount(2).WithIterationCount(10)
        )
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "okta-spa-benchmarks")),
    args
);

namespace OktaSpa.Benchmarks
{
    /// <summary>How long a stack file of so many applications takes to be read, and to be shown.</summary>
    [MemoryDiagnoser]
    public class PreviewBenchmarks
    {
        private string yaml = "";
        private StackFile file = null!;

        [Params(1, 100, 1000)]
        public int Applications { get; set; }

        [GlobalSetup]
        public void Setup()
        {
            var text = new StringBuilder(
                "config:\n  okta:orgName: example\n  okta:baseUrl: okta.com\n  okta-spa:settings:\n    production: true\n    applications:\n"
            );
            for (var number = 0; number < Applications; number++)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $$"""
                          app-{{number}}:
                            label: Application {{number}}
                            baseUris: [https://app-{{number}}.example.com, https://www.app-{{number}}.example.com]
                            access: { groups: [Engineering, Group {{number}}] }

                    """
                );
            }
            yaml = text.ToString();
            file = Read();
            if (file.Problems.Count > 0)
                throw new InvalidOperationException(file.Problems[0].ToString());
        }

        [Benchmark]
        public object Reading() => Read();

        [Benchmark]
        public async Task<string> Previewing() =>
            JsonRendering.Render(
                new Preview([await Recorder.RecordAsync(file, "okta-spa", RiskRules.Of(file.Settings!))], [], [], [])
            );

        private StackFile Read() => StackFile.Read(ProjectFile.Named("okta-spa"), yaml, "Pulumi.many.yaml", "many");
    }
}
