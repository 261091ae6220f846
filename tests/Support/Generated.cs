using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace OktaSpa.Tests.Support;

/// <summary>
/// Settings that FsCheck makes up. Most are right; those of <see cref="AnySettings"/> may break any rule.
/// </summary>
public static class Generated
{
    private static readonly string[] Names = ["admin", "shop", "shop-2", "storefront", "x"];
    private static readonly string[] Origins =
    [
        "https://app.example.com",
        "https://www.example.com:8443",
        "http://localhost:8080",
        "https://bücher.example",
        "http://[::1]:3000",
        "https://a.b.example.org",
    ];
    private static readonly string[] Groups =
    [
        "Engineering",
        "Customer Support",
        "00gmarketing00000000",
        "Sales \"East\"",
        "Größe & Co",
    ];
    private static readonly (string Name, string Value)[] Declared =
    [
        ("Engineering", "{}"),
        ("Größe & Co", """{ "description": "For the tall", "rule": "user.size == \"L\"", "formerly": "Small" }"""),
    ];

    // What an application may have beside, whatever else it has.
    private static readonly (string Key, string Value)[] Extras =
    [
        ("formerly", "\"old-{0}\""),
        ("clientId", "\"{0}-client-id\""),
        ("consent", "\"required\""),
        ("issuerMode", "\"dynamic\""),
        ("issuerMode", "\"org\""),
        ("tokenNetworkZones", """{ "allow": ["nzo1", "nzo2"] }"""),
        ("tokenNetworkZones", """{ "block": ["nzo3"] }"""),
        ("authenticationPolicy", "\"rst1\""),
        ("foreignRedirectUris", """["https://oauth.pstmn.io/v1/callback"]"""),
        ("signOutRedirectUris", "[]"),
        ("scopes", """["openid", "groups"]"""),
        ("okta", """{ "logoUri": "https://cdn.example.com/logo.png", "autoKeyRotation": false, "status": "ACTIVE" }"""),
    ];
    private static readonly string[] Oddities =
    [
        "",
        " ",
        "everyone",
        "none",
        "https://*.example.com/cb",
        "https://*.vercel.app/cb",
        "http://app.example.com/cb",
        "https://app.example.com/cb#x",
        "https://app.example.com/../cb",
        "https://user:secret@app.example.com/cb",
        "https://app.example.com:443/cb",
        "HTTPS://APP.example.com/cb",
        "https://app.example.com/cb",
        "https://xn--zz--.example.com",
        "https://127.1/cb",
        "PR_NUMBER",
        "openid",
        "offline_access",
        "okta.apps.read",
        "Everyone",
        "org",
        "default",
        "aus1",
        "rst1",
        "true",
        "30",
        "61",
        "-1",
        "\u0001",
        "https://",
    ];

    /// <summary>Settings that break no rule.</summary>
    public static Arbitrary<RightSettings> RightSettings() =>
        Arb.From(
            from names in SubsetOf(Names)
            from applications in Gen.CollectToList(names, Application)
            from declared in Gen.Choose(0, Declared.Length)
            select new RightSettings(
                new JsonObject
                {
                    ["production"] = false,
                    ["groups"] = new JsonObject(
                        Declared
                            .Take(declared)
                            .Select(pair => KeyValuePair.Create(pair.Name, JsonNode.Parse(pair.Value)))
                    ),
                    ["applications"] = new JsonObject(
                        names.Zip(
                            applications,
                            (name, application) => KeyValuePair.Create(name, (JsonNode?)application)
                        )
                    ),
                }
            )
        );

    /// <summary>Right settings with any number of values put in anywhere that do not belong there.</summary>
    public static Arbitrary<AnySettings> AnySettings() =>
        Arb.From(
            from right in RightSettings().Generator
            from changes in Gen.ListOf(Gen.Zip(Gen.Choose(0, 10_000), Oddity()), 3)
            from count in Gen.Choose(0, 3)
            select new AnySettings(changes.Take(count).Aggregate(right.Json, Put))
        );

    private static Gen<JsonNode?> Oddity() =>
        Gen.OneOf(
            Gen.Elements(Oddities).Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Choose(-1, 61).Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Constant<JsonNode?>(null),
            Gen.Constant<JsonNode?>(new JsonArray()),
            Gen.Constant<JsonNode?>(new JsonObject()),
            Gen.Elements(true, false).Select(flag => (JsonNode?)JsonValue.Create(flag)),
            SubsetOf(Oddities)
                .Select(texts => (JsonNode?)new JsonArray([.. texts.Take(3).Select(text => (JsonNode?)text)]))
        );

