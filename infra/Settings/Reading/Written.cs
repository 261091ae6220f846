namespace OktaSpa.Settings.Reading;

/// <summary>A value with the place where it is written.</summary>
/// <param name="Value">The value.</param>
/// <param name="Place">As in <c>applications.storefront.baseUris[1]</c>.</param>
internal sealed record Written<T>(T Value, string Place)
{
    /// <summary>Whether the file does not write it, so that it is the default.</summary>
    public bool IsDefault { get; init; }

    /// <summary>
    /// A text with <see cref="PullRequest.Placeholder"/> in it, as it is written; null for any other.
    /// </summary>
    public string? Template { get; init; }

    /// <summary>Another value in the same place.</summary>
    public Written<TOther> With<TOther>(TOther value) => new(value, Place) { IsDefault = IsDefault };
}

/// <summary>A list with its place.</summary>
/// <param name="Items">Those of its entries that are right so far.</param>
/// <param name="Place">Where the list is written.</param>
/// <param name="IsWhole">Whether no entry was wrong: what is missing is known to be missing only then.</param>
internal sealed record WrittenList<T>(IReadOnlyList<T> Items, string Place, bool IsWhole)
{
    /// <summary>Whether the file does not write it, so that it is the default.</summary>
    public bool IsDefault { get; init; }
}

/// <summary>A mapping of names that its writer chooses.</summary>
/// <param name="Items">By name, in file order; those whose value is wrong as a whole are left out.</param>
/// <param name="Place">Where the mapping is written.</param>
internal sealed record WrittenMap<T>(IReadOnlyList<KeyValuePair<string, T>> Items, string Place);

/// <summary>A mapping of keys that are known, such as those of an application.</summary>
internal abstract record Block
{
    /// <summary>Where it is written; empty for the settings as a whole.</summary>
    public string Place { get; init; } = "";

    /// <summary>
    /// The word that stands for the whole mapping, such as <c>everyone</c>; null where there is a mapping.
    /// </summary>
    public string? Word { get; init; }
}
