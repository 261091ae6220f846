namespace OktaSpa.Problems;

/// <summary>A rule that settings may break, or a risk that they may take.</summary>
/// <param name="Id">Stable, in kebab case: JSON, annotations, <c>acceptedRisks</c> and the docs name it so.</param>
/// <param name="Meaning">What it is about, a sentence without its full stop.</param>
/// <param name="Remedy">What to do, a sentence without its full stop.</param>
/// <param name="Source">Where the rule comes from; null where it is this program's own.</param>
internal sealed record Rule(string Id, string Meaning, string Remedy, string? Source = null)
{
    public override string ToString() => Id;
}
