using System.Reflection;
using System.Runtime.InteropServices;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>
/// The stand-ins offer nothing that the real packages do not: what compiles against them compiles against those.
/// They are only read, never loaded, so that this holds in both builds.
/// </summary>
public sealed class ApiSubsetTests : IDisposable
{
    private static readonly string Folder = typeof(ApiSubsetTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "OfflineSdk")
        .Value!;

    // The lists do not tell interfaces.
    private static readonly string[] Interfaces =
    [
        "Pulumi.InputList<T> (sealed) : Input<ImmutableArray<T>>: interface IEnumerable",
        "Pulumi.InputList<T> (sealed) : Input<ImmutableArray<T>>: interface IAsyncEnumerable<Input<T>>",
        "Pulumi.InputMap<TValue> (sealed) : Input<ImmutableDictionary<string,TValue>>: interface IEnumerable",
        "Pulumi.InputMap<TValue> (sealed) : Input<ImmutableDictionary<string,TValue>>: interface IAsyncEnumerable<Input<KeyValuePair<string,TValue>>>",
    ];

    private readonly MetadataLoadContext context = new(
        new PathAssemblyResolver([
            .. Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll"),
            .. Directory.GetFiles(Folder, "Pulumi*.dll"),
        ])
    );

    public void Dispose() => context.Dispose();

    [Fact]
    public void Pulumi_offers_nothing_that_the_real_package_does_not() =>
        AssertNone(Surplus(Offline("Pulumi"), ApiList.Read("pulumi-api-3.112.1.txt")).Except(Interfaces));

    [Fact]
    public void Pulumi_Okta_offers_nothing_that_the_real_package_does_not() =>
        AssertNone(Surplus(Offline("Pulumi.Okta"), ApiList.ReadSource("pulumi-okta-api-6.11.0.txt")));

    [Theory]
    [InlineData("Pulumi", "pulumi-api-3.112.1.txt")]
    [InlineData("Pulumi.Okta", "pulumi-okta-api-6.11.0.txt")]
    public void Whatever_the_lists_lack_is_found(string assembly, string list)
    {
        var real = assembly == "Pulumi" ? ApiList.Read(list) : ApiList.ReadSource(list);
        foreach (var (type, members) in Offline(assembly))
        {
            foreach (var member in members.Where(real[type].Remove))
                Assert.Contains($"{type}: {member}", Surplus(Offline(assembly), real));

            real.Remove(type);
            Assert.Contains(type, Surplus(Offline(assembly), real));
        }
    }

    // Told in full: xunit shortens long collections.
    private static void AssertNone(IEnumerable<string> surplus)
    {
        var lines = string.Join('\n', surplus);
        Assert.True(lines.Length == 0, $"Not in the real package:\n{lines}");
    }

    private Dictionary<string, HashSet<string>> Offline(string name) =>
        PublicApi.Read(context.LoadFromAssemblyPath(Path.Combine(Folder, $"{name}.dll")));

    private static IEnumerable<string> Surplus(
        Dictionary<string, HashSet<string>> offline,
        Dictionary<string, HashSet<string>> real
    ) =>
        offline.SelectMany(type =>
            real.TryGetValue(type.Key, out var members)
                ? type.Value.Except(members).Select(member => $"{type.Key}: {member}")
                : [type.Key]
        );
}
