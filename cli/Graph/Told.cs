namespace OktaSpa.Cli.Graph;

/// <summary>What a fact says of a resource.</summary>
/// <param name="Resource"><c>type::name</c>.</param>
/// <param name="Fact">The name of the fact; <c>other</c> for inputs that none tells.</param>
/// <param name="Title">What the words are headed by; null where they are sentences of their own.</param>
/// <param name="IsList">Whether there may be several.</param>
/// <param name="IsHeading">Whether they stand beside the resource's name.</param>
/// <param name="Words">At least one.</param>
internal sealed record Told(
    string Resource,
    string Fact,
    string? Title,
    bool IsList,
    bool IsHeading,
    IReadOnlyList<Sentence> Words
);
