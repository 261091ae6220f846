using OktaSpa.Tests.Support;

namespace OktaSpa.Tests;

public sealed class OktaProgramTests
{
    [Fact]
    public async Task A_minimal_application_becomes_a_public_client_with_safe_settings()
    {
        var run = await new PulumiHarness().RunAsync(Config.Of(Config.Settings()));

        var inputs = run.App("storefront").Inputs;
        Assert.Equal("browser", inputs["type"]);
        Assert.Equal("none", inputs["tokenEndpointAuthMethod"]);
    }
}
