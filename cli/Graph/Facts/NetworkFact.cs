using System.Text.Json.Nodes;

namespace OktaSpa.Cli.Graph.Facts;

/// <summary>From where tokens may be asked for and used.</summary>
internal static class NetworkFact
{
    public static Fact<ApplicationView> Fact { get; } =
        new(
            ResourceTypes.OAuth,
            "token-network-zones",
            application => application.Network is null ? [] : [Words(application)]
        )
        {
            Reads = [nameof(ApplicationView.Network)],
            Changes = (before, after) =>
                before is null || JsonNode.DeepEquals(before.Network, after.Network)
                    ? []
                    : [FindingBook.TokenNetworkChanged.Finds(Words(after))],
        };

    private static Sentence Words(ApplicationView application)
    {
        if (application.Network is null)
            return $"tokens may be asked for and used from anywhere";
        var network = application.Network as JsonObject ?? [];
        var (allowed, blocked) = (ResourceView.ListOf(network["includes"]), ResourceView.ListOf(network["excludes"]));
        var isZone = ResourceView.TextOf(network["connection"]) == "ZONE";
        return (isZone, network.Count, allowed.Count, blocked.Count) switch
        {
            (true, 2, > 0, 0) => Sentence.Of($"tokens may be asked for and used from the network zones {allowed} only"),
            (true, 2, 0, > 0) => Sentence.Of($"no tokens may be asked for or used from the network zones {blocked}"),
            _ => ResourceFacts.Other("network", application.Network),
        };
    }
}
