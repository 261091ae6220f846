using OktaSpa.Settings;

namespace OktaSpa.Cli.Graph;

/// <summary>Who may use an application: everyone in the organization, or a group.</summary>
/// <param name="Group">Its name, or its id; null for everyone.</param>
internal readonly record struct Grantee(string? Group)
{
    public static Grantee Everyone { get; }

    public bool IsEveryone => Group is null;

    /// <summary>As people say it.</summary>
    public Sentence Words => IsEveryone ? Sentence.Of($"everyone in the organization") : Sentence.Of($"group {Group}");

    /// <summary>Whom a group's id in a graph stands for.</summary>
    // A group that is named in the settings is a symbol until the organization is asked.
    public static Grantee Of(string groupId) =>
        groupId == $"${{{GroupReference.Everyone}.id}}" ? Everyone
        : groupId.StartsWith("${", StringComparison.Ordinal) && groupId.EndsWith(".id}", StringComparison.Ordinal)
            ? new(groupId["${".Length..^".id}".Length])
        : new(groupId);

    public override string ToString() => Words.ToString();
}