    private static Gen<JsonObject> Application(string name) =>
        from baseUris in SubsetOf(Origins)
        from trusted in Gen.Elements(0, 1, 2)
        from everyone in Gen.Elements(true, false)
        from groups in SubsetOf(Groups)
        from path in Gen.Elements("/cb", "/login/callback", "/authentication/login-callback?x=1")
        from exact in Gen.Elements(true, false)
        from refresh in Gen.Elements(
            "\"none\"",
            "{}",
            """{ "rotation": "persistent" }""",
            """{ "gracePeriodSeconds": 0 }""",
            """{ "gracePeriodSeconds": "60" }"""
        )
        from issuer in Gen.Elements("org", "default")
        from tile in Gen.Elements("false", "true", """{ "ios": true }""")
        from embedded in Gen.Elements(true, false)
        from extras in SubsetOf([.. Enumerable.Range(0, Extras.Length)])
        from extra in Gen.Choose(0, extras.Length)
        from policy in Gen.Elements("\"none\"", "{}", """{ "accessTokenMinutes": 5, "refreshTokenMinutes": 0 }""")
        let more = new KeyValuePair<string, JsonNode?>?[]
        {
            trusted == 0 ? null : KeyValue("trustedOrigins", Texts(trusted == 1 ? [] : baseUris.Take(1))),
            exact ? KeyValue("signInRedirectUris", Texts(baseUris.Select(origin => origin + path))) : null,
            KeyValue("refreshToken", JsonNode.Parse(refresh)),
            KeyValue("issuer", issuer),
            tile == "false" ? null : KeyValue("initiateLoginUri", baseUris[0] + "/login"),
            KeyValue("tile", JsonNode.Parse(tile)),
            issuer == "org" ? null : KeyValue("tokenPolicy", JsonNode.Parse(policy)),
            // Its pages must be trusted, all of them.
            trusted == 0
            && embedded
                ? KeyValue("embeddedSignIn", true)
                : null,
        }
        select new JsonObject(
            new[]
            {
                KeyValuePair.Create("label", (JsonNode?)$"Label of {name}"),
                KeyValuePair.Create("baseUris", (JsonNode?)Texts(baseUris)),
                KeyValuePair.Create(
                    "access",
                    everyone ? (JsonNode?)"everyone" : new JsonObject { ["groups"] = Texts(groups) }
                ),
            }
                .Concat(more.OfType<KeyValuePair<string, JsonNode?>>())
                .Concat(
                    extras
                        .Take(extra)
                        .Select(index => Extras[index])
                        .DistinctBy(pair => pair.Key)
                        .Select(pair =>
                            KeyValuePair.Create(
                                pair.Key,
                                JsonNode.Parse(pair.Value.Replace("{0}", name, StringComparison.Ordinal))
                            )
                        )
                )
        );

    private static KeyValuePair<string, JsonNode?>? KeyValue(string key, JsonNode? value) =>
        KeyValuePair.Create(key, value);

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)text)];

    private static Gen<T[]> SubsetOf<T>(T[] all) =>
        from shuffled in Gen.Shuffle(all)
        from count in Gen.Choose(1, all.Length)
        select shuffled.Take(count).ToArray();

    /// <summary>Puts a value in place of another one, or of an entry of a list; which, the number says.</summary>
    private static JsonObject Put(JsonObject settings, (int Place, JsonNode? Value) change)
    {
        var changed = (JsonObject)settings.DeepClone();
        var places = Places(changed).ToList();
        var (container, key, index) = places[change.Place % places.Count];
        if (container is JsonObject map)
            map[key!] = change.Value?.DeepClone();
        else
            ((JsonArray)container)[index] = change.Value?.DeepClone();
        return changed;
    }

    private static IEnumerable<(JsonNode Container, string? Key, int Index)> Places(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            foreach (var (key, value) in map)
            {
                yield return (map, key, 0);
                foreach (var place in Places(value))
                    yield return place;
            }
        }
        else if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                yield return (list, null, index);
                foreach (var place in Places(list[index]))
                    yield return place;
            }
        }
    }
}

/// <summary>Settings that break no rule.</summary>
public sealed record RightSettings(JsonObject Json)
{
    public override string ToString() => Json.ToJsonString();
}

/// <summary>Settings that may break any rule.</summary>
public sealed record AnySettings(JsonObject Json)
{
    public override string ToString() => Json.ToJsonString();
}
