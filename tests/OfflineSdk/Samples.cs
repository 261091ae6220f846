using Pulumi;
using Pulumi.Okta.App;
using Pulumi.Okta.TrustedOrigin;
using Okta = Pulumi.Okta;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>Resources to run programs with.</summary>
internal static class Samples
{
    private static readonly string[] Scopes = ["CORS"];

    public static OAuth App(string name = "app", CustomResourceOptions? options = null) =>
        new(name, new OAuthArgs { Label = "Storefront", Type = "browser" }, options);

    public static Origin Origin(string name, Input<string> label) =>
        new(
            name,
            new OriginArgs
            {
                Name = label,
                OriginName = "https://example.com",
                Scopes = Scopes,
            }
        );

    public static Okta.AppGroupAssignments Access(Input<string> appId, params Input<string>[] groups) =>
        new(
            "access",
            new Okta.AppGroupAssignmentsArgs
            {
                AppId = appId,
                Groups = groups
                    .Select(id => new Okta.Inputs.AppGroupAssignmentsGroupArgs { Id = id, Profile = "{}" })
                    .ToArray(),
            }
        );
}

/// <summary>A component that registers what it is given.</summary>
internal sealed class Component(string name, ComponentResourceOptions? options = null)
    : ComponentResource("test:index:Component", name, options)
{
    [Output("address")]
    public Output<string> Address { get; set; } = Samples.App($"{name}-app").Id;

    public string NotAnOutput { get; set; } = "";

    public void Register() => RegisterOutputs();

    public void Register(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}
