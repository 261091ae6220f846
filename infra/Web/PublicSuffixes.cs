using System.Globalization;

namespace OktaSpa.Web;

/// <summary>
/// The names under which anyone can register a name of their own (<c>com</c>, <c>co.uk</c>, <c>vercel.app</c>).
/// </summary>
internal static class PublicSuffixes
{
    private static readonly Lazy<HashSet<string>> Rules = new(Load);

    /// <summary>
    /// Whether <paramref name="host"/> itself is a public suffix, by https://publicsuffix.org/list/, private section
    /// included. A top-level name that the list does not know counts as one, as the list's algorithm says.
    /// </summary>
    /// <param name="host">A host in lower-case ASCII.</param>
    public static bool Contains(string host)
    {
        // The list writes names in Unicode.
        var name = host.Contains("xn--", StringComparison.Ordinal) ? new IdnMapping().GetUnicode(host) : host;
        if (Rules.Value.Contains("!" + name))
            return false;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || Rules.Value.Contains(name) || Rules.Value.Contains("*" + name[dot..]);
    }

    private static HashSet<string> Load()
    {
        using var list = typeof(PublicSuffixes).Assembly.GetManifestResourceStream("public_suffix_list.dat")!;
        using var reader = new StreamReader(list);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n')
                .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                .Select(line => line.Trim()),
        ];
    }
}
