using OktaSpa.Components;
using OktaSpa.Settings;
using OktaSpa.Settings.Rules;
using Pulumi;

namespace OktaSpa;

/// <summary>What a front end signs in with: the outputs of an application. None of it is a secret.</summary>
internal static class FrontEnd
{
    /// <summary>The outputs of one application.</summary>
    /// <param name="application">The application.</param>
    /// <param name="organization">Whose host is part of the issuer.</param>
    /// <param name="clientId">The client id that Okta gives.</param>
    public static Dictionary<string, object?> Outputs(
        Application application,
        Organization organization,
        Output<string> clientId
    )
    {
        var issuer = Issuer(application, organization);
        var outputs = new Dictionary<string, object?>
        {
            ["clientId"] = clientId,
            ["issuer"] = issuer,
            ["signInRedirectUris"] = SpaApplication.SignInRedirectUris(application),
            ["signOutRedirectUris"] = application.SignOutRedirectUris.Select(uri => uri.ToString()).ToArray(),
            ["scopes"] = application.Scopes.ToArray(),
            ["authJs"] = AuthJs(application, issuer, clientId),
        };
        if (!IsIssuerDecided(application, organization))
            outputs["issuerIsAssumed"] = true;
        return outputs;
    }

    /// <summary>The issuer that tokens name, as far as the settings decide it; else the likely one.</summary>
    public static string Issuer(Application application, Organization organization)
    {
        var isOrganizations = application.Issuer == TokenRules.OrganizationIssuer;
        var host =
            isOrganizations && application.IssuerMode == IssuerMode.Org ? organization.Host : organization.SignInHost;
        return isOrganizations ? $"https://{host}" : $"https://{host}/oauth2/{application.Issuer}";
    }

    /// <summary>
    /// Whether the settings decide the issuer. The issuer mode of a custom authorization server is the server's own, a
    /// dynamic one follows the front end, and an organization that is addressed by its own domain has another host,
    /// too.
    /// </summary>
    public static bool IsIssuerDecided(Application application, Organization organization)
    {
        if (!OrganizationRules.IsOktaHost(organization.Host))
            return false;
        return application.Issuer == TokenRules.OrganizationIssuer
            ? application.IssuerMode != IssuerMode.Dynamic
            : organization.CustomDomain is null;
    }

    /// <summary>What <c>new OktaAuth(…)</c> of @okta/okta-auth-js takes.</summary>
    private static Dictionary<string, object?> AuthJs(Application application, string issuer, Output<string> clientId)
    {
        var options = new Dictionary<string, object?>
        {
            ["clientId"] = clientId,
            ["issuer"] = issuer,
            ["pkce"] = true,
            ["redirectUri"] = application.RedirectUri.ToString(),
            ["scopes"] = application.Scopes.ToArray(),
        };
        if (application.SignOutRedirectUris is [var signOut, ..])
            options["postLogoutRedirectUri"] = signOut.ToString();
        return options;
    }
}
