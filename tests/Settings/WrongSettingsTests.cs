using OktaSpa.Settings;
using OktaSpa.Tests.Support;

namespace OktaSpa.Tests.Settings;

/// <summary>Wrong configurations, and to the letter what is said of each: nothing less, nothing more.</summary>
public sealed class WrongSettingsTests
{
    /// <summary>Changes of the one application of otherwise right settings.</summary>
    public static TheoryData<string, string, string[]> Applications =>
        new()
        {
            // unknown keys
            {
                "unknown keys",
                """{"baseURIs": ["https://x.example.com"]}""",
                ["baseURIs: there is no key \"baseURIs\" here. Did you mean baseUris?"]
            },
            {
                "unknown keys",
                """{"zzz": 1}""",
                [
                    "zzz: there is no key \"zzz\" here. Use formerly, label, baseUris, trustedOrigins, signInRedirectUris, signOutRedirectUris, initiateLoginUri, tile, access, refreshToken, wildcardRedirect, authenticationPolicy, issuer or scopes.",
                ]
            },
            {
                "unknown keys",
                """{"refreshToken": {"rotation": "rotate", "gracePeriod": 30}}""",
                ["refreshToken.gracePeriod: there is no key \"gracePeriod\" here. Did you mean gracePeriodSeconds?"]
            },
            {
                "unknown keys",
                """{"access": {"group": ["A"]}}""",
                ["access.group: there is no key \"group\" here. Did you mean groups?"]
            },
            {
                "unknown keys",
                """{"wildcard": true}""",
                ["wildcard: there is no key \"wildcard\" here. Did you mean wildcardRedirect?"]
            },
            // missing keys
            { "missing keys", """{"label": null}""", ["label: this key is missing, and has no default. Add label."] },
            {
                "missing keys",
                """{"baseUris": null}""",
                ["baseUris: this key is missing, and has no default. Add baseUris."]
            },
            {
                "missing keys",
                """{"access": null}""",
                ["access: this key is missing, and has no default. Add access."]
            },
            {
                "missing keys",
                """{"access": {}}""",
                ["access.groups: this key is missing, and has no default. Add groups."]
            },
            // null
            {
                "null",
                """{"baseUris": [null, "https://app.example.com"]}""",
                ["baseUris[0]: there is no value. Write one, or leave the entry away."]
            },
            // wrong kinds
            {
                "wrong kinds",
                """{"label": 12345}""",
                ["label: this is 12345, not text. Quote it: YAML reads it as something else."]
            },
            {
                "wrong kinds",
                """{"label": true}""",
                ["label: this is true, not text. Quote it: YAML reads it as something else."]
            },
            { "wrong kinds", """{"label": ["a"]}""", ["label: this is a list, not text. Write text."] },
            {
                "wrong kinds",
                """{"baseUris": "https://app.example.com"}""",
                [
                    "baseUris: this is the text \"https://app.example.com\", not a list. Write a list, even of one: [value].",
                ]
            },
            {
                "wrong kinds",
                """{"tile": "on"}""",
                ["tile: this is the text \"on\", not true or false. Write true or false."]
            },
            {
                "wrong kinds",
                """{"access": "nobody"}""",
                [
                    "access: this is the text \"nobody\", not everyone or a mapping. Write everyone, or a mapping such as { groups: [Engineering] }.",
                ]
            },
            {
                "wrong kinds",
                """{"access": ["A"]}""",
                [
                    "access: this is a list, not everyone or a mapping. Write everyone, or a mapping such as { groups: [Engineering] }.",
                ]
            },
            {
                "wrong kinds",
                """{"refreshToken": "never"}""",
                [
                    "refreshToken: this is the text \"never\", not none or a mapping. Write none, or a mapping such as { rotation: rotate, gracePeriodSeconds: 30 }.",
                ]
            },
            {
                "wrong kinds",
                """{"refreshToken": true}""",
                [
                    "refreshToken: this is true, not none or a mapping. Write none, or a mapping such as { rotation: rotate, gracePeriodSeconds: 30 }.",
                ]
            },
            {
                "wrong kinds",
                """{"refreshToken": {"rotation": "static"}}""",
                [
                    "refreshToken.rotation: this is the text \"static\", not rotate or persistent. Write rotate or persistent.",
                ]
            },
            {
                "wrong kinds",
                """{"refreshToken": {"rotation": 1}}""",
                ["refreshToken.rotation: this is 1, not rotate or persistent. Write rotate or persistent."]
            },
            // dates
            {
                "dates",
                """{"label": "2024-01-01 00:00:00 +0000 UTC"}""",
                ["label: YAML has read a date here and made \"2024-01-01 00:00:00 +0000 UTC\" of it. Quote it."]
            },
            {
                "dates",
                """{"access": {"groups": ["2024-01-01 10:00:00 +0000 UTC"]}}""",
                [
                    "access.groups[0]: YAML has read a date here and made \"2024-01-01 10:00:00 +0000 UTC\" of it. Quote it.",
                ]
            },
            // empty texts and lists
            { "empty texts and lists", """{"label": ""}""", ["label: this text is empty. Write one."] },
            { "empty texts and lists", """{"label": "   "}""", ["label: this text is empty. Write one."] },
            { "empty texts and lists", """{"baseUris": []}""", ["baseUris: this list is empty. Write at least one."] },
            {
                "empty texts and lists",
                """{"signInRedirectUris": []}""",
                ["signInRedirectUris: this list is empty. Write at least one, or leave the key away for the default."]
            },
            {
                "empty texts and lists",
                """{"scopes": []}""",
                ["scopes: this list is empty. Write at least one, or leave the key away for the default."]
            },
            {
                "empty texts and lists",
                """{"access": {"groups": []}}""",
                ["access.groups: this list is empty. Write at least one."]
            },
            // white space
            {
                "white space",
                """{"label": " Storefront"}""",
                ["label: \" Storefront\" has white space at an end or a control character. Leave it away."]
            },
            {
                "white space",
                """{"access": {"groups": ["Engineering\t"]}}""",
                [
                    "access.groups[0]: \"Engineering\\u0009\" has white space at an end or a control character. Leave it away.",
                ]
            },
            {
                "white space",
                """{"label": "Store\u0001front"}""",
                ["label: \"Store\\u0001front\" has white space at an end or a control character. Leave it away."]
            },
            // hidden characters
            {
                "hidden characters",
                """{"label": "Store\u202efront"}""",
                [
                    "label: \"Store\\u202efront\" has characters that are not seen, or that change the order of what is. Leave them away.",
                ]
            },
            {
                "hidden characters",
                """{"access": {"groups": ["\u200bEveryone", "Every\u2028one", "Everyone\u200d"]}}""",
                [
                    "access.groups[0]: \"\\u200bEveryone\" has characters that are not seen, or that change the order of what is. Leave them away.",
                    "access.groups[1]: \"Every\\u2028one\" has characters that are not seen, or that change the order of what is. Leave them away.",
                    "access.groups[2]: \"Everyone\\u200d\" has characters that are not seen, or that change the order of what is. Leave them away.",
                ]
            },
            // former names
            {
                "former names",
                """{"formerly": "Shop"}""",
                ["formerly: \"Shop\" is not valid here. Write lower-case letters, digits and hyphens, a letter first."]
            },
            // labels
            {
                "labels",
                """{"label": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""",
                ["label: the label has 101 characters, but Okta takes 100. Shorten it."]
            },
            // base URIs
            {
                "base URIs",
                """{"baseUris": ["https://0.0.0.0", "https://[::]:8443"]}""",
                [
                    "baseUris[0]: \"https://0.0.0.0\" has an address that stands for every host. Write the host that browsers open.",
                    "baseUris[1]: \"https://[::]:8443\" has an address that stands for every host. Write the host that browsers open.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["u:hunter2@x"]}""",
                [
                    "baseUris[0]: \"…@x\" is not an absolute URI. Write it with scheme and host, such as https://app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com/"]}""",
                [
                    "baseUris[0]: \"https://app.example.com/\" has a slash at its end, but an origin is scheme, host and port only. Write https://app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com/shop"]}""",
                [
                    "baseUris[0]: \"https://app.example.com/shop\" has a path, but an origin is scheme, host and port only. Write https://app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com?x=1"]}""",
                [
                    "baseUris[0]: \"https://app.example.com?x=1\" has a query, but an origin is scheme, host and port only. Write https://app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com#top"]}""",
                [
                    "baseUris[0]: \"https://app.example.com#top\" has a fragment, but an origin is scheme, host and port only. Write https://app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://user:secret@app.example.com"]}""",
                [
                    "baseUris[0]: the URI has user information before its host, which does not belong here. Leave away all from // to @.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://user@app.example.com"]}""",
                [
                    "baseUris[0]: the URI has user information before its host, which does not belong here. Leave away all from // to @.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://*.example.com"]}""",
                [
                    "baseUris[0]: \"https://*.example.com\" has a wildcard, which is possible in sign-in redirect URIs only. Write each host out.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["ftp://app.example.com"]}""",
                [
                    "baseUris[0]: \"ftp://app.example.com\" has the scheme ftp, which a single-page application cannot be reached by. Use https, or http on localhost.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["app.example.com"]}""",
                [
                    "baseUris[0]: \"app.example.com\" is not an absolute URI. Write it with scheme and host, such as https://app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["//app.example.com"]}""",
                [
                    "baseUris[0]: \"//app.example.com\" is not an absolute URI. Write it with scheme and host, such as https://app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://"]}""",
                ["baseUris[0]: \"https://\" has no host. Write one, such as https://app.example.com."]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com."]}""",
                [
                    "baseUris[0]: \"https://app.example.com.\" has a host that ends in a dot, which browsers take for another host. Leave the last dot away.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com:"]}""",
                [
                    "baseUris[0]: \"https://app.example.com:\" has no valid port. Write a port from 1 to 65535, or leave it and the colon away.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com:0"]}""",
                [
                    "baseUris[0]: \"https://app.example.com:0\" has no valid port. Write a port from 1 to 65535, or leave it and the colon away.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com:99999"]}""",
                [
                    "baseUris[0]: \"https://app.example.com:99999\" has no valid port. Write a port from 1 to 65535, or leave it and the colon away.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com:x"]}""",
                [
                    "baseUris[0]: \"https://app.example.com:x\" has no valid port. Write a port from 1 to 65535, or leave it and the colon away.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["http://app.example.com"]}""",
                [
                    "baseUris[0]: \"http://app.example.com\" is reached by plain http, where anyone on the way can read codes and tokens. Use https; http is for localhost only.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["http://10.0.0.1"]}""",
                [
                    "baseUris[0]: \"http://10.0.0.1\" is reached by plain http, where anyone on the way can read codes and tokens. Use https; http is for localhost only.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["http://localhost.example.com"]}""",
                [
                    "baseUris[0]: \"http://localhost.example.com\" is reached by plain http, where anyone on the way can read codes and tokens. Use https; http is for localhost only.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["http://127.1"]}""",
                [
                    "baseUris[0]: \"http://127.1\" has no canonical IPv4 address. Write four numbers from 0 to 255, such as 127.0.0.1.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://1.2.3"]}""",
                [
                    "baseUris[0]: \"https://1.2.3\" has no canonical IPv4 address. Write four numbers from 0 to 255, such as 127.0.0.1.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://256.1.1.1"]}""",
                [
                    "baseUris[0]: \"https://256.1.1.1\" has no canonical IPv4 address. Write four numbers from 0 to 255, such as 127.0.0.1.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://0x7f.1"]}""",
                [
                    "baseUris[0]: \"https://0x7f.1\" has no canonical IPv4 address. Write four numbers from 0 to 255, such as 127.0.0.1.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["http://[::2]"]}""",
                [
                    "baseUris[0]: \"http://[::2]\" is reached by plain http, where anyone on the way can read codes and tokens. Use https; http is for localhost only.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://[::1"]}""",
                [
                    "baseUris[0]: \"https://[::1\" is not an absolute URI. Write it with scheme and host, such as https://app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://[fe80::1%25eth0]"]}""",
                [
                    "baseUris[0]: \"https://[fe80::1%25eth0]\" has no valid IPv6 address. Write it as in [::1], in hexadecimal groups.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://[::ffff:1.2.3.4]"]}""",
                [
                    "baseUris[0]: \"https://[::ffff:1.2.3.4]\" has no valid IPv6 address. Write it as in [::1], in hexadecimal groups.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://a..b"]}""",
                [
                    "baseUris[0]: \"https://a..b\" has no valid host name. Write a host of letters, digits, hyphens and dots, such as app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://-a.example.com"]}""",
                [
                    "baseUris[0]: \"https://-a.example.com\" has no valid host name. Write a host of letters, digits, hyphens and dots, such as app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://a-.example.com"]}""",
                [
                    "baseUris[0]: \"https://a-.example.com\" has no valid host name. Write a host of letters, digits, hyphens and dots, such as app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://ex ample.com"]}""",
                [
                    "baseUris[0]: \"https://ex ample.com\" has white space or a control character. Leave it away, or write a space in a path as %20.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com\\x"]}""",
                [
                    "baseUris[0]: \"https://app.example.com\\x\" has a back slash, which browsers read as a slash. Write /.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https:app.example.com"]}""",
                [
                    "baseUris[0]: \"https:app.example.com\" is not an absolute URI. Write it with scheme and host, such as https://app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://ex%61mple.com"]}""",
                [
                    "baseUris[0]: \"https://ex%61mple.com\" has no valid host name. Write a host of letters, digits, hyphens and dots, such as app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://exa$mple.com"]}""",
                [
                    "baseUris[0]: \"https://exa$mple.com\" has no valid host name. Write a host of letters, digits, hyphens and dots, such as app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com"]}""",
                [
                    "baseUris[0]: \"https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example…\" has no valid host name. Write a host of letters, digits, hyphens and dots, such as app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com"]}""",
                [
                    "baseUris[0]: \"https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaa…\" has no valid host name. Write a host of letters, digits, hyphens and dots, such as app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://xn--zz--.example.com"]}""",
                [
                    "baseUris[0]: \"https://xn--zz--.example.com\" has no valid host name. Write a host of letters, digits, hyphens and dots, such as app.example.com.",
                ]
            },
            {
                "base URIs",
                """{"baseUris": ["https://app.example.com", "https://APP.example.com:443"]}""",
                ["baseUris[1]: https://app.example.com is there twice. Keep one of them."]
            },
            {
                "base URIs",
                """{"baseUris": ["http://localhost:80", "http://localhost"]}""",
                ["baseUris[1]: http://localhost is there twice. Keep one of them."]
            },
            // trusted origins
            {
                "trusted origins",
                """{"trustedOrigins": ["https://other.example.com"]}""",
                [
                    "trustedOrigins[0]: https://other.example.com is not among the application's base URIs. Add https://other.example.com to baseUris, or leave it away here.",
                ]
            },
            {
                "trusted origins",
                """{"trustedOrigins": ["https://app.example.com:8443"]}""",
                [
                    "trustedOrigins[0]: https://app.example.com:8443 is not among the application's base URIs. Add https://app.example.com:8443 to baseUris, or leave it away here.",
                ]
            },
            {
                "trusted origins",
                """{"trustedOrigins": ["https://app.example.com", "https://app.example.com"]}""",
                ["trustedOrigins[1]: https://app.example.com is there twice. Keep one of them."]
            },
            {
                "trusted origins",
                """{"trustedOrigins": ["https://app.example.com/"]}""",
                [
                    "trustedOrigins[0]: \"https://app.example.com/\" has a slash at its end, but an origin is scheme, host and port only. Write https://app.example.com.",
                ]
            },
            // sign-in redirect URIs
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["/login/callback"]}""",
                [
                    "signInRedirectUris[0]: \"/login/callback\" is not an absolute URI. Write it with scheme and host, such as https://app.example.com.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/cb#frag"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/cb#frag\" has a fragment, which Okta does not take. Leave away # and what follows.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/cb#"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/cb#\" has a fragment, which Okta does not take. Leave away # and what follows.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://me@app.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: the URI has user information before its host, which does not belong here. Leave away all from // to @.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/a/../cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/a/../cb\" has a dot segment, which browsers resolve before they ask. Write the path that is meant.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/./cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/./cb\" has a dot segment, which browsers resolve before they ask. Write the path that is meant.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/a/%2E%2e"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/a/%2E%2e\" has a dot segment, which browsers resolve before they ask. Write the path that is meant.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com\\cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com\\cb\" has a back slash, which browsers read as a slash. Write /.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/c b"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/c b\" has white space or a control character. Leave it away, or write a space in a path as %20.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/c\tb"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/c\\u0009b\" has white space at an end or a control character. Leave it away.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/é"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/é\" has a character that a URI cannot hold. Write it percent-encoded, such as %C3%A9 for é.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/%zz"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/%zz\" has a character that a URI cannot hold. Write it percent-encoded, such as %C3%A9 for é.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/<x>"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/<x>\" has a character that a URI cannot hold. Write it percent-encoded, such as %C3%A9 for é.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["http://app.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: \"http://app.example.com/cb\" is reached by plain http, where anyone on the way can read codes and tokens. Use https; http is for localhost only.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["com.example:/cb"]}""",
                [
                    "signInRedirectUris[0]: \"com.example:/cb\" is not an absolute URI. Write it with scheme and host, such as https://app.example.com.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://other.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: https://other.example.com is not among the application's base URIs. Add https://other.example.com to baseUris, or write a page of one of them.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com:8443/cb"]}""",
                [
                    "signInRedirectUris[0]: https://app.example.com:8443 is not among the application's base URIs. Add https://app.example.com:8443 to baseUris, or write a page of one of them.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["http://localhost:8080/cb"]}""",
                [
                    "signInRedirectUris[0]: http://localhost:8080 is not among the application's base URIs. Add http://localhost:8080 to baseUris, or write a page of one of them.",
                ]
            },
            {
                "sign-in redirect URIs",
                """{"signInRedirectUris": ["https://app.example.com/cb", "https://APP.example.com:443/cb"]}""",
                ["signInRedirectUris[1]: https://app.example.com/cb is there twice. Keep one of them."]
            },
            // wildcards
            {
                "wildcards",
                """{"signInRedirectUris": ["https://*.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://*.example.com/cb\" has a wildcard, and wildcardRedirect is off. Write each URI out, or set wildcardRedirect: true, which Okta discourages.",
                ]
            },
            {
                "wildcards",
                """{"signInRedirectUris": ["https://app.example.com/*"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/*\" has a wildcard, and wildcardRedirect is off. Write each URI out, or set wildcardRedirect: true, which Okta discourages.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true}""",
                [
                    "wildcardRedirect: no sign-in redirect URI has a *. Add one to signInRedirectUris, or leave wildcardRedirect away.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app.example.com/cb"]}""",
                ["wildcardRedirect: no sign-in redirect URI has a *. Leave wildcardRedirect away."]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.*.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://*.*.example.com/cb\" has its wildcard in the wrong place. Write one *, in the leftmost label of the host, as in https://*.example.com/login/callback.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://**.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://**.example.com/cb\" has its wildcard in the wrong place. Write one *, in the leftmost label of the host, as in https://*.example.com/login/callback.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app.*.com/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.*.com/cb\" has its wildcard in the wrong place. Write one *, in the leftmost label of the host, as in https://*.example.com/login/callback.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app.example.com/*"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/*\" has its wildcard in the wrong place. Write one *, in the leftmost label of the host, as in https://*.example.com/login/callback.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app.example.com:*/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com:*/cb\" has its wildcard in the wrong place. Write one *, in the leftmost label of the host, as in https://*.example.com/login/callback.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["http://*.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: \"http://*.example.com/cb\" has a wildcard without https. Use https, or write each URI out.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.com/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://*.com/cb\" would send codes to hosts that anyone can own: com is a public suffix. Use a wildcard below a domain of your own, or write each URI out.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.co.uk/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://*.co.uk/cb\" would send codes to hosts that anyone can own: co.uk is a public suffix. Use a wildcard below a domain of your own, or write each URI out.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://*/cb\" has no valid host behind its wildcard. Write a host such as *.example.com.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com:8443/cb"]}""",
                [
                    "signInRedirectUris[0]: https://*.example.com:8443/cb matches none of the application's base URIs. Add the base URI that it stands for, or mend the wildcard.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.other.test/cb"]}""",
                [
                    "signInRedirectUris[0]: https://*.other.test/cb matches none of the application's base URIs. Add the base URI that it stands for, or mend the wildcard.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://app-*.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: https://app-*.example.com/cb matches none of the application's base URIs. Add the base URI that it stands for, or mend the wildcard.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb#x"]}""",
                [
                    "signInRedirectUris[0]: \"https://*.example.com/cb#x\" has a fragment, which Okta does not take. Leave away # and what follows.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://bü*.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://bü*.example.com/cb\" has no valid label around its wildcard. Write letters, digits and hyphens around the *.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.1.2.3.4/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://*.1.2.3.4/cb\" has no valid host behind its wildcard. Write a host such as *.example.com.",
                ]
            },
            {
                "wildcards",
                """{"baseUris": ["https://team-a.vercel.app"], "wildcardRedirect": true, "signInRedirectUris": ["https://team-*.vercel.app/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://team-*.vercel.app/cb\" would send codes to hosts that anyone can own: vercel.app is a public suffix. Use a wildcard below a domain of your own, or write each URI out.",
                ]
            },
            {
                "wildcards",
                """{"baseUris": ["https://a.github.io"], "wildcardRedirect": true, "signInRedirectUris": ["https://*.github.io/cb"]}""",
                [
                    "signInRedirectUris[0]: \"https://*.github.io/cb\" would send codes to hosts that anyone can own: github.io is a public suffix. Use a wildcard below a domain of your own, or write each URI out.",
                ]
            },
            {
                "wildcards",
                """{"baseUris": ["https://a.b.example.com"], "wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb"]}""",
                [
                    "signInRedirectUris[0]: https://*.example.com/cb matches none of the application's base URIs. Add the base URI that it stands for, or mend the wildcard.",
                ]
            },
            {
                "wildcards",
                """{"wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb", "https://*.EXAMPLE.com/cb"]}""",
                ["signInRedirectUris[1]: https://*.example.com/cb is there twice. Keep one of them."]
            },
            // sign-out redirect URIs
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["https://app.example.com/#bye"]}""",
                [
                    "signOutRedirectUris[0]: \"https://app.example.com/#bye\" has a fragment, which Okta does not take. Leave away # and what follows.",
                ]
            },
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["https://*.example.com"]}""",
                [
                    "signOutRedirectUris[0]: \"https://*.example.com\" has a wildcard, which Okta takes in sign-in redirect URIs only, in place of or within the leftmost label of the host. Write each URI out.",
                ]
            },
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["http://app.example.com/bye"]}""",
                [
                    "signOutRedirectUris[0]: \"http://app.example.com/bye\" is reached by plain http, where anyone on the way can read codes and tokens. Use https; http is for localhost only.",
                ]
            },
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["bye"]}""",
                [
                    "signOutRedirectUris[0]: \"bye\" is not an absolute URI. Write it with scheme and host, such as https://app.example.com.",
                ]
            },
            {
                "sign-out redirect URIs",
                """{"signOutRedirectUris": ["https://app.example.com/bye", "https://app.example.com/bye"]}""",
                ["signOutRedirectUris[1]: https://app.example.com/bye is there twice. Keep one of them."]
            },
            // initiate login URIs
            {
                "initiate login URIs",
                """{"initiateLoginUri": "/login"}""",
                [
                    "initiateLoginUri: \"/login\" is not an absolute URI. Write it with scheme and host, such as https://app.example.com.",
                ]
            },
            {
                "initiate login URIs",
                """{"initiateLoginUri": "https://app.example.com/login#x"}""",
                [
                    "initiateLoginUri: \"https://app.example.com/login#x\" has a fragment, which Okta does not take. Leave away # and what follows.",
                ]
            },
            {
                "initiate login URIs",
                """{"initiateLoginUri": "http://app.example.com/login"}""",
                [
                    "initiateLoginUri: \"http://app.example.com/login\" is reached by plain http, where anyone on the way can read codes and tokens. Use https; http is for localhost only.",
                ]
            },
            {
                "initiate login URIs",
                """{"initiateLoginUri": "https://*.example.com/login"}""",
                [
                    "initiateLoginUri: \"https://*.example.com/login\" has a wildcard, which Okta takes in sign-in redirect URIs only, in place of or within the leftmost label of the host. Write each URI out.",
                ]
            },
            // tiles
            {
                "tiles",
                """{"tile": true}""",
                [
                    "tile: a tile on the dashboard leads to the initiate login URI, and there is none. Add initiateLoginUri, or leave tile away.",
                ]
            },
            {
                "tiles",
                """{"tile": "true"}""",
                [
                    "tile: a tile on the dashboard leads to the initiate login URI, and there is none. Add initiateLoginUri, or leave tile away.",
                ]
            },
            // grace periods
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": -1}}""",
                [
                    "refreshToken.gracePeriodSeconds: this is -1, not a whole number from 0 to 60. Write a whole number from 0 to 60.",
                ]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": 61}}""",
                [
                    "refreshToken.gracePeriodSeconds: this is 61, not a whole number from 0 to 60. Write a whole number from 0 to 60.",
                ]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": 90}}""",
                [
                    "refreshToken.gracePeriodSeconds: this is 90, not a whole number from 0 to 60. Write a whole number from 0 to 60.",
                ]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": 30.5}}""",
                [
                    "refreshToken.gracePeriodSeconds: this is 30.5, not a whole number from 0 to 60. Write a whole number from 0 to 60.",
                ]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": "61"}}""",
                [
                    "refreshToken.gracePeriodSeconds: this is the text \"61\", not a whole number from 0 to 60. Write a whole number from 0 to 60.",
                ]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": "thirty"}}""",
                [
                    "refreshToken.gracePeriodSeconds: this is the text \"thirty\", not a whole number from 0 to 60. Write a whole number from 0 to 60.",
                ]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": "030"}}""",
                [
                    "refreshToken.gracePeriodSeconds: this is the text \"030\", not a whole number from 0 to 60. Write a whole number from 0 to 60.",
                ]
            },
            {
                "grace periods",
                """{"refreshToken": {"gracePeriodSeconds": true}}""",
                [
                    "refreshToken.gracePeriodSeconds: this is true, not a whole number from 0 to 60. Write a whole number from 0 to 60.",
                ]
            },
            {
                "grace periods",
                """{"refreshToken": {"rotation": "persistent", "gracePeriodSeconds": 30}}""",
                [
                    "refreshToken.gracePeriodSeconds: a persistent refresh token is not rotated, so there is no grace period. Leave it away, or write rotation: rotate.",
                ]
            },
            {
                "grace periods",
                """{"refreshToken": {"rotation": "persistent", "gracePeriodSeconds": 0}}""",
                [
                    "refreshToken.gracePeriodSeconds: a persistent refresh token is not rotated, so there is no grace period. Leave it away, or write rotation: rotate.",
                ]
            },
            // scopes
            {
                "scopes",
                """{"scopes": ["profile", "email"]}""",
                ["scopes: openid is missing, without which nobody is signed in. Add openid."]
            },
            {
                "scopes",
                """{"scopes": ["email"]}""",
                ["scopes: openid is missing, without which nobody is signed in. Add openid."]
            },
            {
                "scopes",
                """{"scopes": ["openid", "okta.users.read"]}""",
                [
                    "scopes[1]: \"okta.users.read\" is a scope of Okta's own API, which code in a browser must not hold. Leave it away.",
                ]
            },
            {
                "scopes",
                """{"issuer": "default", "scopes": ["openid", "okta.apps.manage"]}""",
                [
                    "scopes[1]: \"okta.apps.manage\" is a scope of Okta's own API, which code in a browser must not hold. Leave it away.",
                ]
            },
            {
                "scopes",
                """{"scopes": ["openid", "orders:read"]}""",
                [
                    "scopes[1]: \"orders:read\" is not a scope of the organization's own authorization server. Use openid, profile, email, address, phone, offline_access or groups, or name the custom authorization server as issuer.",
                ]
            },
            {
                "scopes",
                """{"scopes": ["openid", "orders"]}""",
                [
                    "scopes[1]: \"orders\" is not a scope of the organization's own authorization server. Use openid, profile, email, address, phone, offline_access or groups, or name the custom authorization server as issuer.",
                ]
            },
            {
                "scopes",
                """{"scopes": ["openid", "openid"]}""",
                ["scopes[1]: \"openid\" is there twice. Keep one of them."]
            },
            {
                "scopes",
                """{"issuer": "default", "scopes": ["openid", "two words"]}""",
                [
                    "scopes[1]: \"two words\" is not a scope. Write one scope an entry, without spaces, quotation marks and back slashes.",
                ]
            },
            {
                "scopes",
                """{"issuer": "default", "scopes": ["openid", "quo\"te"]}""",
                [
                    "scopes[1]: \"quo\"te\" is not a scope. Write one scope an entry, without spaces, quotation marks and back slashes.",
                ]
            },
            {
                "scopes",
                """{"refreshToken": "none", "scopes": ["openid", "offline_access"]}""",
                [
                    "scopes[1]: offline_access asks for refresh tokens, and refreshToken is none. Leave it away, or turn refresh tokens on.",
                ]
            },
            // issuers
            {
                "issuers",
                """{"issuer": "custom"}""",
                [
                    "issuer: \"custom\" is not valid here. Write org, default, or the id of an authorization server, which begins with aus.",
                ]
            },
            {
                "issuers",
                """{"issuer": "https://example.okta.com/oauth2/default"}""",
                [
                    "issuer: \"https://example.okta.com/oauth2/default\" is not valid here. Write org, default, or the id of an authorization server, which begins with aus.",
                ]
            },
            {
                "issuers",
                """{"issuer": "AUS123"}""",
                [
                    "issuer: \"AUS123\" is not valid here. Write org, default, or the id of an authorization server, which begins with aus.",
                ]
            },
            // authentication policies
            {
                "authentication policies",
                """{"authenticationPolicy": "Any two factors"}""",
                [
                    "authenticationPolicy: \"Any two factors\" is not valid here. Write the id of an authentication policy, which begins with rst.",
                ]
            },
            {
                "authentication policies",
                """{"authenticationPolicy": "00p123"}""",
                [
                    "authenticationPolicy: \"00p123\" is not valid here. Write the id of an authentication policy, which begins with rst.",
                ]
            },
            // groups
            {
                "groups",
                """{"access": {"groups": ["Everyone"]}}""",
                [
                    "access.groups[0]: Everyone is a group that Okta manages itself. Write access: everyone, or name groups of your own.",
                ]
            },
            {
                "groups",
                """{"access": {"groups": ["everyone", "Engineering"]}}""",
                [
                    "access.groups[0]: everyone is a group that Okta manages itself. Write access: everyone, or name groups of your own.",
                ]
            },
            {
                "groups",
                """{"access": {"groups": ["Okta Administrators"]}}""",
                [
                    "access.groups[0]: Okta Administrators is a group that Okta manages itself. Write access: everyone, or name groups of your own.",
                ]
            },
            {
                "groups",
                """{"access": {"groups": ["Engineering", "Engineering"]}}""",
                ["access.groups[1]: \"Engineering\" is there twice. Keep one of them."]
            },
            { "groups", """{"access": {"groups": [""]}}""", ["access.groups[0]: this text is empty. Write one."] },
            // PR_NUMBER
            {
                "PR_NUMBER",
                """{"label": "Storefront PR_NUMBER"}""",
                [
                    "label: \"Storefront PR_NUMBER\" holds PR_NUMBER, which stands for a number only in the stack of a pull request. Write the text out; stacks of pull requests are named pr-<number>.",
                ]
            },
            {
                "PR_NUMBER",
                """{"signInRedirectUris": ["https://app.example.com/PR_NUMBER"]}""",
                [
                    "signInRedirectUris[0]: \"https://app.example.com/PR_NUMBER\" holds PR_NUMBER, which stands for a number only in the stack of a pull request. Write the text out; stacks of pull requests are named pr-<number>.",
                ]
            },
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
                ["prodution: there is no key \"prodution\" here. Did you mean production?"]
            },
            // missing keys
            {
                "missing keys",
                """{"applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["production: this key is missing, and has no default. Add production."]
            },
            {
                "missing keys",
                """{"production": false}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["applications: this key is missing, and has no default. Add applications."]
            },
            {
                "missing keys",
                """{}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "production: this key is missing, and has no default. Add production.",
                    "applications: this key is missing, and has no default. Add applications.",
                ]
            },
            // null
            {
                "null",
                """{"production": null, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["production: there is no value. Write one."]
            },
            {
                "null",
                """{"production": false, "applications": {"storefront": {"label": null, "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["applications.storefront.label: there is no value. Write one."]
            },
            {
                "null",
                """{"production": false, "applications": {"storefront": null}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["applications.storefront: there is no value. Write one."]
            },
            // duplicate keys
            {
                "duplicate keys",
                """{"production":false,"production":false,"applications":{}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["production: this key is there twice. Keep one of them."]
            },
            {
                "duplicate keys",
                """{"production":false,"applications":{"a":{"label":"A","baseUris":["https://a.example.com"],"access":"everyone"},"a":{"label":"B","baseUris":["https://b.example.com"],"access":"everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["applications.a: this key is there twice. Keep one of them."]
            },
            // wrong kinds
            {
                "wrong kinds",
                """{"production": "yes", "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["production: this is the text \"yes\", not true or false. Write true or false."]
            },
            {
                "wrong kinds",
                """{"production": 1, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["production: this is 1, not true or false. Write true or false."]
            },
            {
                "wrong kinds",
                """{"production": false, "applications": ["a"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["applications: this is a list, not a mapping. Write a mapping of names."]
            },
            {
                "wrong kinds",
                """{"production": false, "applications": {"storefront": "x"}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront: this is the text \"x\", not a mapping. Write a mapping of formerly, label, baseUris, trustedOrigins, signInRedirectUris, signOutRedirectUris, initiateLoginUri, tile, access, refreshToken, wildcardRedirect, authenticationPolicy, issuer, scopes.",
                ]
            },
            {
                "wrong kinds",
                """[]""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "okta-spa:settings: this is a list, not a mapping of settings. Write production and applications below it.",
                ]
            },
            {
                "wrong kinds",
                """ "text" """,
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "okta-spa:settings: this is text, not a mapping of settings. Write production and applications below it.",
                ]
            },
            {
                "wrong kinds",
                """null""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "okta-spa:settings: this is nothing, not a mapping of settings. Write production and applications below it.",
                ]
            },
            // logical names
            {
                "logical names",
                """{"production": false, "applications": {"Storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.Storefront: \"Storefront\" is not valid here. Write lower-case letters, digits and hyphens, a letter first.",
                ]
            },
            {
                "logical names",
                """{"production": false, "applications": {"1st": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications[\"1st\"]: \"1st\" is not valid here. Write lower-case letters, digits and hyphens, a letter first.",
                ]
            },
            {
                "logical names",
                """{"production": false, "applications": {"my.app": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications[\"my.app\"]: \"my.app\" is not valid here. Write lower-case letters, digits and hyphens, a letter first.",
                ]
            },
            {
                "logical names",
                """{"production": false, "applications": {"store_front": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.store_front: \"store_front\" is not valid here. Write lower-case letters, digits and hyphens, a letter first.",
                ]
            },
            // former names
            {
                "former names",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone", "formerly": "storefront"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.formerly: this is the name that the application has now. Leave it away, or write the name from before.",
                ]
            },
            {
                "former names",
                """{"production": false, "applications": {"a": {"label": "A", "baseUris": ["https://app.example.com"], "access": "everyone", "formerly": "b"}, "b": {"label": "B", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.a.formerly: there is an application b, which keeps its own client id. Leave it away, or write the name from before.",
                ]
            },
            {
                "former names",
                """{"production": false, "applications": {"a": {"label": "A", "baseUris": ["https://app.example.com"], "access": "everyone", "formerly": "c"}, "b": {"label": "B", "baseUris": ["https://app.example.com"], "access": "everyone", "formerly": "c"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["applications.b.formerly: a was formerly c too. Keep it where the client id belongs."]
            },
            // labels
            {
                "labels",
                """{"production": false, "applications": {"a": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}, "b": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.b.label: a has the label \"Storefront\" too. Write another one, so that people can tell them apart.",
                ]
            },
            {
                "labels",
                """{"production": false, "applications": {"a": {"label": "storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}, "b": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.b.label: a has the label \"Storefront\" too. Write another one, so that people can tell them apart.",
                ]
            },
            // production
            {
                "production",
                """{"production": true, "applications": {"storefront": {"label": "Storefront", "baseUris": ["http://localhost:8080"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.baseUris[0]: http://localhost:8080 is on the machine of whoever opens it, which has no place in production. Write where the application is served, by https.",
                ]
            },
            {
                "production",
                """{"production": true, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com", "https://127.0.0.1:8443"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.baseUris[1]: https://127.0.0.1:8443 is on the machine of whoever opens it, which has no place in production. Write where the application is served, by https.",
                ]
            },
            {
                "production",
                """{"production": true, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com", "https://[::1]", "https://dev.localhost"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.baseUris[1]: https://[::1] is on the machine of whoever opens it, which has no place in production. Write where the application is served, by https.",
                    "applications.storefront.baseUris[2]: https://dev.localhost is on the machine of whoever opens it, which has no place in production. Write where the application is served, by https.",
                ]
            },
            {
                "production",
                """{"production": true, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone", "signOutRedirectUris": ["http://localhost:8080"], "initiateLoginUri": "https://localhost/login"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.signOutRedirectUris[0]: http://localhost:8080 is on the machine of whoever opens it, which has no place in production. Write where the application is served, by https.",
                    "applications.storefront.initiateLoginUri: https://localhost/login is on the machine of whoever opens it, which has no place in production. Write where the application is served, by https.",
                ]
            },
            // origins managed elsewhere
            {
                "origins managed elsewhere",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "trustedOriginsManagedElsewhere": ["https://other.example.com"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "trustedOriginsManagedElsewhere[0]: https://other.example.com is a trusted origin of no application here. Leave it away, or add it to an application's trustedOrigins.",
                ]
            },
            {
                "origins managed elsewhere",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "trustedOriginsManagedElsewhere": ["https://app.example.com", "https://app.example.com"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                ["trustedOriginsManagedElsewhere[1]: https://app.example.com is there twice. Keep one of them."]
            },
            {
                "origins managed elsewhere",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone", "trustedOrigins": []}}, "trustedOriginsManagedElsewhere": ["https://app.example.com"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "trustedOriginsManagedElsewhere[0]: https://app.example.com is a trusted origin of no application here. Leave it away, or add it to an application's trustedOrigins.",
                ]
            },
            {
                "origins managed elsewhere",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "trustedOriginsManagedElsewhere": ["https://app.example.com/"]}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "trustedOriginsManagedElsewhere[0]: \"https://app.example.com/\" has a slash at its end, but an origin is scheme, host and port only. Write https://app.example.com.",
                ]
            },
            // custom domains
            {
                "custom domains",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "customDomain": "https://login.example.com"}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "customDomain: \"https://login.example.com\" is not a bare host name. Write a host such as login.example.com, without scheme, port and path.",
                ]
            },
            {
                "custom domains",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}, "customDomain": "login"}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "customDomain: \"login\" is not a bare host name. Write a host such as login.example.com, without scheme, port and path.",
                ]
            },
            {
                "custom domains",
                """{"production": false, "customDomain": "dev-00000000.okta.com", "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "customDomain: dev-00000000.okta.com is Okta's, not a domain of yours. Leave it away, or write the organization's custom domain.",
                ]
            },
            {
                "custom domains",
                """{"production": false, "customDomain": "okta.com", "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "customDomain: okta.com is Okta's, not a domain of yours. Leave it away, or write the organization's custom domain.",
                ]
            },
            // organizations
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "https://dev-00000000.okta.com",
                "okta.com",
                [
                    "okta:orgName: \"https://dev-00000000.okta.com\" is not valid here. Write the organization's bare name, such as dev-00000000, without -admin, scheme and domain.",
                ]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000.okta.com",
                "okta.com",
                [
                    "okta:orgName: \"dev-00000000.okta.com\" is not valid here. Write the organization's bare name, such as dev-00000000, without -admin, scheme and domain.",
                ]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000-admin",
                "okta.com",
                ["okta:orgName: \"dev-00000000-admin\" is the host of the Admin Console. Write dev-00000000."]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                null,
                "okta.com",
                [
                    "okta:orgName: this key is missing, but the front end's issuer is made of it. Add it: write the organization's bare name, such as dev-00000000, without -admin, scheme and domain.",
                ]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                null,
                [
                    "okta:baseUrl: this key is missing, but the front end's issuer is made of it. Add it: write the bare domain of the organization's host, such as okta.com.",
                ]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "https://okta.com",
                [
                    "okta:baseUrl: \"https://okta.com\" is not valid here. Write the bare domain of the organization's host, such as okta.com.",
                ]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "okta",
                [
                    "okta:baseUrl: \"okta\" is not valid here. Write the bare domain of the organization's host, such as okta.com.",
                ]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "okta.com",
                [
                    "okta:orgName: \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\" is not valid here. Write the organization's bare name, such as dev-00000000, without -admin, scheme and domain.",
                ]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "otka.com",
                [
                    "okta:baseUrl: \"otka.com\" is not a domain of Okta's, and would be sent the credentials. Did you mean okta.com?",
                ]
            },
            {
                "organizations",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "dev",
                "dev-00000000",
                "dev-00000000.okta.com",
                [
                    "okta:baseUrl: \"dev-00000000.okta.com\" has a name before Okta's domain. Write okta.com; the name is okta:orgName.",
                ]
            },
            // environments of pull requests
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront", "baseUris": ["https://pr-PR_NUMBER.example.com"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.label: PR_NUMBER must be in every label, so that the environments of pull requests do not collide. Write PR_NUMBER into it, as in Storefront (PR_NUMBER).",
                ]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.baseUris[0]: PR_NUMBER must be in the host of every base URI, so that the environments of pull requests do not collide. Write PR_NUMBER into it, as in https://pr-PR_NUMBER.example.com.",
                ]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://app.example.com:PR_NUMBER"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.baseUris[0]: PR_NUMBER must be in the host of every base URI, so that the environments of pull requests do not collide. Write PR_NUMBER into it, as in https://pr-PR_NUMBER.example.com.",
                ]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://app7.example.com:808PR_NUMBER"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.baseUris[0]: PR_NUMBER must be in the host of every base URI, so that the environments of pull requests do not collide. Write PR_NUMBER into it, as in https://pr-PR_NUMBER.example.com.",
                ]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com", "https://pr.example.com"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.baseUris[1]: PR_NUMBER must be in the host of every base URI, so that the environments of pull requests do not collide. Write PR_NUMBER into it, as in https://pr-PR_NUMBER.example.com.",
                ]
            },
            {
                "environments of pull requests",
                """{"production": true, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com"], "access": "everyone"}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                ["production: the environment of a pull request runs code that nobody has reviewed. Write false."]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com"], "access": "everyone", "wildcardRedirect": true, "signInRedirectUris": ["https://*.example.com/cb"]}}}""",
                "pr-7",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.wildcardRedirect: the environment of a pull request has its own exact URIs. Write false, or leave the key away.",
                ]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://pr-PR_NUMBER.example.com"], "access": "everyone"}}}""",
                "pr-x",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.label: \"Storefront PR_NUMBER\" holds PR_NUMBER, which stands for a number only in the stack of a pull request. Write the text out; stacks of pull requests are named pr-<number>.",
                    "applications.storefront.baseUris[0]: \"https://pr-PR_NUMBER.example.com\" holds PR_NUMBER, which stands for a number only in the stack of a pull request. Write the text out; stacks of pull requests are named pr-<number>.",
                ]
            },
            {
                "environments of pull requests",
                """{"production": false, "applications": {"storefront": {"label": "Storefront PR_NUMBER", "baseUris": ["https://app.example.com"], "access": "everyone"}}}""",
                "pr-07",
                "dev-00000000",
                "okta.com",
                [
                    "applications.storefront.label: \"Storefront PR_NUMBER\" holds PR_NUMBER, which stands for a number only in the stack of a pull request. Write the text out; stacks of pull requests are named pr-<number>.",
                ]
            },
            // several at once
            {
                "several at once",
                """{"production": "maybe", "aplications": {}, "applications": {"a": {"label": "A", "baseUris": ["https://a.example.com/"], "access": "all"}, "b": {"baseUris": ["http://b.example.com"], "access": {"groups": ["Everyone"]}, "refreshToken": {"gracePeriodSeconds": 90}}}}""",
                "dev",
                "dev-00000000",
                "okta.com",
                [
                    "production: this is the text \"maybe\", not true or false. Write true or false.",
                    "aplications: there is no key \"aplications\" here. Did you mean applications?",
                    "applications.a.access: this is the text \"all\", not everyone or a mapping. Write everyone, or a mapping such as { groups: [Engineering] }.",
                    "applications.b.refreshToken.gracePeriodSeconds: this is 90, not a whole number from 0 to 60. Write a whole number from 0 to 60.",
                    "applications.b.label: this key is missing, and has no default. Add label.",
                    "applications.a.baseUris[0]: \"https://a.example.com/\" has a slash at its end, but an origin is scheme, host and port only. Write https://a.example.com.",
                    "applications.b.baseUris[0]: \"http://b.example.com\" is reached by plain http, where anyone on the way can read codes and tokens. Use https; http is for localhost only.",
                    "applications.b.access.groups[0]: Everyone is a group that Okta manages itself. Write access: everyone, or name groups of your own.",
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Applications))]
    public void Whatever_is_wrong_in_an_application_is_told_to_the_letter(
        string about,
        string change,
        string[] problems
    )
    {
        var (settings, found) = StackSettings.Read(Config.Of(Config.With(change)), "okta-spa", "dev");

        Assert.Equal(
            problems.Select(problem => $"applications.storefront.{problem}"),
            found.Select(problem => problem.ToString())
        );
        Assert.True(settings is null, about);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Whatever_is_wrong_in_a_stack_is_told_to_the_letter(
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

        Assert.Equal(problems, found.Select(problem => problem.ToString()));
        Assert.True(read is null, about);
    }
}
