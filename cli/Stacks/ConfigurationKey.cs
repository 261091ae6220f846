using System.Text.RegularExpressions;

namespace OktaSpa.Cli.Stacks;

/// <summary>Keys of Pulumi's configuration, <c>namespace:name</c>.</summary>
internal static partial class ConfigurationKey
{
    /// <summary>A key as Pulumi reads it; null where it refuses the key.</summary>
    /// <param name="written">As it is written; without a namespace it is in the project's own.</param>
    /// <param name="project">The name of the project.</param>
    public static string? Parse(string written, string project) =>
        written.Split(':') switch
        {
            [var name] => $"{project}:{name}",
            [_, _] => written,
            // What Pulumi once wrote.
            [var space, "config", var name] => $"{space}:{name}",
            _ => null,
        };

    /// <summary>
    /// The parts of a key of Pulumi.yaml, where <c>settings.customDomain</c> and <c>settings["customDomain"]</c> stand
    /// for a key of a mapping; null where they name anything else.
    /// </summary>
    /// <param name="key">What <see cref="Parse"/> gives.</param>
    /// <returns>The whole key of the mapping, and the keys below it.</returns>
    public static (string Key, IReadOnlyList<string> Below)? Split(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (PropertyPath().Match(key, colon + 1) is not { Success: true } match)
            return null;
        List<string> parts =
        [
            .. match
                .Groups["part"]
                .Captures.Select(part =>
                    part.Value is ['"', .. var quoted, '"']
                        ? quoted.Replace("\\\"", "\"", StringComparison.Ordinal)
                        : part.Value
                ),
        ];
        return ($"{key[..(colon + 1)]}{parts[0]}", parts[1..]);
    }

    [GeneratedRegex("""\G(?<part>[^.\[]+)(\.(?<part>[^.\[]+)|\[(?<part>"(\\"|[^"])*")\])*\z""")]
    private static partial Regex PropertyPath();
}
