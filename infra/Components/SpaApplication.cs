using OktaSpa.Settings;
using OktaSpa.Settings.Reading;
using Pulumi;
using Okta = Pulumi.Okta;

namespace OktaSpa.Components;

/// <summary>What a <see cref="SpaApplication"/> is made of.</summary>
internal sealed record SpaApplicationArgs
{
    public required Application Application { get; init; }

    /// <summary>Its host is part of the admin note, so that a changed organization shows up as a change.</summary>
    public required Organization Organization { get; init; }

    /// <summary>
    /// Ids of the groups whose members may use the application; null where that is decided elsewhere.
    /// </summary>
    // In a fixed order, since the provider compares in order.
    public required IReadOnlyCollection<Input<string>>? GroupIds { get; init; }

    /// <summary>The policy of the same authorization server that is written before; null for the first.</summary>
    public required Resource? PolicyBefore { get; init; }

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

        if (args.GroupIds is { } groupIds)
            Assign(name, oauth.Id, groupIds);

        if (application.TokenPolicy is { } policy)
            TokenPolicy = TokenPolicies.Declare(
                this,
                new()
                {
                    Application = application,
                    Policy = policy,
                    ClientId = ClientId,
                    GroupIds = application.Access.IsEveryone ? null : args.GroupIds,
                    After = args.PolicyBefore,
                }
            );

        RegisterOutputs(new Dictionary<string, object?> { ["clientId"] = ClientId });
    }

    /// <summary>The client id that the front end signs in with; not a secret.</summary>
    public Output<string> ClientId { get; }

    /// <summary>The policy that admits it at its authorization server; null where none is declared.</summary>
    public Resource? TokenPolicy { get; }

    /// <summary>
    /// All sign-in redirect URIs in the order in which they are sent: Okta wants the exact ones first.
    /// </summary>
    public static string[] SignInRedirectUris(Application application) =>
        [
            .. Sorted(application.SignInRedirectUris.Concat(application.ForeignRedirectUris)),
            .. Sorted(application.WildcardUris),
        ];

    // Retained: an application that is handed over (access: elsewhere) keeps the people that it has.
    private void Assign(string name, Output<string> appId, IEnumerable<Input<string>> groupIds) =>
        _ = new Okta.AppGroupAssignments(
            $"{name}-access",
            new()
            {
                AppId = appId,
                Groups = groupIds
                    .Select(id => new Okta.Inputs.AppGroupAssignmentsGroupArgs { Id = id, Profile = "{}" })
                    .ToArray(),
            },
            new() { Parent = this, RetainOnDelete = true }
        );

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
            GrantTypes = GrantTypes(application),
            ResponseTypes = new[] { "code" },
            RedirectUris = SignInRedirectUris(application),
            WildcardRedirect = application.WildcardUris.IsEmpty ? "DISABLED" : "SUBDOMAIN",
            PostLogoutRedirectUris = Sorted(application.SignOutRedirectUris),
            LoginMode = application.Tile.IsShown ? "SPEC" : "DISABLED",
            HideWeb = !application.Tile.Web,
            HideIos = !application.Tile.Ios,
            ConsentMethod = application.Consent == Consent.Trusted ? "TRUSTED" : "REQUIRED",
            IssuerMode = application.IssuerMode switch
            {
                IssuerMode.Org => "ORG_URL",
                IssuerMode.Custom => "CUSTOM_URL",
                _ => "DYNAMIC",
            },
            AdminNote = AdminNote(
                Deployment.Instance.ProjectName,
                Deployment.Instance.StackName,
                args.Organization.Host
            ),
        };
        if (application.ClientId is { } clientId)
            oauth.ClientId = clientId;
        if (application.RefreshToken is { } refreshToken)
        {
            oauth.RefreshTokenRotation = refreshToken.Rotation == RefreshTokenRotation.Rotate ? "ROTATE" : "STATIC";
            oauth.RefreshTokenLeeway = refreshToken.GracePeriodSeconds;
        }
        if (application.InitiateLoginUri is { } initiate)
            oauth.LoginUri = initiate.ToString();
        // The application asks for its own scopes, but Okta refuses SPEC without any.
        if (application.Tile.IsShown)
            oauth.LoginScopes = Sorted(application.Scopes.Where(scope => scope != "offline_access"));
        if (application.TokenNetworkZones is { } zones)
            oauth.Network = Network(zones);
        // Never both. With neither, the provider assigns the organization's default policy anew with every update.
        if (application.AuthenticationPolicy is { } policy)
            oauth.AuthenticationPolicy = policy;
        else
            oauth.SkipAuthenticationPolicy = true;
        AddOthers(oauth, application.Okta);
        return oauth;
    }

    private static string[] GrantTypes(Application application) =>
        [
            "authorization_code",
            .. application.EmbeddedSignIn ? ["interaction_code"] : Array.Empty<string>(),
            .. application.RefreshToken is null ? Array.Empty<string>() : ["refresh_token"],
        ];

    private static Okta.App.Inputs.OAuthNetworkArgs Network(TokenNetworkZones zones)
    {
        var network = new Okta.App.Inputs.OAuthNetworkArgs { Connection = "ZONE" };
        if (zones.Allow)
            network.Includes = zones.Ids.ToArray();
        else
            network.Excludes = zones.Ids.ToArray();
        return network;
    }

    // What the file does not say is not sent: the provider's default, or what Okta has.
    private static void AddOthers(Okta.App.OAuthArgs oauth, OktaFile others)
    {
        oauth.LogoUri = Text(others.LogoUri);
        oauth.ClientUri = Text(others.ClientUri);
        oauth.TosUri = Text(others.TosUri);
        oauth.PolicyUri = Text(others.PolicyUri);
        oauth.EnduserNote = Text(others.EnduserNote);
        oauth.Profile = Text(others.Profile);
        oauth.AutoKeyRotation = Flag(others.AutoKeyRotation);
        oauth.AutoSubmitToolbar = Flag(others.AutoSubmitToolbar);
        oauth.AppLinksJson = Text(others.AppLinksJson);
        oauth.Status = Text(others.Status);
        oauth.AccessibilitySelfService = Flag(others.AccessibilitySelfService);
        oauth.AccessibilityErrorRedirectUrl = Text(others.AccessibilityErrorRedirectUrl);
        oauth.AccessibilityLoginRedirectUrl = Text(others.AccessibilityLoginRedirectUrl);
        oauth.UserNameTemplate = Text(others.UserNameTemplate);
        oauth.UserNameTemplateType = Text(others.UserNameTemplateType);
        oauth.UserNameTemplateSuffix = Text(others.UserNameTemplateSuffix);
        oauth.UserNameTemplatePushStatus = Text(others.UserNameTemplatePushStatus);

        static Input<string>? Text(Written<string>? written) => written is null ? null : (Input<string>)written.Value;

        static Input<bool>? Flag(Written<bool>? written) => written is null ? null : (Input<bool>)written.Value;
    }

    /// <summary>What administrators read in Okta: where the application comes from.</summary>
    public static string AdminNote(string project, string stack, string organizationHost)
    {
        var end = PullRequest.OfStack(stack) is { } pullRequest
            ? $"Of pull request {pullRequest.Number}, destroyed when that is closed."
            : "Changes by hand are undone.";
        return ResourceText.Shorten(
            $"Declared in code: Pulumi project {project}, stack {stack}, organisation {organizationHost}. {end}",
            MaximumNote
        );
    }

    private static string[] Sorted(IEnumerable<object> values) =>
        [.. values.Select(value => value.ToString()!).Order(StringComparer.Ordinal)];
}
