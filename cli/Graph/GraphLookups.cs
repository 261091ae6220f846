namespace OktaSpa.Cli.Graph;

/// <summary>What a stack asks of its organization before it declares anything.</summary>
/// <param name="Groups">Names and ids of groups.</param>
/// <param name="TrustedOrigins">Origins that another stack declares.</param>
internal sealed record GraphLookups(IReadOnlyList<string> Groups, IReadOnlyList<string> TrustedOrigins);
