using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OktaSpa.Emulator;

/// <summary>
/// A question as in <c>filter</c> and <c>search</c>: <c>profile.name eq "Engineering" or (type eq "OKTA_GROUP" and id
/// pr)</c>, with the operators <c>eq</c>, <c>ne</c>, <c>sw</c>, <c>co</c>, <c>ew</c> and <c>pr</c>; <c>and</c> binds
/// more tightly than <c>or</c>.
/// </summary>
internal sealed partial class Expression
{
    private readonly List<string> tokens;
    private int next;

    private Expression(string text)
    {
        tokens = [.. Token().Matches(text).Select(match => match.Value)];
        // What the pattern passed over was not a token.
        if (Token().Replace(text, "").Trim().Length > 0)
            throw Wrong();
        Holds = Or();
        if (next < tokens.Count)
            throw Wrong();
    }

    private Func<JsonObject, bool> Holds { get; }

    /// <summary>Those for which an expression holds; all where there is none.</summary>
    /// <exception cref="OktaError">It is not an expression that is understood.</exception>
    public static IEnumerable<T> Filter<T>(IEnumerable<T> things, string? text)
        where T : OktaObject
    {
        var expression = text is null ? null : new Expression(text);
        return expression is null ? things : things.Where(thing => expression.Holds(thing.Json));
    }

    private Func<JsonObject, bool> Or()
    {
        var left = And();
        while (Takes("or"))
        {
            var (first, second) = (left, And());
            left = thing => first(thing) || second(thing);
        }
        return left;
    }

    private Func<JsonObject, bool> And()
    {
        var left = Term();
        while (Takes("and"))
        {
            var (first, second) = (left, Term());
            left = thing => first(thing) && second(thing);
        }
        return left;
    }

    private Func<JsonObject, bool> Term()
    {
        if (Takes("("))
        {
            var inner = Or();
            return Takes(")") ? inner : throw Wrong();
        }
        var path = Take();
        if (!char.IsLetter(path[0]))
            throw Wrong();
        var operation = Take().ToLowerInvariant();
        if (operation == "pr")
            return thing => Value(thing, path) is not null;
        var literal = Take();
        var wanted =
            literal.StartsWith('"')
                ? literal[1..^1]
                    .Replace("\\\"", "\"", StringComparison.Ordinal)
                    .Replace("\\\\", "\\", StringComparison.Ordinal)
            : literal is "true" or "false" ? literal
            : throw Wrong();
        Func<string, bool> test = operation switch
        {
            "eq" => value => value.Equals(wanted, StringComparison.OrdinalIgnoreCase),
            "ne" => value => !value.Equals(wanted, StringComparison.OrdinalIgnoreCase),
            "sw" => value => value.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            "co" => value => value.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            "ew" => value => value.EndsWith(wanted, StringComparison.OrdinalIgnoreCase),
            _ => throw Wrong(),
        };
        return thing => Value(thing, path) is { } value && test(value);
    }

    private static string? Value(JsonObject thing, string path) =>
        path.Split('.').Aggregate((JsonNode?)thing, (node, key) => (node as JsonObject)?[key]) is JsonValue value
            ? value.ToString()
            : null;

    private string Take() => next < tokens.Count ? tokens[next++] : throw Wrong();

    private bool Takes(string token)
    {
        if (next >= tokens.Count || !tokens[next].Equals(token, StringComparison.OrdinalIgnoreCase))
            return false;
        next++;
        return true;
    }

    private static OktaError Wrong() => new(400, "E0000031", "Invalid search criteria.");

    [GeneratedRegex("""\(|\)|"(?:[^"\\]|\\.)*"|[A-Za-z][A-Za-z0-9_.]*""")]
    private static partial Regex Token();
}
