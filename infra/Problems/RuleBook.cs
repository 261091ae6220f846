namespace OktaSpa.Problems;

/// <summary>
/// The rules for what a stack file says, each with its stable id. The docs' page of rules is made of them.
/// </summary>
internal static class RuleBook
{
    // The file.

    public static readonly Rule NotYaml = new(
        "not-yaml",
        "a file that is not YAML, not UTF-8, or not a mapping",
        "correct the text at its place"
    );

    public static readonly Rule Encrypted = new(
        "encrypted",
        "a setting that is encrypted, so that no preview without credentials can show it",
        "write it in clear: the settings hold no secret"
    );

    public static readonly Rule CredentialInClear = new(
        "credential-in-clear",
        "a credential that everyone who reads the repository can read",
        "revoke it, and give a new one in the environment or by pulumi config set --secret"
    );

    public static readonly Rule YamlMisread = new(
        "yaml-misread",
        "a plain text that YAML reads as something else: a date, another number, a tagged value",
        "quote it"
    );

    public static readonly Rule OriginTrustedTwice = new(
        "origin-trusted-twice",
        "an origin that two stacks of one organization trust, which takes an origin once",
        "add it to trustedOriginsManagedElsewhere in one of the two"
    );

    // What a stack file holds.

    public static readonly Rule UnknownKey = new(
        "unknown-key",
        "a key that is not known, often a misspelled one",
        "write the key that is meant"
    );

    public static readonly Rule MissingKey = new("missing-key", "a key that is required, and has no default", "add it");

    public static readonly Rule DuplicateKey = new(
        "duplicate-key",
        "a key that is given twice, of which YAML would keep one",
        "keep one of them"
    );

    public static readonly Rule NoValue = new(
        "no-value",
        "a key or an entry of a list without a value",
        "write a value, or remove the key"
    );

    public static readonly Rule WrongKind = new(
        "wrong-kind",
        "a value of another kind than is meant, such as a number where a text belongs",
        "write the kind of value that the message names"
    );

    public static readonly Rule OutOfRange = new(
        "out-of-range",
        "a number outside its limits",
        "write one within them"
    );

    public static readonly Rule Empty = new(
        "empty",
        "a text, list or mapping that holds nothing",
        "write something, or remove the key"
    );

    public static readonly Rule TooLong = new("too-long", "a text that is longer than Okta takes", "shorten it");

    public static readonly Rule StrayWhiteSpace = new(
        "stray-white-space",
        "white space at an end of a text, or a control character in it",
        "remove it"
    );

    public static readonly Rule HiddenCharacter = new(
        "hidden-character",
        "a character that is not seen or that changes the order of what is, so that a reviewer reads another text",
        "remove it"
    );

    public static readonly Rule YamlDate = new("yaml-date", "an unquoted text that YAML reads as a date", "quote it");

    public static readonly Rule InvalidName = new(
        "invalid-name",
        "a logical name that is not lower-case letters, digits and hyphens with a letter first",
        "write it so"
    );

    public static readonly Rule InvalidId = new(
        "invalid-id",
        "an id or a keyword that Okta cannot have",
        "write an id of the kind that the message names"
    );

    public static readonly Rule PlaceholderElsewhere = new(
        "placeholder-elsewhere",
        "PR_NUMBER in a stack that is not the environment of a pull request",
        "write the text out"
    );

    public static readonly Rule PlaceholderMissing = new(
        "placeholder-missing",
        "a label or host without PR_NUMBER in the template of pull requests, so that two environments would collide",
        "write PR_NUMBER into it"
    );

    public static readonly Rule ListedTwice = new(
        "listed-twice",
        "an entry that is in its list already",
        "keep one of them"
    );

    // The organization.

    public static readonly Rule InvalidOrganizationName = new(
        "invalid-organization-name",
        "okta:orgName that is no bare name",
        "write the first part of the organization's host, without -admin, scheme and domain"
    );

    public static readonly Rule AdminConsoleHost = new(
        "admin-console-host",
        "okta:orgName with -admin, which is the host of the Admin Console",
        "remove -admin"
    );

