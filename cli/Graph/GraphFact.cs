namespace OktaSpa.Cli.Graph;

/// <summary>What is said of a resource, for programs.</summary>
/// <param name="Resource"><c>type::name</c>.</param>
/// <param name="Fact">The name of the fact, such as <c>client</c>; <c>other</c> for inputs that none tells.</param>
/// <param name="Words">At least one.</param>
internal sealed record GraphFact(string Resource, string Fact, IReadOnlyList<string> Words);
