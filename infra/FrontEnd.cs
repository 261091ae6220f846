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
        var host = $"https://{organization.SignInHost}";
        var issuer = application.Issuer == TokenRules.OrganizationIssuer ? host : $"{host}/oauth2/{application.Issuer}";
        return new()
        {
            ["clientId"] = clientId,
            ["issuer"] = issuer,
            ["signInRedirectUris"] = SpaApplication.SignInRedirectUris(application),
            ["signOutRedirectUris"] = application.SignOutRedirectUris.Select(uri => uri.ToString()).ToArray(),
            ["scopes"] = application.Scopes.ToArray(),
            ["authJs"] = AuthJs(application, issuer, clientId),
        };
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
