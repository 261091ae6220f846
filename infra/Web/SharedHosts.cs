namespace OktaSpa.Web;

/// <summary>
/// Hosts below which anyone can have a name, although the Public Suffix List does not say so: what is on that list does
/// not stand here again.
/// </summary>
internal static class SharedHosts
{
    private const string Tunnels = "gives every tunnel a name";
    private const string Workspaces = "gives every workspace a name";
    private const string Services = "gives every customer's service a name";
    private const string Organizations = "gives every organization a name";
    private const string Addresses = "gives every address a name";
    private const string Loopback = "leads every name to the machine of whoever asks";

    // A line each, so that they can be read as the table that they are.
    // csharpier-ignore
    public static IReadOnlyList<SharedHost> All { get; } =
    [
        new("devtunnels.ms", "Microsoft dev tunnels", Tunnels, "https://learn.microsoft.com/microsoftteams/platform/teams-sdk/developer-tools/local-tunnels", 2),
        new("lhr.rocks", "localhost.run", Tunnels, "https://localhost.run/docs/custom-domains"),
        new("loca.lt", "localtunnel", Tunnels, "https://github.com/localtunnel/localtunnel/issues/530"),
        new("localhost.run", "localhost.run", Tunnels, "https://localhost.run/docs/cli"),
        new("localtunnel.me", "localtunnel", Tunnels, "https://github.com/localtunnel/localtunnel"),
        new("pinggy.link", "Pinggy", Tunnels, "https://pinggy.io/docs/api/web_debugger_api/", 3),
        new("serveo.net", "Serveo", Tunnels, "https://pkg.go.dev/github.com/Axelen123/serveo"),
        new("share.zrok.io", "zrok", Tunnels, "https://github.com/openziti/zrok/blob/HEAD/website/docs/concepts/namespaces.md"),
        new("sharedwithexpose.com", "Expose", Tunnels, "https://github.com/beyondcode/expose/blob/HEAD/docs/getting-started/sharing-your-first-site.md", 2),

        new("cloudworkstations.dev", "Google Cloud Workstations", Workspaces, "https://cloud.google.com/workstations/docs/access-http-servers-running-on-workstations", 2),
        new("github.dev", "GitHub Codespaces", Workspaces, "https://docs.github.com/codespaces/developing-in-a-codespace/default-environment-variables-for-your-codespace", 2),
        new("gitpod.io", "Gitpod", Workspaces, "https://github.com/gitpod-io/website/blob/HEAD/src/routes/docs/release-notes/2019-02-15/february-2019.md", 2),
        new("stackblitz.io", "StackBlitz", Workspaces, "https://webcontainers.io/guides/browser-config"),
        new("webcontainer.io", "StackBlitz", Workspaces, "https://webcontainers.io/guides/browser-config", 2),

        new("azurecontainerapps.io", "Azure Container Apps", Services, "https://learn.microsoft.com/azure/container-apps/connect-apps", 2),
        new("azurefd.net", "Azure Front Door", Services, "https://learn.microsoft.com/azure/frontdoor/endpoint", 2),
        new("cloudapp.azure.com", "Microsoft Azure", Services, "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses", 2),
        new("codeengine.appdomain.cloud", "IBM Cloud Code Engine", Services, "https://github.com/ibm-cloud-docs/codeengine/blob/HEAD/app-tutorial.md", 2),
        new("elb.*.amazonaws.com", "AWS Elastic Load Balancing", Services, "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html"),
        new("elb.*.amazonaws.com.cn", "AWS Elastic Load Balancing", Services, "https://docs.amazonaws.cn/elasticloadbalancing/latest/network/network-load-balancers.html"),
        new("hana.ondemand.com", "SAP BTP", Services, "https://github.com/SAP-docs/btp-cloud-platform/blob/HEAD/docs/30-development/approuter-application-44dbd0a.md", 3),
        new("koyeb.app", "Koyeb", Services, "https://www.koyeb.com/docs/reference/apps"),
        new("web.core.windows.net", "Azure Storage", Services, "https://learn.microsoft.com/azure/storage/blobs/storage-blob-static-website", 2),

        new("auth0.com", "Auth0", Organizations, "https://auth0.com/docs/get-started/auth0-overview/create-tenants", 2),
        new("okta-emea.com", "Okta", Organizations, "https://github.com/okta/okta-commons-java"),
        new("okta-gov.com", "Okta", Organizations, "https://github.com/okta/okta-commons-java"),
        new("okta-miltest.com", "Okta", Organizations, "https://github.com/okta/okta-commons-java"),
        new("okta.com", "Okta", Organizations, "https://github.com/okta/okta-commons-java"),
        new("okta.mil", "Okta", Organizations, "https://github.com/okta/okta-commons-java"),
        new("oktapreview.com", "Okta", Organizations, "https://github.com/okta/okta-commons-java"),
        new("trex-gov.com", "Okta", Organizations, "https://github.com/okta/okta-commons-java"),
        new("trexcloud.com", "Okta", Organizations, "https://github.com/okta/okta-auth-js/blob/HEAD/scripts/setup-e2e.sh"),

        new("nip.io", "nip.io", Addresses, "https://github.com/exentriquesolutions/nip.io", SharedHost.AnyDepth),
        new("sslip.io", "sslip.io", Addresses, "https://github.com/cunnie/sslip.io", SharedHost.AnyDepth),
        new("traefik.me", "traefik.me", Addresses, "https://github.com/pyrou/traefik.me", SharedHost.AnyDepth),
        new("xip.io", "xip.io", Addresses, "https://github.com/basecamp/xip-pdns", SharedHost.AnyDepth),

        new("fuf.me", "its owner", Loopback, "https://gist.github.com/hasinhayder/943d9b89a19bfd20ab63ec50e9a38eb9", SharedHost.AnyDepth),
        new("lacolhost.com", "its owner", Loopback, "https://gist.github.com/hasinhayder/943d9b89a19bfd20ab63ec50e9a38eb9", SharedHost.AnyDepth),
        new("localtest.me", "its owner", Loopback, "https://gist.github.com/hasinhayder/943d9b89a19bfd20ab63ec50e9a38eb9", SharedHost.AnyDepth),
        new("lvh.me", "its owner", Loopback, "https://gist.github.com/levicook/563675", SharedHost.AnyDepth),
        new("vcap.me", "its owner", Loopback, "https://gist.github.com/hasinhayder/943d9b89a19bfd20ab63ec50e9a38eb9", SharedHost.AnyDepth),
    ];

    /// <summary>
    /// The shared host that names directly below <paramref name="host"/> belong to; null where none is.
    /// </summary>
    /// <param name="host">A host in lower-case ASCII.</param>
    public static SharedHost? Above(string host) => All.FirstOrDefault(shared => shared.Covers(host));
}