    public static readonly Rule InvalidBaseUrl = new(
        "invalid-base-url",
        "okta:baseUrl that is no bare domain",
        "write the domain of the organization's host, such as okta.com"
    );

    public static readonly Rule MisspelledBaseUrl = new(
        "misspelled-base-url",
        "okta:baseUrl one letter off a domain of Okta's: whoever owns it would be sent the credentials",
        "write the domain that is meant"
    );

    public static readonly Rule InvalidCustomDomain = new(
        "invalid-custom-domain",
        "a custom domain that is no bare host name, or that is Okta's own",
        "write a host such as login.example.com, or remove the key"
    );

    // URIs.

    public static readonly Rule InvalidUri = new(
        "invalid-uri",
        "a text that is not an absolute URI as browsers read it",
        "write scheme, host and, where it has one, path",
        "WHATWG URL"
    );

    public static readonly Rule UserInformation = new(
        "user-information",
        "a user name or password before the host",
        "remove all from // to @"
    );

    public static readonly Rule InvalidScheme = new(
        "invalid-scheme",
        "a scheme other than https and http",
        "use https, or http on localhost"
    );

    public static readonly Rule PlainHttp = new(
        "plain-http",
        "http off localhost, where anyone on the way can read codes and tokens",
        "use https",
        "OAuth 2.0 for Browser-Based Applications"
    );

    public static readonly Rule LoopbackInProduction = new(
        "loopback-in-production",
        "a host on the machine of whoever opens it, in production",
        "write where the application is served"
    );

    public static readonly Rule InvalidHost = new(
        "invalid-host",
        "a host that browsers do not take, or take for another one",
        "write the host as browsers show it",
        "WHATWG URL, host parsing"
    );

    public static readonly Rule InvalidPort = new(
        "invalid-port",
        "a port that is not from 1 to 65535",
        "write one that is, or remove it with its colon"
    );

    public static readonly Rule OrganizationsHost = new(
        "organizations-host",
        "the organization's own host as a place where an application is served",
        "write where the application is served"
    );

    public static readonly Rule OriginHasPath = new(
        "origin-has-path",
        "an origin with a path, slash, query or fragment",
        "write scheme, host and port only",
        "RFC 6454"
    );

    public static readonly Rule Fragment = new(
        "fragment",
        "a fragment in a redirect URI",
        "remove # and what follows",
        "RFC 6749, 3.1.2"
    );

    public static readonly Rule DotSegment = new(
        "dot-segment",
        "a dot segment in a path, which browsers resolve before they ask",
        "write the path that is meant",
        "WHATWG URL"
    );

    public static readonly Rule NotABaseUri = new(
        "not-a-base-uri",
        "a redirect URI or trusted origin that is on none of the application's base URIs",
        "write a page of a base URI; an origin becomes a base URI only if the application is served there"
    );

    public static readonly Rule WildcardOff = new(
        "wildcard-off",
        "a wildcard where wildcardRedirect is off, or where Okta takes none",
        "write each URI out"
    );

    public static readonly Rule WildcardMisplaced = new(
        "wildcard-misplaced",
        "a wildcard elsewhere than in the leftmost label of an https host",
        "write one *, in the leftmost label",
        "Okta, Apps API: wildcard_redirect"
    );

    public static readonly Rule WildcardUnused = new(
        "wildcard-unused",
        "wildcardRedirect without any wildcard, or a wildcard that matches no base URI",
        "remove it, or correct the wildcard"
    );

    public static readonly Rule WildcardOpen = new(
        "wildcard-open",
        "a wildcard below a host under which anyone can have a name, who would then receive codes",
        "use a wildcard below a domain of your own",
        "https://publicsuffix.org/list/, and infra/Web/SharedHosts.cs"
    );

    public static readonly Rule WildcardInPullRequest = new(
        "wildcard-in-pull-request",
        "a wildcard in a pull request's environment, which has its own exact URIs",
        "write false, or remove the key"
    );

    public static readonly Rule TileWithoutInitiateLoginUri = new(
        "tile-without-initiate-login-uri",
        "a tile on the dashboard without the initiate login URI that it leads to",
        "add initiateLoginUri, or remove tile"
    );

