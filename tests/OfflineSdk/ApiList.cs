using System.Text.RegularExpressions;

namespace OktaSpa.Tests.OfflineSdk;

/// <summary>Reads the lists in api/, which tell what the real packages' public members are.</summary>
internal static partial class ApiList
{
    /// <summary>Reads the list of Pulumi, written as reflection sees it.</summary>
    public static Dictionary<string, HashSet<string>> Read(string file) => Parse(File.ReadLines(PathOf(file)));

    /// <summary>
    /// Reads the list of a provider's package, written as its source is, and puts it in the words of the other.
    /// </summary>
    public static Dictionary<string, HashSet<string>> ReadSource(string file) =>
        Parse(Translate(File.ReadLines(PathOf(file))));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "OfflineSdk", "api", file);

    private static Dictionary<string, HashSet<string>> Parse(IEnumerable<string> lines)
    {
        var types = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        foreach (var line in lines)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                types.Add(line[2..], members = []);
            else
                members.Add(line.Trim());
        }

        return types;
    }

    private static IEnumerable<string> Translate(IEnumerable<string> lines)
    {
        var typeName = "";
        var wire = "";
        foreach (var line in lines.Select(Simplify))
        {
            if (TypeLine().Match(line) is { Success: true } type)
            {
                typeName = type.Groups["name"].Value;
                var kind = type.Groups["kind"].Value is { Length: > 0 } word ? $" ({word})" : "";
                var token = type.Groups["token"].Value is { Length: > 0 } text ? $" [{text}]" : "";
                yield return $"# {type.Groups["namespace"]}.{typeName}{kind} : {type.Groups["base"]}{token}";
            }
            else if (BackingFieldLine().Match(line) is { Success: true } field)
            {
                wire = field.Groups["wire"].Value;
            }
            else if (PropertyLine().Match(line) is { Success: true } property)
            {
                var setter = property.Groups["set"].Success ? "set;" : "";
                yield return $"{property.Groups["member"]} {{get;{setter}}} {property.Groups["wire"]}";
            }
            else if (FieldLine().Match(line) is { Success: true } value)
            {
                yield return $"field {value.Groups["member"]}";
            }
            else if (line.Contains('(', StringComparison.Ordinal))
            {
                yield return line.Trim().StartsWith($"{typeName}(", StringComparison.Ordinal)
                    ? "ctor" + line.Trim()[typeName.Length..]
                    : line;
            }
            else
            {
                yield return $"{line} {{get;set;}} {wire}";
            }
        }
    }

    // Reflection does not see which references may be null, nor how a name was qualified or a list of types spaced.
    private static string Simplify(string line) =>
        Qualifier()
            .Replace(NullableReference().Replace(line, ""), "")
            .Replace(", object>", ",object>", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^# (?<namespace>[\w.]+)\.(?<name>\w+) \((?:(?<kind>sealed|static) )?class\) : (?:[\w]+\.)*(?<base>\w+)(?: \[\w+\(""(?<token>.+)""\)\])?$"
    )]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^  \(backing field\) \S+ \w+   (?<wire>\[.+\])$")]
    private static partial Regex BackingFieldLine();

    [GeneratedRegex(@"^  (?<member>\S+ \w+) \{ get; (?:(?<set>set;)|private set;) \}(?: = null!;)?   (?<wire>\[.+\])$")]
    private static partial Regex PropertyLine();

    [GeneratedRegex(@"^  readonly (?<member>\S+ \w+);$")]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"(?<!\b(?:bool|int|double))\?")]
    private static partial Regex NullableReference();

    [GeneratedRegex(@"(?<![\w.])(?:Inputs|Outputs)\.")]
    private static partial Regex Qualifier();
}
