namespace OktaSpa.Problems;

/// <summary>Something wrong in a stack's configuration: nothing is declared while there is one.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Path">The place, as in <c>applications.storefront.baseUris[1]</c>; a key of the stack file such as
/// <c>okta:orgName</c> outside the settings.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Remedy">What to write instead.</param>
internal sealed record Problem(Rule Rule, string Path, string Message, string Remedy)
{
    public override string ToString()
    {
        var remedy = $"{char.ToUpperInvariant(Remedy[0])}{Remedy[1..]}";
        return $"{Path}: {Message}. {remedy}{(Remedy.EndsWith('?') ? "" : ".")}";
    }

    /// <summary>All problems of a stack as one text for people, a numbered line each.</summary>
    public static string Describe(string stack, IReadOnlyCollection<Problem> problems)
    {
        var lines = problems.Select((problem, index) => $"  {index + 1}. {problem}");
        return $"The configuration of stack {stack} has {Text.Count(problems.Count, "problem")}; nothing was declared.\n"
            + string.Join('\n', lines);
    }
}
