using System.Reflection;

namespace OktaSpa.Cli.Graph;

/// <summary>
/// The rules by which changes are judged, each with its stable id. The docs' page of rules is made of them.
/// </summary>
internal static class FindingBook
{
    // Stacks.

    public static readonly FindingRule StackRemoved = new(
        "stack-removed",
        Severity.Caution,
        "the stack file is gone; what it declared stays in Okta, managed by nobody",
        "destroy the stack first, or keep its file"
    );

    public static readonly FindingRule BaseHadProblems = new(
        "base-had-problems",
        Severity.Caution,
        "the stack had problems in the base, so that what changes is not known",
        "review all of it"
    );

    public static readonly FindingRule OrganizationChanged = new(
        "organization-changed",
        Severity.Danger,
        "the stack goes to another organization, where Pulumi would look for the ids of the old one",
        "destroy the stack in the old organization first"
    );

    // Applications.

    public static readonly FindingRule ApplicationAdded = new(
        "application-added",
        Severity.Note,
        "an application is new",
        "see who may use it, and where its codes are sent"
    );

    public static readonly FindingRule ApplicationRemoved = new(
        "application-removed",
        Severity.Danger,
        "an application is deleted, and its client id is gone for good",
        "make sure that nobody signs in to it any more"
    );

    public static readonly FindingRule ApplicationRenamed = new(
        "application-renamed",
        Severity.Note,
        "an application has another logical name, and keeps its client id",
        "nothing; formerly may be removed once every stack has been deployed"
    );

    public static readonly FindingRule ClientIdLost = new(
        "client-id-lost",
        Severity.Danger,
        "an application has another logical name without formerly: it is deleted, and another one is made",
        "add formerly with the name from before"
    );

    public static readonly FindingRule ProtectionOff = new(
        "protection-off",
        Severity.Danger,
        "production is switched off: the application can be deleted, and localhost and http are allowed",
        "keep production: true where people sign in for real"
    );

    public static readonly FindingRule ProtectionOn = new(
        "protection-on",
        Severity.Note,
        "production is switched on: the application is protected from deletion",
        "nothing"
    );

    public static readonly FindingRule RiskAccepted = new(
        "risk-accepted",
        Severity.Caution,
        "somebody has decided to take a risk: no gate counts it any more",
        "read the reason, and ask whoever answers for it"
    )
    {
        Otherwise = "as severe as the risk",
    };

    // Clients.

    public static readonly FindingRule ClientType = new(
        "client-type",
        Severity.Danger,
        "the application is no client of type browser",
        "find out why the program changed it; this program declares single-page applications only"
    );

    public static readonly FindingRule ClientSecret = new(
        "client-secret",
        Severity.Danger,
        "the client authenticates, with a secret that a browser cannot keep",
        "find out why the program changed it; a single-page application is a public client"
    );

    public static readonly FindingRule PkceOff = new(
        "pkce-off",
        Severity.Danger,
        "PKCE is not required: whoever intercepts a code can redeem it",
        "find out why the program changed it; a public client needs PKCE"
    );

    public static readonly FindingRule GrantUnsafe = new(
        "grant-unsafe",
        Severity.Danger,
        "a grant other than authorization code and refresh token, such as implicit, is on",
        "find out why the program changed it; a single-page application needs no other"
    );

    public static readonly FindingRule ResponseTypeUnsafe = new(
        "response-type-unsafe",
        Severity.Danger,
        "Okta answers with more than a code: tokens travel in the address of a page",
        "find out why the program changed it; code is all that a single-page application needs"
    );

    public static readonly FindingRule SignInOff = new(
        "sign-in-off",
        Severity.Danger,
        "the authorization code grant is off, without which nobody can sign in",
        "find out why the program changed it"
    );

    public static readonly FindingRule ClientIdChanged = new(
        "client-id-changed",
        Severity.Danger,
        "another client id is another application: the front end that has the old one cannot sign anyone in",
        "keep the client id, or deploy the front end together with the stack"
    )
    {
        Otherwise = "a note where it is no longer given: the application keeps it",
    };

    public static readonly FindingRule EmbeddedSignInOn = new(
        "embedded-sign-in-on",
        Severity.Caution,
        "the sign-in widget stands in the application's own pages, which then see passwords",
        "make sure that all code of the pages is yours"
    );

    public static readonly FindingRule EmbeddedSignInOff = new(
        "embedded-sign-in-off",
        Severity.Caution,
        "a front end that still has the sign-in widget in its pages cannot sign anyone in",
        "deploy the front end that redirects to Okta first"
    );

