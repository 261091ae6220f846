using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OktaSpa.Settings.Reading;

namespace OktaSpa.Settings;

/// <summary>Who may use an application.</summary>
/// <param name="Groups">The groups whose members may, with their places; for everyone the one group of
/// everyone.</param>
/// <param name="IsElsewhere">Whether that is decided elsewhere: nothing is declared, and nothing taken away.</param>
internal sealed record Access(ImmutableArray<Written<GroupReference>> Groups, bool IsElsewhere = false)
{
    /// <summary>Whether it is everyone in the organization.</summary>
    public bool IsEveryone => Groups is [{ Value: var group }] && group == GroupReference.Everyone;
}

/// <summary>A group as the settings name it.</summary>
/// <param name="NameOrId">Its name, or its id.</param>
internal sealed partial record GroupReference(string NameOrId)
{
    /// <summary>Okta's group of everyone in the organization.</summary>
    public static GroupReference Everyone { get; } = new("Everyone");

    /// <summary>Whether it is an id: 00g and 17 letters and digits.</summary>
    public bool IsId => Id().IsMatch(NameOrId);

    public override string ToString() => NameOrId;

    [GeneratedRegex(@"^00g[0-9A-Za-z]{17}\z")]
    private static partial Regex Id();
}
