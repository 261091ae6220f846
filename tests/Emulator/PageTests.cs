namespace OktaSpa.Tests.Emulator;

/// <summary>The organization as a page for people.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task It_shows_the_organization_and_escapes_what_clients_wrote()
    {
        await using var emulator = await Emulated.StartAsync();
        var app = await emulator.CreateSpaAsync("<script>alert(1)</script>");
        await emulator.PutAsync($"/api/v1/apps/{app}/groups/{await emulator.CreateGroupAsync("A & B")}", "{}");
        await emulator.PostAsync(
            "/api/v1/trustedOrigins",
            """{"name":"N","origin":"https://app.example.com","scopes":[{"type":"CORS"}]}"""
        );

        var page = await PageAsync(emulator);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.Contains("<dd>A &amp; B</dd>", page, StringComparison.Ordinal);
        Assert.Contains("rotated, grace period 30 s", page, StringComparison.Ordinal);
        Assert.Contains("<code>https://app.example.com/login/callback</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>https://app.example.com</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_part_is_in_the_index_with_how_many_it_has()
    {
        await using var emulator = await Emulated.StartAsync();
        await emulator.CreateSpaAsync();

        var page = await PageAsync(emulator);

        Assert.Contains("<a href=\"#applications\">Applications <small>1</small></a>", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"applications\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#trusted-origins\">", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"trusted-origins\">", page, StringComparison.Ordinal);
        Assert.Contains("Authorization servers <small>1</small></a>", page, StringComparison.Ordinal);
        Assert.Contains("<td>default</td><td>Default Policy</td>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("store", "Storefront", "Back office")]
    [InlineData("BACK OFF", "Back office", "Storefront")]
    public async Task A_filter_leaves_what_has_its_text(string filter, string shown, string hidden)
    {
        await using var emulator = await Emulated.StartAsync();
        await emulator.CreateSpaAsync("Storefront");
        await emulator.CreateSpaAsync("Back office");

        var page = await PageAsync(emulator, $"?filter={Uri.EscapeDataString(filter)}");

        Assert.Contains($"<b>{shown}</b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"<b>{hidden}</b>", page, StringComparison.Ordinal);
        Assert.Contains("Applications <small>1 of 2</small>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("<b>")]
    [InlineData("\"><script>")]
    public async Task A_filter_is_text_not_markup(string filter)
    {
        await using var emulator = await Emulated.StartAsync();
        await emulator.CreateSpaAsync();

        var page = await PageAsync(emulator, $"?filter={Uri.EscapeDataString(filter)}");

        Assert.Contains("Trusted origins <small>0</small>", page, StringComparison.Ordinal);
        Assert.Contains("Groups <small>0 of 2</small>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_last_requests_come_first_and_only_so_many()
    {
        await using var emulator = await Emulated.StartAsync();
        for (var number = 10; number < 40; number++)
            await emulator.GetAsync($"/api/v1/groups/00gnone{number}");

        var page = await PageAsync(emulator);

        Assert.Contains("00gnone39", page, StringComparison.Ordinal);
        Assert.DoesNotContain("00gnone10", page, StringComparison.Ordinal);
        Assert.True(
            page.IndexOf("00gnone39", StringComparison.Ordinal) < page.IndexOf("00gnone38", StringComparison.Ordinal)
        );
        Assert.Contains("Requests <small>30</small>", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(Emulated emulator, string query = "") =>
        (await emulator.GetAsync($"/{query}", authorization: null)).Text;
}