    public static readonly Rule UnusedOrigin = new(
        "unused-origin",
        "an origin under trustedOriginsManagedElsewhere that no application here trusts",
        "remove it, or correct it"
    );

    public static readonly Rule EmbeddedOriginNotTrusted = new(
        "embedded-origin-not-trusted",
        "an embedded sign-in on a base URI that is not trusted for CORS, whose pages could not call Okta",
        "trust it, or remove embeddedSignIn",
        "Okta, Embedded sign-in widget"
    );

    // Access.

    public static readonly Rule BuiltInGroup = new(
        "built-in-group",
        "a group that Okta manages itself",
        "name groups of your own"
    );

    public static readonly Rule GroupNotFound = new(
        "group-not-found",
        "a group that the organization does not have, or does not show to these credentials",
        "write the name or id of a group that is there"
    );

    public static readonly Rule GroupAmbiguous = new(
        "group-ambiguous",
        "a name that several groups have",
        "write the id of the one that is meant"
    );

    public static readonly Rule GroupTwice = new(
        "group-twice",
        "a group that is named twice, once by name and once by id",
        "keep one of them"
    );

    public static readonly Rule GroupNoLongerDeclared = new(
        "group-no-longer-declared",
        "a group that this stack has declared, and that applications still name",
        "declare it again, or name another one"
    );

    public static readonly Rule EveryoneNotFound = new(
        "everyone-not-found",
        "the built-in group Everyone that these credentials may not see",
        "give them okta.groups.read with a role that sees all groups, or name groups"
    );

    // Tokens.

    public static readonly Rule GracePeriodWithoutRotation = new(
        "grace-period-without-rotation",
        "a grace period for refresh tokens that are not rotated",
        "remove it, or write rotation: rotate"
    );

    public static readonly Rule InvalidScope = new(
        "invalid-scope",
        "a text that is not a scope, or not one of the authorization server's",
        "write one scope an entry, one that the server has",
        "RFC 6749, 3.3"
    );

    public static readonly Rule OktaApiScope = new(
        "okta-api-scope",
        "a scope of Okta's management API, which code in a browser must not hold",
        "remove it"
    );

    public static readonly Rule OpenidMissing = new(
        "openid-missing",
        "scopes without openid, with which nobody is signed in",
        "add openid",
        "OpenID Connect Core, 3.1.2.1"
    );

    public static readonly Rule OfflineAccessWithoutRefreshToken = new(
        "offline-access-without-refresh-token",
        "offline_access where refresh tokens are off",
        "remove it, or turn refresh tokens on"
    );

    public static readonly Rule IssuerModeWithoutCustomDomain = new(
        "issuer-mode-without-custom-domain",
        "issuerMode: custom without a custom domain",
        "add customDomain, or write org"
    );

    public static readonly Rule ZonesBothWays = new(
        "zones-both-ways",
        "network zones that are both allowed and blocked, or neither",
        "write allow or block"
    );

    public static readonly Rule InvalidJson = new(
        "invalid-json",
        "a text that is not a JSON object",
        "write one, such as '{\"costCenter\": \"42\"}'"
    );

    public static readonly Rule TokenPolicyWithoutServer = new(
        "token-policy-without-server",
        "a token policy where no custom authorization server is named",
        "write none, or name the server as issuer"
    );

    public static readonly Rule TokenLifetimesOrder = new(
        "token-lifetimes-order",
        "lifetimes of tokens that Okta refuses: an access token may not outlive a refresh token that rests, nor that the refresh token's life",
        "write them in this order",
        "Okta, Authorization Servers API: policy rules"
    );

    // Applications and stacks.

    public static readonly Rule ProductionInPullRequest = new(
        "production-in-pull-request",
        "production: true for code that nobody has reviewed",
        "write false"
    );

    public static readonly Rule LabelTaken = new(
        "label-taken",
        "a label that another application of the stack has",
        "write another one"
    );

    public static readonly Rule ClientIdTaken = new(
        "client-id-taken",
        "a client id that another application of the organization has",
        "write another one, or remove it so that Okta makes one"
    );

