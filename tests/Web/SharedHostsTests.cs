using OktaSpa.Web;

namespace OktaSpa.Tests.Web;

/// <summary>Wildcards below hosts where anyone can have a name.</summary>
public sealed class SharedHostsTests
{
    [Theory]
    [InlineData("https://*.loca.lt/cb", "localtunnel")]
    [InlineData("https://*.lhr.rocks/cb", "localhost.run")]
    [InlineData("https://shop-*.euw.devtunnels.ms/cb", "Microsoft dev tunnels")]
    [InlineData("https://*.a.free.pinggy.link/cb", "Pinggy")]
    [InlineData("https://*.app.github.dev/cb", "GitHub Codespaces")]
    [InlineData("https://*-3000.app.github.dev/cb", "GitHub Codespaces")]
    [InlineData("https://*.github.dev/cb", "GitHub Codespaces")]
    [InlineData("https://3000-*.ws-eu45.gitpod.io/cb", "Gitpod")]
    [InlineData("https://*.local.webcontainer.io/cb", "StackBlitz")]
    [InlineData("https://*.cloudapp.azure.com/cb", "Microsoft Azure")]
    [InlineData("https://pr-*.westeurope.cloudapp.azure.com/cb", "Microsoft Azure")]
    [InlineData("https://pr-*.WestEurope.CloudApp.Azure.com:8443/cb", "Microsoft Azure")]
    [InlineData("https://shop-*.z01.azurefd.net/cb", "Azure Front Door")]
    [InlineData("https://shop*.z6.web.core.windows.net/cb", "Azure Storage")]
    [InlineData("https://shop-*.elb.eu-central-1.amazonaws.com/cb", "AWS Elastic Load Balancing")]
    [InlineData("https://shop-*.elb.cn-north-1.amazonaws.com.cn/cb", "AWS Elastic Load Balancing")]
    [InlineData("https://*.cfapps.eu10.hana.ondemand.com/cb", "SAP BTP")]
    [InlineData("https://*.okta.com/cb", "Okta")]
    [InlineData("https://*.oktapreview.com/cb", "Okta")]
    [InlineData("https://*.eu.auth0.com/cb", "Auth0")]
    [InlineData("https://*.nip.io/cb", "nip.io")]
    [InlineData("https://*.10.0.0.1.nip.io/cb", "nip.io")]
    [InlineData("https://*.shop.10-0-0-1.sslip.io/cb", "sslip.io")]
    [InlineData("https://*.lvh.me/cb", "its owner")]
    public void A_wildcard_below_a_host_where_anyone_can_have_a_name_is_refused_with_its_owner(
        string wildcard,
        string owner
    )
    {
        var fault = WildcardUri.Parse(wildcard, out var uri);

        Assert.Null(uri);
        Assert.Equal(RuleBook.WildcardOpen, fault?.Rule);
        Assert.Contains($", {owner} ", fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://*.acme.cloudapp.example.com/cb")]
    [InlineData("https://*.bigokta.com/cb")]
    [InlineData("https://*.okta.com.example.com/cb")]
    [InlineData("https://*.nip.io.example.com/cb")]
    [InlineData("https://*.elb.acme.eu.amazonaws.com/cb")]
    [InlineData("https://*.happyhill-70162bb9.canadacentral.azurecontainerapps.io/cb")]
    [InlineData("https://*.4svg40kna19.us-south.codeengine.appdomain.cloud/cb")]
    public void A_wildcard_below_a_name_of_ones_own_is_taken(string wildcard)
    {
        Assert.Null(WildcardUri.Parse(wildcard, out var uri));
        Assert.Equal(wildcard, uri!.ToString());
    }

    [Theory]
    [InlineData("https://deploy-preview-*--shop-acme.netlify.app/cb")]
    [InlineData("https://*--shop-acme.netlify.app/cb")]
    [InlineData("https://*-shop-acme.netlify.app/cb")]
    public void Netlify_does_not_reserve_what_ends_in_a_sites_name_for_the_sites_owner(string wildcard)
    {
        Assert.Equal(RuleBook.WildcardOpen, WildcardUri.Parse(wildcard, out _)?.Rule);
    }

    [Fact]
    public void Our_list_repeats_nothing_of_the_public_suffix_list()
    {
        Assert.DoesNotContain(SharedHosts.All, shared => PublicSuffixes.Contains(LowestOf(shared)));
    }

    [Fact]
    public void Our_list_names_each_host_once()
    {
        Assert.All(SharedHosts.All, shared => Assert.Same(shared, SharedHosts.Above(LowestOf(shared))));
    }

    /// <summary>
    /// The host farthest below one, names directly below which may be anyone's; one of many at any depth.
    /// </summary>
    private static string LowestOf(SharedHost shared)
    {
        var regions = Enumerable.Repeat("region.", shared.Labels == SharedHost.AnyDepth ? 1 : shared.Labels - 1);
        return string.Concat(regions) + shared.Name.Replace("*", "region", StringComparison.Ordinal);
    }
}
