namespace OktaSpa.Cli.Graph.Facts;

/// <summary>What kind of client an application is, and how it gets its tokens.</summary>
internal static class ClientFact
{
    private const string Code = "authorization_code";
    private const string Interaction = "interaction_code";

    public static Fact<ApplicationView> Fact { get; } =
        new(ResourceTypes.OAuth, "client", application => [$"{Client(application)}, {Flow(application)}"])
        {
            Reads =
            [
                nameof(ApplicationView.Type),
                nameof(ApplicationView.TokenEndpointAuthMethod),
                nameof(ApplicationView.PkceRequired),
                nameof(ApplicationView.GrantTypes),
                nameof(ApplicationView.ResponseTypes),
            ],
            Alarms = Alarms,
            Changes = Changed,
        };

    private static Sentence Client(ApplicationView application)
    {
        Sentence secret = application.TokenEndpointAuthMethod switch
        {
            "none" => Sentence.Of($"no secret"),
            null => Sentence.Of($"the provider's default for its secret"),
            var method => Sentence.Of($"authenticates by {method}"),
        };
        return application.Type switch
        {
            "browser" when application.TokenEndpointAuthMethod == "none" => Sentence.Of($"public client: {secret}"),
            "browser" => Sentence.Of($"no public client: {secret}"),
            var type => Sentence.Of($"client of type {type ?? "(not set)"}: {secret}"),
        };
    }

    private static Sentence Flow(ApplicationView application)
    {
        Sentence pkce = application.PkceRequired ? Sentence.Of($"with PKCE") : Sentence.Of($"without PKCE");
        Sentence flow = application.GrantTypes.Contains(Code)
            ? Sentence.Of($"authorization code {pkce}")
            : Sentence.Of($"no authorization code, {pkce}");
        if (IsEmbedded(application))
            flow = $"{flow}, sign-in embedded in its own pages";
        var grants = UnsafeGrants(application).ToList();
        if (grants.Count > 0)
            flow = $"{flow}, and the grants {grants}";
        return application.ResponseTypes is ["code"]
            ? flow
            : Sentence.Of($"{flow}; response types {ResponseTypes(application)}");
    }

    private static IEnumerable<Judgement> Alarms(ApplicationView application)
    {
        if (application.Type != "browser")
            yield return FindingBook.ClientType.Finds(
                $"it is a client of type {application.Type ?? "(not set)"}, not of type browser",
                application.Type
            );
        if (!application.PkceRequired)
            yield return FindingBook.PkceOff.Finds(
                $"PKCE is not required: a code that is intercepted can be redeemed by whoever has it"
            );
        if (application.TokenEndpointAuthMethod != "none")
            yield return FindingBook.ClientSecret.Finds($"it has a client secret, which a browser cannot keep");
        if (!application.GrantTypes.Contains(Code))
            yield return FindingBook.SignInOff.Finds($"the grant authorization_code is off: nobody can sign in");
        foreach (var grant in UnsafeGrants(application))
            yield return FindingBook.GrantUnsafe.Finds($"the grant {grant} is switched on", grant);
        foreach (var type in application.ResponseTypes.Where(type => type != "code"))
            yield return FindingBook.ResponseTypeUnsafe.Finds(
                $"Okta answers with {type}: it travels in the address of a page",
                type
            );
    }

    private static IEnumerable<string> UnsafeGrants(ApplicationView application) =>
        application.GrantTypes.Where(grant => grant is not (Code or Interaction or RefreshTokenFact.Grant)).Distinct();

    private static bool IsEmbedded(ApplicationView application) => application.GrantTypes.Contains(Interaction);

    private static IEnumerable<Judgement> Changed(ApplicationView? before, ApplicationView after)
    {
        if (before is null || IsEmbedded(before) == IsEmbedded(after))
            yield break;
        yield return IsEmbedded(after)
            ? FindingBook.EmbeddedSignInOn.Finds($"sign-in embedded: its own pages see passwords")
            : FindingBook.EmbeddedSignInOff.Finds(
                $"sign-in no longer embedded: a front end that still has the widget in its pages cannot sign anyone in"
            );
    }

    private static IEnumerable<string> ResponseTypes(ApplicationView application) =>
        application.ResponseTypes.DefaultIfEmpty("(not set)");
}