    public static readonly Rule FormerlyIsCurrent = new(
        "formerly-is-current",
        "formerly with a name that an application has now",
        "remove it, or write the name from before"
    );

    public static readonly Rule FormerlyTwice = new(
        "formerly-twice",
        "two applications that were formerly one",
        "keep it where the client id belongs"
    );

    public static readonly Rule OriginNotFound = new(
        "origin-not-found",
        "an origin managed elsewhere that the organization does not trust, or not for what is needed",
        "deploy the stack that declares it first, or mend it there"
    );

    public static readonly Rule UnknownRule = new(
        "unknown-rule",
        "an accepted risk of a rule that does not exist",
        "write the rule that a risk names"
    );

    public static readonly Rule AcceptanceWithoutRisk = new(
        "acceptance-without-risk",
        "an accepted risk that the stack does not take",
        "remove it"
    );

    // Risks: allowed, but named in every preview.

    public static readonly Rule WildcardRedirect = new(
        "wildcard-redirect",
        "codes go to any host that matches a wildcard: a danger in production, else a caution",
        "write each URI out",
        "Okta, Create an app integration: Caution"
    );

    public static readonly Rule EveryoneInProduction = new(
        "everyone-in-production",
        "everyone in the organization may use the application, people who join later included",
        "name groups"
    );

    public static readonly Rule OriginOfPullRequest = new(
        "origin-of-pull-request",
        "code that nobody has reviewed may call Okta with a visitor's session",
        "leave trustedOrigins empty in the template of pull requests"
    );

    public static readonly Rule LoopbackOriginOfProduction = new(
        "loopback-origin-of-production",
        "a loopback origin is trusted by an organization that a production stack uses: what runs on a visitor's own machine may call it with their session",
        "use another organization for development, or trustedOrigins: []"
    );

    public static readonly Rule PersistentRefreshToken = new(
        "persistent-refresh-token",
        "a refresh token that is stolen from a browser works until it expires, unnoticed",
        "rotate refresh tokens",
        "Okta, Refresh token rotation"
    );

    public static readonly Rule ForeignSignOutUri = new(
        "foreign-sign-out-uri",
        "people land on a host where the application is not served after sign-out",
        "write a page of a base URI"
    );

    public static readonly Rule ForeignInitiateLoginUri = new(
        "foreign-initiate-login-uri",
        "Okta sends people to a host where the application is not served to start to sign in",
        "write a page of a base URI"
    );

    public static readonly Rule CustomAuthorizationServer = new(
        "custom-authorization-server",
        "a custom authorization server admits the client only by a policy of its own, which this stack does not declare",
        "look at the server's policies"
    );

    public static readonly Rule UnlimitedTokenLifetime = new(
        "unlimited-token-lifetime",
        "a refresh token that lives for ever, as long as it is used",
        "write refreshTokenMinutes"
    );

    public static readonly Rule ForeignRedirectUri = new(
        "foreign-redirect-uri",
        "another party receives codes of this application, and with them can sign in as its users: a danger in production, else a caution",
        "remove it, or use another application for that party"
    );

    public static readonly Rule PlainHttpInDevelopment = new(
        "plain-http-in-development",
        "a page by plain http, where anyone on the way can read codes, and whose browsers run no PKCE, which takes a secure context",
        "use https, or localhost",
        "W3C, Secure Contexts"
    );

    public static readonly Rule NoSignOutUri = new(
        "no-sign-out-uri",
        "a front end that signs out ends on an error page of Okta's",
        "write a page under signOutRedirectUris, or have the front end call signOut({ postLogoutRedirectUri: null })"
    );

    public static readonly Rule IssuerNotDecided = new(
        "issuer-not-decided",
        "the issuer of tokens is not decided by this file: the outputs say what is assumed",
        "look at the issuer mode of the authorization server in Okta"
    );

    public static readonly Rule ConsentWithoutEffect = new(
        "consent-without-effect",
        "consent is asked for scopes of custom authorization servers only",
        "remove consent, or name the server as issuer"
    );

