namespace OktaSpa.Settings.Reading;

/// <summary>What is known of a setting: the binder, the JSON schema and the docs read it.</summary>
/// <param name="description">What it decides, in sentences.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingAttribute(string description) : Attribute
{
    /// <summary>The maximum of a number that has none.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>What it decides.</summary>
    public string Description { get; } = description;

    /// <summary>Whether it has no default: an application may also have it from <c>defaults</c>.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What stands for it where it is left out: a boolean, number, text, list of texts, or <c>{}</c> for a
    /// mapping of defaults; null for none.</summary>
    public object? Default { get; init; }

    /// <summary>The default in words, where it is made of other settings; null where <see cref="Default"/> says it, or
    /// there is none.</summary>
    public string? DefaultInWords { get; init; }

    /// <summary>
    /// A regular expression from <c>^</c> to <c>$</c> for the text, for each entry of a list, or for the names of a
    /// mapping.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>What the pattern means, as in <c>write lower-case letters</c>.</summary>
    public string? PatternRemedy { get; init; }

    /// <summary>
    /// Whether the pattern is about a name that the file's writer chooses, not about an id of Okta's.
    /// </summary>
    public bool IsName { get; init; }

    /// <summary>The most characters of a text.</summary>
    public int MaximumLength { get; init; } = Unlimited;

    /// <summary>The least number.</summary>
    public int Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    public int Maximum { get; init; } = Unlimited;

    /// <summary>Whether a list or mapping may hold nothing.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>A value as one would write it in YAML; null where the docs need none.</summary>
    public string? Example { get; init; }
}

/// <summary>Words that may stand in place of a whole mapping.</summary>
/// <param name="example">What the mapping looks like, in YAML.</param>
/// <param name="words">The words.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WordsAttribute(string example, params string[] words) : Attribute
{
    /// <summary>What the mapping looks like, in YAML.</summary>
    public string Example { get; } = example;

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; } = words;
}

/// <summary>
/// The key that a single value stands for where a mapping is meant: <c>true</c> for <c>{ web: true }</c>.
/// </summary>
/// <param name="property">The name of the property.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShortAttribute(string property) : Attribute
{
    /// <summary>The name of the property.</summary>
    public string Property { get; } = property;
}