    // Access.

    public static readonly FindingRule AccessHandedOver = new(
        "access-handed-over",
        Severity.Caution,
        "who may use the application is decided elsewhere from now on; whoever has it keeps it",
        "make sure that somebody assigns and removes people there"
    )
    {
        Otherwise = "danger where the stack was never deployed so that assignments outlive it",
    };

    public static readonly FindingRule AccessTakenOver = new(
        "access-taken-over",
        Severity.Danger,
        "the stack decides who may use the application from now on: groups that it does not name lose it",
        "name every group that must keep it"
    );

    public static readonly FindingRule GroupAdded = new(
        "group-added",
        Severity.Note,
        "a group is new",
        "see who becomes a member"
    );

    public static readonly FindingRule GroupRemoved = new(
        "group-removed",
        Severity.Danger,
        "a group is deleted, and whoever has access by it loses it",
        "make sure that nothing uses the group, in Okta or by its claim"
    );

    public static readonly FindingRule GroupRenamed = new(
        "group-renamed",
        Severity.Note,
        "a group has another name, and keeps its members",
        "make sure that no API reads the old name from a token"
    );

    public static readonly FindingRule GroupRuleChanged = new(
        "group-rule-changed",
        Severity.Caution,
        "other people become members of a group",
        "try the expression in Okta"
    );

    public static readonly FindingRule AccessWidened = new(
        "access-widened",
        Severity.Caution,
        "more people may use the application",
        "ask whoever owns the application"
    )
    {
        Otherwise = "danger for everyone in the organization",
    };

    public static readonly FindingRule AccessNarrowed = new(
        "access-narrowed",
        Severity.Note,
        "fewer people may use the application",
        "tell them"
    );

    public static readonly FindingRule AssignmentsBypassed = new(
        "assignments-bypassed",
        Severity.Danger,
        "everyone in the organization may use the application, whatever groups are named",
        "find out why the program changed it; Federation Broker Mode has no place beside groups"
    );

    // URIs.

    public static readonly FindingRule WildcardAdded = new(
        "wildcard-added",
        Severity.Danger,
        "codes may go to any host that matches a wildcard",
        "name the hosts, or make sure that nobody else can have one that matches"
    );

    public static readonly FindingRule RedirectHostAdded = new(
        "redirect-host-added",
        Severity.Danger,
        "a new host may receive codes and tokens",
        "make sure that it is yours, and serves this application"
    )
    {
        Otherwise = "caution for a domain that the application uses already, and on loopback",
    };

    public static readonly FindingRule RedirectUriAdded = new(
        "redirect-uri-added",
        Severity.Note,
        "codes may be sent to another page of a known host",
        "make sure that the page hands no code on"
    );

    public static readonly FindingRule RedirectUriRemoved = new(
        "redirect-uri-removed",
        Severity.Note,
        "codes are no longer sent to a page",
        "make sure that no front end in use asks for it"
    );

    public static readonly FindingRule SignOutHostAdded = new(
        "sign-out-host-added",
        Severity.Caution,
        "people may land on a new host after sign-out",
        "make sure that it is yours"
    );

    public static readonly FindingRule SignOutUriAdded = new(
        "sign-out-uri-added",
        Severity.Note,
        "people may land on another page of a known host after sign-out",
        "nothing"
    );

    public static readonly FindingRule SignOutUriRemoved = new(
        "sign-out-uri-removed",
        Severity.Caution,
        "a sign-out redirect URI is gone: a front end that still asks for it ends on an error page of Okta's",
        "deploy the front end that no longer asks for it first"
    );

    public static readonly FindingRule InitiateLoginUriChanged = new(
        "initiate-login-uri-changed",
        Severity.Caution,
        "Okta sends people to another page to start to sign in",
        "make sure that the page is the application's"
    )
    {
        Otherwise = "a note on a host that the application uses already",
    };

    public static readonly FindingRule InitiateLoginUriRemoved = new(
        "initiate-login-uri-removed",
        Severity.Caution,
        "Okta cannot send people back to the application",
        "keep it, or tell those who come from the dashboard or from a password reset"
    );

    public static readonly FindingRule DashboardChanged = new(
        "dashboard-changed",
        Severity.Note,
        "the application comes to the dashboard of its users, or leaves it",
        "tell them"
    );

    // Tokens.

    public static readonly FindingRule RotationOff = new(
        "rotation-off",
        Severity.Danger,
        "a refresh token that is stolen from a browser works until it expires",
        "keep rotation: rotate"
    );

