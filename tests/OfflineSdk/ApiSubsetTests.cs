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

    private readonly MetadataLoadContext context = new(
        new PathAssemblyResolver([
            .. Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll"),
            .. Directory.GetFiles(Folder, "Pulumi*.dll"),
        ])
    );

    public void Dispose() => context.Dispose();

    [Theory]
    [InlineData("Pulumi")]
    [InlineData("Pulumi.Okta")]
    public void A_stand_in_offers_nothing_that_the_real_package_does_not(string package)
    {
        var surplus = string.Join('\n', Surplus(Offline(package), Real(package)));

        // Told in full: xunit shortens long collections.
        Assert.True(surplus.Length == 0, $"Not in the real package:\n{surplus}");
    }

    [Theory]
    [InlineData("Pulumi")]
    [InlineData("Pulumi.Okta")]
    public void Whatever_the_real_package_lacks_is_found(string package)
    {
        var (offline, real) = (Offline(package), Real(package));
        foreach (var (type, members) in offline)
        {
            foreach (var member in members)
            {
                real[type].Remove(member);
                Assert.Contains($"{type}: {member}", Surplus(offline, real));
            }

            real.Remove(type);
            Assert.Contains(type, Surplus(offline, real));
        }
    }

    private Dictionary<string, HashSet<string>> Offline(string name) =>
        PublicApi.Read(context.LoadFromAssemblyPath(Path.Combine(Folder, $"{name}.dll")));

    private static Dictionary<string, HashSet<string>> Real(string name) =>
        name == "Pulumi" ? ApiList.Read("pulumi-api-3.112.1.txt") : ApiList.ReadSource("pulumi-okta-api-6.11.0.txt");

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
