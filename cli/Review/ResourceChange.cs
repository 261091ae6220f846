namespace OktaSpa.Cli.Review;

/// <summary>What changes in a resource.</summary>
/// <param name="Resource"><c>type::name</c>.</param>
/// <param name="Properties">By wire name.</param>
internal sealed record ResourceChange(string Resource, IReadOnlyList<PropertyChange> Properties);
