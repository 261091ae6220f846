using System.Text.Json.Nodes;
using OktaSpa.Settings;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Settings;

/// <summary>
/// Wrong configurations, and by which rule and at which place each is told: nothing less, nothing more.
/// </summary>
public sealed class WrongSettingsTests
{
    /// <summary>Changes of the one application of otherwise right settings.</summary>
    public static TheoryData<string, string, string[]> Applications =>
        new()
        {
            // unknown keys
            { "unknown keys", """{"baseURIs": ["https://x.example.com"]}""", ["unknown-key baseURIs"] },
            { "unknown keys", """{"zzz": 1}""", ["unknown-key zzz"] },
            {
                "unknown keys",
                """{"refreshToken": {"rotation": "rotate", "gracePeriod": 30}}""",
                ["unknown-key refreshToken.gracePeriod"]
            },
            { "unknown keys", """{"access": {"group": ["A"]}}""", ["unknown-key access.group"] },
            { "unknown keys", """{"wildcard": true}""", ["unknown-key wildcard"] },
            // missing keys
            { "missing keys", """{"label": null}""", ["missing-key label"] },
            { "missing keys", """{"baseUris": null}""", ["missing-key baseUris"] },
            { "missing keys", """{"access": null}""", ["missing-key access"] },
            { "missing keys", """{"access": {}}""", ["missing-key access.groups"] },
            // null
            { "null", """{"baseUris": [null, "https://app.example.com"]}""", ["no-value baseUris[0]"] },
            // wrong kinds
            { "wrong kinds", """{"label": 12345}""", ["wrong-kind label"] },
            { "wrong kinds", """{"label": true}""", ["wrong-kind label"] },
            { "wrong kinds", """{"label": ["a"]}""", ["wrong-kind label"] },
            { "wrong kinds", """{"baseUris": "https://app.example.com"}""", ["wrong-kind baseUris"] },
            { "wrong kinds", """{"tile": "on"}""", ["wrong-kind tile"] },
            { "wrong kinds", """{"access": "nobody"}""", ["wrong-kind access"] },
            { "wrong kinds", """{"access": ["A"]}""", ["wrong-kind access"] },
            { "wrong kinds", """{"refreshToken": "never"}""", ["wrong-kind refreshToken"] },
            { "wrong kinds", """{"refreshToken": true}""", ["wrong-kind refreshToken"] },
            { "wrong kinds", """{"refreshToken": {"rotation": "static"}}""", ["wrong-kind refreshToken.rotation"] },
            { "wrong kinds", """{"refreshToken": {"rotation": 1}}""", ["wrong-kind refreshToken.rotation"] },
            // dates
            { "dates", """{"label": "2024-01-01 00:00:00 +0000 UTC"}""", ["yaml-date label"] },
            {
                "dates",
                """{"access": {"groups": ["2024-01-01 10:00:00 +0000 UTC"]}}""",
                ["yaml-date access.groups[0]"]
            },
            // empty texts and lists
            { "empty texts and lists", """{"label": ""}""", ["empty label"] },
            { "empty texts and lists", """{"label": "   "}""", ["empty label"] },
            { "empty texts and lists", """{"baseUris": []}""", ["empty baseUris"] },
            { "empty texts and lists", """{"signInRedirectUris": []}""", ["empty signInRedirectUris"] },
            { "empty texts and lists", """{"scopes": []}""", ["empty scopes"] },
            { "empty texts and lists", """{"access": {"groups": []}}""", ["empty access.groups"] },
            // white space
            { "white space", """{"label": " Storefront"}""", ["stray-white-space label"] },
            { "white space", """{"access": {"groups": ["Engineering\t"]}}""", ["stray-white-space access.groups[0]"] },
            { "white space", """{"label": "Store\u0001front"}""", ["stray-white-space label"] },
            // hidden characters
            { "hidden characters", """{"label": "Store\u202efront"}""", ["hidden-character label"] },
            {
                "hidden characters",
                """{"access": {"groups": ["\u200bEveryone", "Every\u2028one", "Everyone\u200d"]}}""",
                [
                    "hidden-character access.groups[0]",
                    "hidden-character access.groups[1]",
                    "hidden-character access.groups[2]",
                ]
            },
            // former names
            { "former names", """{"formerly": "Shop"}""", ["invalid-name formerly"] },
            // labels
            {
                "labels",
                """{"label": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""",
                ["too-long label"]
            },
            // base URIs
            {
                "base URIs",
                """{"baseUris": ["https://0.0.0.0", "https://[::]:8443"]}""",
                ["invalid-host baseUris[0]", "invalid-host baseUris[1]"]
            },
            { "base URIs", """{"baseUris": ["u:hunter2@x"]}""", ["invalid-uri baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com/"]}""", ["origin-has-path baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com/shop"]}""", ["origin-has-path baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com?x=1"]}""", ["origin-has-path baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com#top"]}""", ["origin-has-path baseUris[0]"] },
            {
                "base URIs",
                """{"baseUris": ["https://user:secret@app.example.com"]}""",
                ["user-information baseUris[0]"]
            },
            { "base URIs", """{"baseUris": ["https://user@app.example.com"]}""", ["user-information baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://*.example.com"]}""", ["wildcard-off baseUris[0]"] },
            { "base URIs", """{"baseUris": ["ftp://app.example.com"]}""", ["invalid-scheme baseUris[0]"] },
            { "base URIs", """{"baseUris": ["app.example.com"]}""", ["invalid-uri baseUris[0]"] },
            { "base URIs", """{"baseUris": ["//app.example.com"]}""", ["invalid-uri baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com."]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com:"]}""", ["invalid-port baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com:0"]}""", ["invalid-port baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com:99999"]}""", ["invalid-port baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com:x"]}""", ["invalid-port baseUris[0]"] },
            { "base URIs", """{"baseUris": ["http://app.example.com"]}""", ["plain-http baseUris[0]"] },
            { "base URIs", """{"baseUris": ["http://11.0.0.1"]}""", ["plain-http baseUris[0]"] },
            { "base URIs", """{"baseUris": ["http://localhost.example.com"]}""", ["plain-http baseUris[0]"] },
            { "base URIs", """{"baseUris": ["http://127.1"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://1.2.3"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://256.1.1.1"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://0x7f.1"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["http://[::2]"]}""", ["plain-http baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://[::1"]}""", ["invalid-uri baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://[fe80::1%25eth0]"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://[::ffff:1.2.3.4]"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://a..b"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://-a.example.com"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://a-.example.com"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://ex ample.com"]}""", ["invalid-uri baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://app.example.com\\x"]}""", ["invalid-uri baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https:app.example.com"]}""", ["invalid-uri baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://ex%61mple.com"]}""", ["invalid-host baseUris[0]"] },
            { "base URIs", """{"baseUris": ["https://exa$mple.com"]}""", ["invalid-host baseUris[0]"] },
            {
                "base URIs",
                """{"baseUris": ["https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com"]}""",
                ["invalid-host baseUris[0]"]
            },
            {
                "base URIs",
                """{"baseUris": ["https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com"]}""",
                ["invalid-host baseUris[0]"]
            },
            { "base URIs", """{"baseUris": ["https://xn--zz--.example.com"]}""", ["invalid-host baseUris[0]"] },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com", "https://APP.example.com:443"]}""",
                ["listed-twice baseUris[1]"]
            },
            {
                "base URIs",
                """{"baseUris": ["http://localhost:80", "http://localhost"]}""",
                ["listed-twice baseUris[1]"]
            },
            // trusted origins
            {
                "trusted origins",
                """{"trustedOrigins": ["https://other.example.com"]}""",
                ["not-a-base-uri trustedOrigins[0]"]
            },
            {
                "trusted origins",
                """{"trustedOrigins": ["https://app.example.com:8443"]}""",
                ["not-a-base-uri trustedOrigins[0]"]
            },
            {
                "trusted origins",
                """{"trustedOrigins": ["https://app.example.com", "https://app.example.com"]}""",
                ["listed-twice trustedOrigins[1]"]
            },
            {
                "trusted origins",
                """{"trustedOrigins": ["https://app.example.com/"]}""",
                ["origin-has-path trustedOrigins[0]"]
            },
            // sign-in redirect URIs
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["/login/callback"]}""",
                ["invalid-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/cb#frag"]}""",
                ["fragment signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/cb#"]}""",
                ["fragment signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://me@app.example.com/cb"]}""",
                ["user-information signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/a/../cb"]}""",
                ["dot-segment signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/./cb"]}""",
                ["dot-segment signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/a/%2E%2e"]}""",
                ["dot-segment signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com\\cb"]}""",
                ["invalid-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/c b"]}""",
                ["invalid-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/c\tb"]}""",
                ["stray-white-space signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/é"]}""",
                ["invalid-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/%zz"]}""",
                ["invalid-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/<x>"]}""",
                ["invalid-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["http://app.example.com/cb"]}""",
                ["plain-http signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["com.example:/cb"]}""",
                ["invalid-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://other.example.com/cb"]}""",
                ["not-a-base-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com:8443/cb"]}""",
                ["not-a-base-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["http://localhost:8080/cb"]}""",
                ["not-a-base-uri signInRedirectUris[0]"]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/cb", "https://APP.example.com:443/cb"]}""",
                ["listed-twice signInRedirectUris[1]"]
            },
            // wildcards
            {
                "wildcards",
                """{"signInRedirectUris": ["https://*.example.com/cb"]}""",
                ["wildcard-off signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"signInRedirectUris": ["https://app.example.com/*"]}""",
                ["wildcard-off signInRedirectUris[0]"]
            },
            { "wildcards", """{"wildcardRedirect": true}""", ["wildcard-unused wildcardRedirect"] },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app.example.com/cb"]}""",
                ["wildcard-unused wildcardRedirect"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.*.example.com/cb"]}""",
                ["wildcard-misplaced signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://**.example.com/cb"]}""",
                ["wildcard-misplaced signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app.*.com/cb"]}""",
                ["wildcard-misplaced signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app.example.com/*"]}""",
                ["wildcard-misplaced signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app.example.com:*/cb"]}""",
                ["wildcard-misplaced signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["http://*.example.com/cb"]}""",
                ["wildcard-misplaced signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.com/cb"]}""",
                ["wildcard-open signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.co.uk/cb"]}""",
                ["wildcard-open signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*/cb"]}""",
                ["wildcard-misplaced signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com:8443/cb"]}""",
                ["wildcard-unused signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.other.test/cb"]}""",
                ["wildcard-unused signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app-*.example.com/cb"]}""",
                ["wildcard-unused signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb#x"]}""",
                ["fragment signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://bü*.example.com/cb"]}""",
                ["wildcard-misplaced signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.1.2.3.4/cb"]}""",
                ["wildcard-misplaced signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"baseUris": ["https://team-a.vercel.app"], "wildcardRedirect": true, "signInRedirectUris": ["https://team-*.vercel.app/cb"]}""",
                ["wildcard-open signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"baseUris": ["https://a.github.io"], "wildcardRedirect": true, "signInRedirectUris": ["https://*.github.io/cb"]}""",
                ["wildcard-open signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"baseUris": ["https://a.b.example.com"], "wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb"]}""",
                ["wildcard-unused signInRedirectUris[0]"]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb", "https://*.EXAMPLE.com/cb"]}""",
                ["listed-twice signInRedirectUris[1]"]
            },
            // sign-out redirect URIs
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["https://app.example.com/#bye"]}""",
                ["fragment signOutRedirectUris[0]"]
            },
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["https://*.example.com"]}""",
                ["wildcard-off signOutRedirectUris[0]"]
            },
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["http://app.example.com/bye"]}""",
                ["plain-http signOutRedirectUris[0]"]
            },
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["bye"]}""",
                ["invalid-uri signOutRedirectUris[0]"]
            },
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["https://app.example.com/bye", "https://app.example.com/bye"]}""",
                ["listed-twice signOutRedirectUris[1]"]
            },
            // initiate login URIs
            { "initiate login URIs", """{"initiateLoginUri": "/login"}""", ["invalid-uri initiateLoginUri"] },
            {
                "initiate login URIs",
                """{"initiateLoginUri": "https://app.example.com/login#x"}""",
                ["fragment initiateLoginUri"]
            },
            {
                "initiate login URIs",
                """{"initiateLoginUri": "http://app.example.com/login"}""",
                ["plain-http initiateLoginUri"]
            },
            {
                "initiate login URIs",
                """{"initiateLoginUri": "https://*.example.com/login"}""",
                ["wildcard-off initiateLoginUri"]
            },
            // tiles
            { "tiles", """{"tile": true}""", ["tile-without-initiate-login-uri tile"] },
            { "tiles", """{"tile": "true"}""", ["tile-without-initiate-login-uri tile"] },
            // grace periods
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": -1}}""",
                ["out-of-range refreshToken.gracePeriodSeconds"]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": 61}}""",
                ["out-of-range refreshToken.gracePeriodSeconds"]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": 90}}""",
                ["out-of-range refreshToken.gracePeriodSeconds"]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": 30.5}}""",
                ["out-of-range refreshToken.gracePeriodSeconds"]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": "61"}}""",
                ["out-of-range refreshToken.gracePeriodSeconds"]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": "thirty"}}""",
                ["wrong-kind refreshToken.gracePeriodSeconds"]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": "030"}}""",
                ["wrong-kind refreshToken.gracePeriodSeconds"]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": true}}""",
                ["wrong-kind refreshToken.gracePeriodSeconds"]
            },
            {
                "grace periods",
                """{"refreshToken": {"rotation": "persistent", "gracePeriodSeconds": 30}}""",
                ["grace-period-without-rotation refreshToken.gracePeriodSeconds"]
            },
            {
                "grace periods",
                """{"refreshToken": {"rotation": "persistent", "gracePeriodSeconds": 0}}""",
                ["grace-period-without-rotation refreshToken.gracePeriodSeconds"]
            },
            // scopes
            { "scopes", """{"scopes": ["profile", "email"]}""", ["openid-missing scopes"] },
            { "scopes", """{"scopes": ["email"]}""", ["openid-missing scopes"] },
            { "scopes", """{"scopes": ["openid", "okta.users.read"]}""", ["okta-api-scope scopes[1]"] },
            {
                "scopes",
                """{"issuer": "default", "scopes": ["openid", "okta.apps.manage"]}""",
                ["okta-api-scope scopes[1]"]
            },
            { "scopes", """{"scopes": ["openid", "orders:read"]}""", ["invalid-scope scopes[1]"] },
            { "scopes", """{"scopes": ["openid", "orders"]}""", ["invalid-scope scopes[1]"] },
            { "scopes", """{"scopes": ["openid", "openid"]}""", ["listed-twice scopes[1]"] },
            { "scopes", """{"issuer": "default", "scopes": ["openid", "two words"]}""", ["invalid-scope scopes[1]"] },
            { "scopes", """{"issuer": "default", "scopes": ["openid", "quo\"te"]}""", ["invalid-scope scopes[1]"] },
            {
                "scopes",
                """{"refreshToken": "none", "scopes": ["openid", "offline_access"]}""",
                ["offline-access-without-refresh-token scopes[1]"]
            },
            // issuers
            { "issuers", """{"issuer": "custom"}""", ["invalid-id issuer"] },
            { "issuers", """{"issuer": "https://example.okta.com/oauth2/default"}""", ["invalid-id issuer"] },
            { "issuers", """{"issuer": "AUS123"}""", ["invalid-id issuer"] },
            // authentication policies
            {
                "authentication policies",
                """{"authenticationPolicy": "Any two factors"}""",
                ["invalid-id authenticationPolicy"]
            },
            {
                "authentication policies",
                """{"authenticationPolicy": "00p123"}""",
                ["invalid-id authenticationPolicy"]
            },
            // groups
            { "groups", """{"access": {"groups": ["Everyone"]}}""", ["built-in-group access.groups[0]"] },
            {
                "groups",
                """{"access": {"groups": ["everyone", "Engineering"]}}""",
                ["built-in-group access.groups[0]"]
            },
            { "groups", """{"access": {"groups": ["Okta Administrators"]}}""", ["built-in-group access.groups[0]"] },
            {
                "groups",
                """{"access": {"groups": ["Engineering", "Engineering"]}}""",
                ["listed-twice access.groups[1]"]
            },
            { "groups", """{"access": {"groups": [""]}}""", ["empty access.groups[0]"] },
            // PR_NUMBER
            { "PR_NUMBER", """{"label": "Storefront PR_NUMBER"}""", ["placeholder-elsewhere label"] },
            {
                "PR_NUMBER",
                """{"signInRedirectUris": ["https://app.example.com/PR_NUMBER"]}""",
                ["placeholder-elsewhere signInRedirectUris[0]"]
            },
            // consent, issuer mode, client id, zones
            { "enumerations", """{"consent": "REQUIRED"}""", ["wrong-kind consent"] },
            { "enumerations", """{"issuerMode": "ORG_URL"}""", ["wrong-kind issuerMode"] },
            { "issuer mode", """{"issuerMode": "custom"}""", ["issuer-mode-without-custom-domain issuerMode"] },
            { "client ids", """{"clientId": "short"}""", ["invalid-id clientId"] },
            { "client ids", """{"clientId": "with space"}""", ["invalid-id clientId"] },
            { "zones", """{"tokenNetworkZones": {}}""", ["zones-both-ways tokenNetworkZones"] },
            {
                "zones",
                """{"tokenNetworkZones": {"allow": ["nzo1"], "block": ["nzo2"]}}""",
                ["zones-both-ways tokenNetworkZones"]
            },
            { "zones", """{"tokenNetworkZones": {"allow": ["office"]}}""", ["invalid-id tokenNetworkZones.allow[0]"] },
            {
                "zones",
                """{"tokenNetworkZones": {"allow": ["nzo1", "nzo1"]}}""",
                ["listed-twice tokenNetworkZones.allow[1]"]
            },
            // embedded sign-in
            {
                "embedded sign-in",
                """{"embeddedSignIn": true, "trustedOrigins": []}""",
                ["embedded-origin-not-trusted embeddedSignIn"]
            },
            {
                "embedded sign-in",
                """{"embeddedSignIn": true, "trustedOrigins": [{"origin": "https://app.example.com", "scopes": ["redirect"]}]}""",
                ["embedded-origin-not-trusted embeddedSignIn"]
            },
            // scopes of an origin
            {
                "scopes of an origin",
                """{"trustedOrigins": [{"origin": "https://app.example.com", "scopes": ["iframe"]}]}""",
                ["invalid-id trustedOrigins[0].scopes[0]"]
            },
            {
                "scopes of an origin",
                """{"trustedOrigins": [{"origin": "https://app.example.com", "scopes": []}]}""",
                ["empty trustedOrigins[0].scopes"]
            },
            {
                "scopes of an origin",
                """{"trustedOrigins": [{"origin": "https://app.example.com", "scopes": ["cors", "CORS"]}]}""",
                ["listed-twice trustedOrigins[0].scopes[1]"]
            },
            {
                "scopes of an origin",
                """{"trustedOrigins": [{"scopes": ["cors"]}]}""",
                ["missing-key trustedOrigins[0].origin"]
            },
            // redirect URIs of other parties
            {
                "foreign redirect URIs",
                """{"foreignRedirectUris": ["https://app.example.com/cb"]}""",
                ["not-a-base-uri foreignRedirectUris[0]"]
            },
            {
                "foreign redirect URIs",
                """{"foreignRedirectUris": ["https://*.example.org/cb"]}""",
                ["wildcard-off foreignRedirectUris[0]"]
            },
            // other properties
            { "other properties", """{"okta": {"omitSecret": true}}""", ["unknown-key okta.omitSecret"] },
            {
                "other properties",
                """{"okta": {"implicitAssignment": true}}""",
                ["unknown-key okta.implicitAssignment"]
            },
            { "other properties", """{"okta": {"grantTypes": ["implicit"]}}""", ["unknown-key okta.grantTypes"] },
            {
                "other properties",
                """{"okta": {"logoUri": "http://x.example.com/l.png"}}""",
                ["invalid-id okta.logoUri"]
            },
            { "other properties", """{"okta": {"profile": "[1]"}}""", ["invalid-json okta.profile"] },
            { "other properties", """{"okta": {"appLinksJson": "x"}}""", ["invalid-json okta.appLinksJson"] },
            { "other properties", """{"okta": {"status": "OFF"}}""", ["invalid-id okta.status"] },
            // the organization itself
            {
                "the organization's host",
                """{"baseUris": ["https://dev-00000000.okta.com", "https://dev-00000000-admin.okta.com"]}""",
                ["organizations-host baseUris[0]", "organizations-host baseUris[1]"]
            },
            // tiles
            { "tiles", """{"tile": {"ios": true}}""", ["tile-without-initiate-login-uri tile"] },
        };

    /// <summary>Whole settings, with the stack and the organization that they are for.</summary>
    public static TheoryData<string, string, string, string?, string?, string[]> Stacks =>
        new()
        {
            // unknown keys
            {
                "unknown keys",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "prodution": true}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["unknown-key prodution"]
            },
            // missing keys
            {
                "missing keys",
                """{"applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["missing-key production"]
            },
            {
                "missing keys",
                """{"production": false}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["missing-key applications"]
            },
            {
                "missing keys",
                """{}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["missing-key production", "missing-key applications"]
            },
            // null
            {
                "null",
                """{"production": null, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["no-value production"]
            },
            {
                "null",
                """{"production": false, "applications": {"storefront": {"label": null, "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["no-value applications.storefront.label"]
            },
            {
                "null",
                """{"production": false, "applications": {"storefront": null}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["no-value applications.storefront"]
            },
            // duplicate keys
            {
                "duplicate keys",
                """{"production":false,"production":false,"applications":{}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["duplicate-key production", "empty applications"]
            },
            {
                "duplicate keys",
                """{"production":false,"applications":{"a":{"label":"A","baseUris":["https://a.example.com"],"access":"everyone"},"a":{"label":"B","baseUris":["https://b.example.com"],"access":"everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["duplicate-key applications.a"]
            },
            // wrong kinds
            {
                "wrong kinds",
                """{"production": "yes", "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["wrong-kind production"]
            },
            {
                "wrong kinds",
                """{"production": 1, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["wrong-kind production"]
            },
            {
                "wrong kinds",
                """{"production": false, "applications": ["a"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["wrong-kind applications"]
            },
            {
                "wrong kinds",
                """{"production": false, "applications": {"storefront": "x"}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["wrong-kind applications.storefront"]
            },
            { "wrong kinds", """[]""", "dev", "dev-00000000", "okta.com", ["wrong-kind okta-spa:settings"] },
            { "wrong kinds", """ "text" """, "dev", "dev-00000000", "okta.com", ["wrong-kind okta-spa:settings"] },
            { "wrong kinds", """null""", "dev", "dev-00000000", "okta.com", ["wrong-kind okta-spa:settings"] },
            // logical names
            {
                "logical names",
                """{"production": false, "applications": {"Storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["invalid-name applications.Storefront"]
            },
            {
                "logical names",
                """{"production": false, "applications": {"1st": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["invalid-name applications[\"1st\"]"]
            },
            {
                "logical names",
                """{"production": false, "applications": {"my.app": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["invalid-name applications[\"my.app\"]"]
            },
            {
                "logical names",
                """{"production": false, "applications": {"store_front": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["invalid-name applications.store_front"]
            },
            // former names
            {
                "former names",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone", "formerly": "storefront"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["formerly-is-current applications.storefront.formerly"]
            },
            {
                "former names",
                """{"production": false, "applications": {"a": {"label": "A", "baseUris": ["https://app.example.com"], "access": "everyone", "formerly": "b"}, "b": {"label": "B", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["formerly-is-current applications.a.formerly"]
            },
            {
                "former names",
                """{"production": false, "applications": {"a": {"label": "A", "baseUris": ["https://app.example.com"], "access": "everyone", "formerly": "c"}, "b": {"label": "B", "baseUris": ["https://app.example.com"], "access": "everyone", "formerly": "c"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["formerly-twice applications.b.formerly"]
            },
            // labels
            {
                "labels",
                """{"production": false, "applications": {"a": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}, "b": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["label-taken applications.b.label"]
            },
            {
                "labels",
                """{"production": false, "applications": {"a": {"label": "storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}, "b": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["label-taken applications.b.label"]
            },
            // production
            {
                "production",
                """{"production": true, "applications": {"storefront": {"label": "Storefront", "baseUris": ["http://localhost:8080"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["loopback-in-production applications.storefront.baseUris[0]"]
            },
            {
                "production",
                """{"production": true, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com", "https://127.0.0.1:8443"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["loopback-in-production applications.storefront.baseUris[1]"]
            },
            {
                "production",
                """{"production": true, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com", "https://[::1]", "https://dev.localhost"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "loopback-in-production applications.storefront.baseUris[1]",
                    "loopback-in-production applications.storefront.baseUris[2]",
                ]
            },
            {
                "production",
                """{"production": true, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone", "signOutRedirectUris": ["http://localhost:8080"], "initiateLoginUri": "https://localhost/login"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "loopback-in-production applications.storefront.signOutRedirectUris[0]",
                    "loopback-in-production applications.storefront.initiateLoginUri",
                ]
            },
            // origins managed elsewhere
            {
                "origins managed elsewhere",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "trustedOriginsManagedElsewhere": ["https://other.example.com"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["unused-origin trustedOriginsManagedElsewhere[0]"]
            },
            {
                "origins managed elsewhere",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "trustedOriginsManagedElsewhere": ["https://app.example.com", "https://app.example.com"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["listed-twice trustedOriginsManagedElsewhere[1]"]
            },
            {
                "origins managed elsewhere",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone", "trustedOrigins": []}}, "trustedOriginsManagedElsewhere": ["https://app.example.com"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["unused-origin trustedOriginsManagedElsewhere[0]"]
            },
            {
                "origins managed elsewhere",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "trustedOriginsManagedElsewhere": ["https://app.example.com/"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["origin-has-path trustedOriginsManagedElsewhere[0]"]
            },
            // custom domains
            {
                "custom domains",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "customDomain": "https://login.example.com"}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["invalid-custom-domain customDomain"]
            },
            {
                "custom domains",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "customDomain": "login"}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["invalid-custom-domain customDomain"]
            },
            {
                "custom domains",
                """{"production": false, "customDomain": "dev-00000000.okta.com", "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["invalid-custom-domain customDomain"]
            },
            {
                "custom domains",
                """{"production": false, "customDomain": "okta.com", "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["invalid-custom-domain customDomain"]
            },
            // organizations
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "https://dev-00000000.okta.com",
                "okta.com",
                ["invalid-organization-name okta:orgName"]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000.okta.com",
                "okta.com",
                ["invalid-organization-name okta:orgName"]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000-admin",
                "okta.com",
                ["admin-console-host okta:orgName"]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                null,
                "okta.com",
                ["missing-key okta:orgName"]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                null,
                ["missing-key okta:baseUrl"]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "https://okta.com",
                ["invalid-base-url okta:baseUrl"]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta",
                ["invalid-base-url okta:baseUrl"]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "okta.com",
                ["invalid-organization-name okta:orgName"]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "otka.com",
                ["misspelled-base-url okta:baseUrl"]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "dev-00000000.okta.com",
                ["invalid-base-url okta:baseUrl"]
            },
            // environments of pull requests
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://pr-PR_NUMBER.example.com"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                ["placeholder-missing applications.storefront.label"]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                ["placeholder-missing applications.storefront.baseUris[0]"]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://app.example.com:PR_NUMBER"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                ["placeholder-missing applications.storefront.baseUris[0]"]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://app7.example.com:808PR_NUMBER"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                ["placeholder-missing applications.storefront.baseUris[0]"]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com", "https://pr.example.com"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                ["placeholder-missing applications.storefront.baseUris[1]"]
            },
            {
                "environments of pull requests",
                """{"production": true, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                ["production-in-pull-request production"]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com"], "access": "everyone", "wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb"]}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                ["wildcard-in-pull-request applications.storefront.wildcardRedirect"]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com"], "access": "everyone"}}}""",
                "pr-x",
                "dev-00000000",
                "okta.com",
                [
                    "placeholder-elsewhere applications.storefront.label",
                    "placeholder-elsewhere applications.storefront.baseUris[0]",
                ]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "pr-07",
                "dev-00000000",
                "okta.com",
                ["placeholder-elsewhere applications.storefront.label"]
            },
            // several at once
            {
                "several at once",
                """{"production": "maybe", "aplications": {}, "applications": {"a": {"label": "A", "baseUris": ["https://a.example.com/"], "access": "all"}, "b": {"baseUris": ["http://b.example.com"], "access": {"groups": ["Everyone"]}, "refreshToken": {"gracePeriodSeconds": 90}}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "wrong-kind production",
                    "unknown-key aplications",
                    "wrong-kind applications.a.access",
                    "out-of-range applications.b.refreshToken.gracePeriodSeconds",
                    "missing-key applications.b.label",
                    "origin-has-path applications.a.baseUris[0]",
                    "plain-http applications.b.baseUris[0]",
                    "built-in-group applications.b.access.groups[0]",
                ]
            },
            {
                "production",
                """{"production": true, "applications": {"storefront": {"label": "A", "baseUris": ["http://shop.local"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["plain-http applications.storefront.baseUris[0]"]
            },
            {
                "client ids",
                """{"production": false, "applications": {"a": {"label": "A", "clientId": "shop-dev", "baseUris": ["https://a.example.com"], "access": "everyone"}, "b": {"label": "B", "clientId": "shop-dev", "baseUris": ["https://b.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["client-id-taken applications.b.clientId"]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "A PR_NUMBER", "clientId": "storefront", "baseUris": ["https://pr-PR_NUMBER.example.com"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                ["placeholder-missing applications.storefront.clientId"]
            },
        };

    [Theory]
    [MemberData(nameof(Applications))]
    public void Whatever_is_wrong_in_an_application_is_told_at_its_place_by_its_rule(
        string about,
        string change,
        string[] problems
    )
    {
        var (settings, found) = StackSettings.Read(Config.Of(Config.With(change)), "okta-spa", "dev");

        Assert.Equal(
            problems,
            found.Select(problem => Told(problem).Replace("applications.storefront.", "", StringComparison.Ordinal))
        );
        Assert.True(settings is null, about);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Whatever_is_wrong_in_a_stack_is_told_at_its_place_by_its_rule(
        string about,
        string settings,
        string stack,
        string? orgName,
        string? baseUrl,
        string[] problems
    )
    {
        var configuration = (string key) =>
            key switch
            {
                "okta:orgName" => orgName,
                "okta:baseUrl" => baseUrl,
                "okta-spa:settings" => settings,
                _ => null,
            };

        var (read, found) = StackSettings.Read(configuration, "okta-spa", stack);

        Assert.Equal(problems, found.Select(Told));
        Assert.True(read is null, about);
    }

    [Fact]
    public void Problems_are_told_in_full_sentences_all_at_once()
    {
        var (_, problems) = StackSettings.Read(
            Config.Of(
                JsonNode.Parse(
                    """
                    {
                      "production": "maybe",
                      "applications": {
                        "a": { "label": "A", "baseUris": ["https://a.example.com/"], "access": "all" },
                        "b": { "baseUris": ["http://b.example.com"], "access": { "groups": ["Everyone"] } }
                      }
                    }
                    """
                )
            ),
            "okta-spa",
            "dev"
        );

        Assert.Equal(
            [
                "production: this is the text \"maybe\", not true or false. Write true or false.",
                "applications.a.access: this is the text \"all\", not everyone, elsewhere or a mapping. "
                    + "Write everyone, elsewhere or a mapping such as { groups: [Engineering] }.",
                "applications.b.label: this key is missing, and has no default. Add label.",
                "applications.a.baseUris[0]: \"https://a.example.com/\" has a slash at its end, "
                    + "but an origin is scheme, host and port only. Write https://a.example.com.",
                "applications.b.baseUris[0]: \"http://b.example.com\" is reached by plain http, "
                    + "where anyone on the way can read codes and tokens. Use https; http is for localhost only.",
                "applications.b.access.groups[0]: Everyone is a group that Okta manages itself. "
                    + "Write access: everyone, which is the same people.",
            ],
            problems.Select(problem => problem.ToString())
        );
    }

    [Fact]
    public void Every_rule_is_in_the_docs_once_and_says_what_to_do()
    {
        var fields = typeof(RuleBook)
            .GetFields()
            .Select(field => (Rule)field.GetValue(null)!)
            .Order(Comparer<Rule>.Create((one, other) => string.CompareOrdinal(one.Id, other.Id)));
        var listed = RuleBook.Problems.SelectMany(group => group.Rules).Concat(RuleBook.Risks).ToList();

        Assert.Equal(fields, listed.OrderBy(rule => rule.Id, StringComparer.Ordinal));
        Assert.All(
            listed,
            rule =>
            {
                Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Id);
                Assert.NotEmpty(rule.Meaning);
                Assert.NotEmpty(rule.Remedy);
            }
        );
    }

    private static string Told(Problem problem) => $"{problem.Rule.Id} {problem.Path}";
}
