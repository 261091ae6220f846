using OktaSpa.Settings;
using Pulumi;
using Okta = Pulumi.Okta;

namespace OktaSpa.Components;

/// <summary>
/// The web origins whose pages may call Okta with a visitor's session (CORS) and be redirected to, each once, however
/// many applications share it.
/// </summary>
internal sealed class TrustedOrigins : ComponentResource
{
    public const string ResourceType = "okta-spa:index:TrustedOrigins";

    private const int MaximumName = 255; // Okta, Trusted Origins API: name

    public TrustedOrigins(string name, IEnumerable<TrustedOrigin> origins, ComponentResourceOptions options)
        : base(ResourceType, name, options)
    {
        foreach (var origin in origins)
        {
            _ = new Okta.TrustedOrigin.Origin(
                origin.ToString(),
                new()
                {
                    Name = NameOf(origin.ToString(), Deployment.Instance.ProjectName, Deployment.Instance.StackName),
                    OriginName = origin.ToString(),
                    Scopes = origin.ScopeNames.ToArray(),
                    Active = true,
                },
                new() { Parent = this }
            );
        }
        RegisterOutputs();
    }

    /// <summary>What an origin is called: unique in the organization, where other stacks declare theirs.</summary>
    public static string NameOf(string origin, string project, string stack) =>
        ResourceText.Shorten($"{origin} ({project}/{stack})", MaximumName);
}
