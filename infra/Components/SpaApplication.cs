using OktaSpa.Settings;
using Pulumi;
using Okta = Pulumi.Okta;

namespace OktaSpa.Components;

/// <summary>What a <see cref="SpaApplication"/> is made of.</summary>
internal sealed record SpaApplicationArgs
{
    public required Application Application { get; init; }

    /// <summary>Its host is part of the admin note, so that a changed organization shows up as a change.</summary>
    public required Organization Organization { get; init; }

    /// <summary>Ids of the groups whose members may use the application.</summary>
    public required IReadOnlyCollection<string> GroupIds { get; init; }

    /// <summary>Whether the application must not be deleted, and with it its client id.</summary>
    public required bool Protect { get; init; }
}

/// <summary>An OpenID Connect single-page application in Okta, and who may use it.</summary>
internal sealed class SpaApplication : ComponentResource
{
    public const string ResourceType = "okta-spa:index:SpaApplication";

    private const int MaximumNote = 250; // Okta, Applications API: notes

    /// <param name="name">The application's logical name.</param>
    /// <param name="args">What is declared.</param>
    /// <param name="options">Pulumi's own.</param>
    public SpaApplication(string name, SpaApplicationArgs args, ComponentResourceOptions options)
        : base(ResourceType, name, options)
    {
        var application = args.Application;
        var oauth = new Okta.App.OAuth(name, OAuth(application, args), new() { Parent = this, Protect = args.Protect });
        ClientId = oauth.ClientId;

        _ = new Okta.AppGroupAssignments(
            $"{name}-access",
            new()
            {
                AppId = oauth.Id,
                Groups = args
                    .GroupIds.Order(StringComparer.Ordinal)
                    .Select(id => new Okta.Inputs.AppGroupAssignmentsGroupArgs { Id = id, Profile = "{}" })
                    .ToArray(),
            },
            new() { Parent = this }
        );

        RegisterOutputs(new Dictionary<string, object?> { ["clientId"] = ClientId });
    }

    /// <summary>The client id that the front end signs in with; not a secret.</summary>
    public Output<string> ClientId { get; }

    /// <summary>
    /// All sign-in redirect URIs in the order in which they are sent: Okta wants the exact ones first.
    /// </summary>
    public static string[] SignInRedirectUris(Application application) =>
        [.. Sorted(application.SignInRedirectUris), .. Sorted(application.WildcardUris)];

    // Every property that the provider would default to something unsafe, or to something that changes, is set. Lists
    // are sent in a fixed order, since the provider compares them in order.
    private static Okta.App.OAuthArgs OAuth(Application application, SpaApplicationArgs args)
    {
        var oauth = new Okta.App.OAuthArgs
        {
            Label = application.Label,
            Type = "browser",
            TokenEndpointAuthMethod = "none",
            PkceRequired = true,
            GrantTypes = application.RefreshToken is null
                ? new[] { "authorization_code" }
                : new[] { "authorization_code", "refresh_token" },
            ResponseTypes = new[] { "code" },
            RedirectUris = SignInRedirectUris(application),
            WildcardRedirect = application.WildcardUris.IsEmpty ? "DISABLED" : "SUBDOMAIN",
            PostLogoutRedirectUris = Sorted(application.SignOutRedirectUris),
            LoginMode = application.Tile ? "SPEC" : "DISABLED",
            HideWeb = !application.Tile,
            HideIos = true,
            ConsentMethod = "TRUSTED",
            IssuerMode = args.Organization.CustomDomain is null ? "ORG_URL" : "CUSTOM_URL",
            AdminNote = AdminNote(args.Organization.Host),
        };
        if (application.RefreshToken is { } refreshToken)
        {
            oauth.RefreshTokenRotation = refreshToken.Rotation == RefreshTokenRotation.Rotate ? "ROTATE" : "STATIC";
            oauth.RefreshTokenLeeway = refreshToken.GracePeriodSeconds;
        }
        if (application.InitiateLoginUri is { } initiate)
            oauth.LoginUri = initiate.ToString();
        // The application asks for its own scopes, but Okta refuses SPEC without any.
        if (application.Tile)
            oauth.LoginScopes = Sorted(application.Scopes.Where(scope => scope != "offline_access"));
        // Never both. With neither, the provider assigns the organization's default policy anew with every update.
        if (application.AuthenticationPolicy is { } policy)
            oauth.AuthenticationPolicy = policy;
        else
            oauth.SkipAuthenticationPolicy = true;
        return oauth;
    }

    private static string[] Sorted(IEnumerable<object> values) =>
        [.. values.Select(value => value.ToString()!).Order(StringComparer.Ordinal)];

    private static string AdminNote(string organizationHost)
    {
        var deployment = Deployment.Instance;
        var end = PullRequest.OfStack(deployment.StackName) is { } pullRequest
            ? $"Of pull request {pullRequest.Number}, destroyed when that is closed."
            : "Changes by hand are undone.";
        return ResourceText.Shorten(
            $"Declared in code: Pulumi project {deployment.ProjectName}, stack {deployment.StackName}, organisation {organizationHost}. {end}",
            MaximumNote
        );
    }
}