    public static readonly Rule GroupsWithoutClaim = new(
        "groups-without-claim",
        "the scope groups brings no claim from the organization's own server without a filter, which is not declared here",
        "use a custom authorization server with a groups claim"
    );

    public static readonly Rule SelfServiceAccess = new(
        "self-service-access",
        "people may add the application by themselves: access is no longer all that decides",
        "remove accessibilitySelfService"
    );

    public static readonly Rule PeopleSentElsewhere = new(
        "people-sent-elsewhere",
        "Okta sends people to a host where the application is not served",
        "write a page of a base URI"
    );

    public static readonly Rule UserNameTemplate = new(
        "user-name-template",
        "preferred_username and login hints are made of another property",
        "remove the template where nothing needs it"
    );

    public static readonly Rule ApplicationOff = new(
        "application-off",
        "nobody can sign in to the application",
        "write ACTIVE"
    );

    /// <summary>The rules that stop a stack, by what they are about, in the order of the docs.</summary>
    public static IReadOnlyList<(string About, IReadOnlyList<Rule> Rules)> Problems { get; } =
    [
        ("The file", [NotYaml, Encrypted, CredentialInClear, YamlMisread, OriginTrustedTwice]),
        (
            "What a stack file holds",
            [
                UnknownKey,
                MissingKey,
                DuplicateKey,
                NoValue,
                WrongKind,
                OutOfRange,
                Empty,
                TooLong,
                StrayWhiteSpace,
                HiddenCharacter,
                YamlDate,
                InvalidName,
                InvalidId,
                PlaceholderElsewhere,
                PlaceholderMissing,
                ListedTwice,
            ]
        ),
        (
            "The organization",
            [InvalidOrganizationName, AdminConsoleHost, InvalidBaseUrl, MisspelledBaseUrl, InvalidCustomDomain]
        ),
        (
            "URIs",
            [
                InvalidUri,
                UserInformation,
                InvalidScheme,
                PlainHttp,
                LoopbackInProduction,
                InvalidHost,
                InvalidPort,
                OrganizationsHost,
                OriginHasPath,
                Fragment,
                DotSegment,
                NotABaseUri,
                WildcardOff,
                WildcardMisplaced,
                WildcardUnused,
                WildcardOpen,
                WildcardInPullRequest,
                TileWithoutInitiateLoginUri,
                UnusedOrigin,
                EmbeddedOriginNotTrusted,
            ]
        ),
        ("Access", [BuiltInGroup, GroupNotFound, GroupAmbiguous, GroupTwice, GroupNoLongerDeclared, EveryoneNotFound]),
        (
            "Tokens",
            [
                GracePeriodWithoutRotation,
                InvalidScope,
                OktaApiScope,
                OpenidMissing,
                OfflineAccessWithoutRefreshToken,
                IssuerModeWithoutCustomDomain,
                ZonesBothWays,
                InvalidJson,
                TokenPolicyWithoutServer,
                TokenLifetimesOrder,
            ]
        ),
        (
            "Applications and stacks",
            [
                ProductionInPullRequest,
                LabelTaken,
                ClientIdTaken,
                FormerlyIsCurrent,
                FormerlyTwice,
                OriginNotFound,
                UnknownRule,
                AcceptanceWithoutRisk,
            ]
        ),
    ];

    /// <summary>The risks, in the order of the docs.</summary>
    public static IReadOnlyList<Rule> Risks { get; } =
    [
        WildcardRedirect,
        EveryoneInProduction,
        OriginOfPullRequest,
        LoopbackOriginOfProduction,
        PersistentRefreshToken,
        ForeignSignOutUri,
        ForeignInitiateLoginUri,
        CustomAuthorizationServer,
        UnlimitedTokenLifetime,
        ForeignRedirectUri,
        PlainHttpInDevelopment,
        NoSignOutUri,
        IssuerNotDecided,
        ConsentWithoutEffect,
        GroupsWithoutClaim,
        SelfServiceAccess,
        PeopleSentElsewhere,
        UserNameTemplate,
        ApplicationOff,
    ];
}
