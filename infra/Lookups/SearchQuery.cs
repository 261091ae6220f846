namespace OktaSpa.Lookups;

/// <summary>Questions in Okta's search language, as few as their length allows.</summary>
internal static class SearchQuery
{
    private const string Or = " or ";

    // Okta takes no endless query; a question that is longer is asked in parts.
    private const int MaximumLength = 1500;

    /// <summary>A term such as <c>profile.name eq "Engineering"</c>.</summary>
    public static string Equal(string property, string value)
    {
        var escaped = value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"{property} eq \"{escaped}\"";
    }

    /// <summary>The terms joined by <c>or</c>.</summary>
    public static IEnumerable<string> AnyOf(IEnumerable<string> terms)
    {
        var query = "";
        foreach (var term in terms)
        {
            if (query.Length > 0 && query.Length + Or.Length + term.Length > MaximumLength)
            {
                yield return query;
                query = "";
            }
            query += query.Length == 0 ? term : Or + term;
        }
        if (query.Length > 0)
            yield return query;
    }
}
