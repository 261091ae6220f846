namespace OktaSpa.Web;

/// <summary>
/// A host below which others than its owner have names, although it is not on the Public Suffix List.
/// </summary>
/// <param name="Name">In lower-case ASCII; a label <c>*</c> stands for any one label, such as a region.</param>
/// <param name="Owner">Whose host it is.</param>
/// <param name="Offer">What the owner does with names below it, as the rest of a sentence.</param>
/// <param name="Source">A page that shows such names.</param>
/// <param name="Labels">
/// How many labels a name has below the host: 1 for <c>name.host</c>, 2 for <c>name.region.host</c>. What is below a
/// name is its holder's alone.
/// </param>
internal sealed record SharedHost(string Name, string Owner, string Offer, string Source, int Labels = 1)
{
    /// <summary>For <see cref="Labels"/>: names may have any number of labels.</summary>
    public const int AnyDepth = int.MaxValue;

    public override string ToString() => $"below {Name}, {Owner} {Offer} ({Source})";

    /// <summary>Whether names directly below <paramref name="host"/> may be anyone's.</summary>
    /// <param name="host">A host in lower-case ASCII.</param>
    public bool Covers(string host)
    {
        var labels = host.Split('.');
        var own = Name.Split('.');
        var below = labels.Length - own.Length;
        return below >= 0
            && below < Labels
            && own.Zip(labels[below..]).All(pair => pair.First == "*" || pair.First == pair.Second);
    }
}
