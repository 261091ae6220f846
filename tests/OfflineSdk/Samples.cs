using Pulumi;
using Pulumi.Okta.App;
using Pulumi.Okta.TrustedOrigin;
using Okta = Pulumi.Okta;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>Resources to run programs with.</summary>
internal static class Samples
{
    private static readonly string[] Scopes = ["CORS"];
    private static readonly string[] Anyone = ["ALL_CLIENTS"];
    private static readonly string[] Grants = ["authorization_code"];

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

    public static Okta.Group.Group Group(string name = "group") => new(name, new Okta.Group.GroupArgs { Name = name });

    public static Okta.Group.Rule Rule(string name, params Input<string>[] groups) =>
        new(name, new Okta.Group.RuleArgs { ExpressionValue = "true", GroupAssignments = groups });

    public static Okta.Auth.ServerPolicy Policy(string name, CustomResourceOptions? options = null) =>
        new(
            name,
            new Okta.Auth.ServerPolicyArgs
            {
                AuthServerId = "aus1",
                ClientWhitelists = Anyone,
                Description = "d",
                Priority = 1,
            },
            options
        );

    public static Okta.Auth.ServerPolicyRule PolicyRule(string name) =>
        new(
            name,
            new Okta.Auth.ServerPolicyRuleArgs
            {
                AuthServerId = "aus1",
                GrantTypeWhitelists = Grants,
                PolicyId = "00p1",
                Priority = 1,
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
