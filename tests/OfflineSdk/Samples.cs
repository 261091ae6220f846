using Pulumi;
using Pulumi.Okta.App;
using Pulumi.Okta.TrustedOrigin;
using Okta = Pulumi.Okta;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>Resources to run programs with.</summary>
internal static class Samples
{
    public const string AppType = "okta:app/oAuth:OAuth";

    public static OAuthArgs AppArgs => new() { Label = "Storefront", Type = "browser" };

    public static OAuth App(string name = "app", OAuthArgs? args = null, CustomResourceOptions? options = null) =>
        new(name, args ?? AppArgs, options);

    public static Origin Origin(string name, Input<string>? url = null, CustomResourceOptions? options = null) =>
        new(name, new OriginArgs { OriginName = url ?? "https://example.com", Scopes = "CORS" }, options);

    public static ProviderResource Provider() => new("okta", "other", ResourceArgs.Empty, new CustomResourceOptions());

    public static CustomResource Any(string name, object? value = null, CustomResourceOptions? options = null) =>
        new("test:index:Any", name, new AnyArgs { Value = value }, options ?? new());

    public static Okta.AppGroupAssignments Access(Input<string> appId, params Input<string>[] groups) =>
        new(
            "access",
            new Okta.AppGroupAssignmentsArgs
            {
                AppId = appId,
                Groups = groups
                    .Select(id => new Okta.Inputs.AppGroupAssignmentsGroupArgs
                    {
                        Id = id,
                        Priority = 1,
                        Profile = "{}",
                    })
                    .ToArray(),
            }
        );
}

/// <summary>A component that registers what it is given.</summary>
internal sealed class Component : ComponentResource
{
    public Component(string name, ComponentResourceOptions? options = null, ResourceArgs? args = null)
        : base("test:index:Component", name, args, options) { }

    [Output("address")]
    public Output<string> Address { get; set; } = Output.Create("https://example.com");

    [Output]
    public Output<int> Port { get; set; } = Output.Create(443);

    public string NotAnOutput { get; set; } = "";

    public void Register() => RegisterOutputs();

    public void Register(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}

/// <summary>Arguments of every kind that the SDK knows how to send.</summary>
internal sealed class AnyArgs : ResourceArgs
{
    [Input("value")]
    public object? Value { get; set; }

    [Input("tags")]
    public InputMap<string>? Tags { get; set; }

    [Input("id")]
    public string Id { get; } = "ignored";
}