    public static readonly FindingRule RefreshTokensOn = new(
        "refresh-tokens-on",
        Severity.Note,
        "the front end gets refresh tokens",
        "make sure that it keeps them in memory"
    )
    {
        Otherwise = "danger for persistent ones",
    };

    public static readonly FindingRule RefreshTokensOff = new(
        "refresh-tokens-off",
        Severity.Caution,
        "a front end that still asks for offline_access gets an error",
        "deploy the front end that does not ask for it first"
    );

    public static readonly FindingRule GracePeriodChanged = new(
        "grace-period-changed",
        Severity.Caution,
        "how long a used refresh token still works is another time",
        "keep it as short as the network allows"
    )
    {
        Otherwise = "a note where it is lowered",
    };

    public static readonly FindingRule IssuerChanged = new(
        "issuer-changed",
        Severity.Caution,
        "tokens come from another issuer, and those of the old one are refused",
        "tell the front end and every API"
    );

    public static readonly FindingRule IssuerModeChanged = new(
        "issuer-mode-changed",
        Severity.Caution,
        "tokens name another host as their issuer",
        "tell the front end and every API"
    );

    public static readonly FindingRule ScopeAdded = new(
        "scope-added",
        Severity.Note,
        "the front end asks for another scope",
        "make sure that it needs it"
    );

    public static readonly FindingRule ScopeRemoved = new(
        "scope-removed",
        Severity.Note,
        "the front end no longer asks for a scope",
        "make sure that no API wants it"
    );

    public static readonly FindingRule TokenPolicyAdded = new(
        "token-policy-added",
        Severity.Note,
        "the authorization server admits the application by a policy of its own",
        "compare it with the policies that admitted it before"
    );

    public static readonly FindingRule TokenPolicyRemoved = new(
        "token-policy-removed",
        Severity.Caution,
        "the policy that admits the application at its authorization server is gone",
        "make sure that another policy there admits it"
    );

    public static readonly FindingRule TokenLifetimeChanged = new(
        "token-lifetime-changed",
        Severity.Caution,
        "tokens live longer than before",
        "keep it as short as people bear"
    )
    {
        Otherwise = "danger for an unlimited one, a note for a shorter one",
    };

    public static readonly FindingRule TokenNetworkChanged = new(
        "token-network-changed",
        Severity.Caution,
        "tokens may be asked for and used from other networks than before",
        "make sure that its users are in them"
    );

    public static readonly FindingRule ConsentChanged = new(
        "consent-changed",
        Severity.Caution,
        "people are asked for their consent, or no longer asked",
        "make sure that it is meant"
    );

    public static readonly FindingRule AuthenticationPolicyChanged = new(
        "authentication-policy-changed",
        Severity.Caution,
        "another authentication policy decides how people sign in",
        "compare the two policies in Okta"
    );

    // Trusted origins.

    public static readonly FindingRule OriginTrusted = new(
        "origin-trusted",
        Severity.Danger,
        "code served at an origin may call Okta with a visitor's session",
        "make sure that all that is served there is yours"
    )
    {
        Otherwise = "caution for a domain that the stack uses already, and on loopback; a note in a new stack",
    };

    public static readonly FindingRule OriginNoLongerTrusted = new(
        "origin-no-longer-trusted",
        Severity.Note,
        "code served at an origin may no longer call Okta",
        "make sure that no front end in use is served there"
    );

    public static readonly FindingRule OriginHandedOver = new(
        "origin-handed-over",
        Severity.Caution,
        "an origin is deleted here, and not trusted until another stack declares it again",
        "deploy the other stack right after this one"
    );

    public static readonly FindingRule OriginChanged = new(
        "origin-changed",
        Severity.Caution,
        "an origin is trusted for something else than before",
        "make sure that it is meant"
    );

    // All else.

    public static readonly FindingRule OktaPropertyChanged = new(
        "okta-property-changed",
        Severity.Note,
        "a property changes that is given by the provider's name",
        "read about it in the documentation of the provider"
    )
    {
        Otherwise = "caution for one that says where people are sent, who may use the application, or who they are",
    };

    public static readonly FindingRule OtherChanged = new(
        "other-changed",
        Severity.Caution,
        "a property changes of which this program has no judgement",
        "read about it in the documentation of the provider"
    );

    /// <summary>All of them, in the order of this file.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        .. typeof(FindingBook)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<FindingRule>(),
    ];
}
