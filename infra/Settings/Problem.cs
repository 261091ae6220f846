namespace OktaSpa.Settings;

/// <summary>Something wrong in a stack's configuration: nothing is declared while there is one.</summary>
/// <param name="Path">The place, as in <c>applications.storefront.baseUris[1]</c>; a key of the stack file such as
/// <c>okta:orgName</c> outside the settings.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Remedy">What to write instead.</param>
internal sealed record Problem(string Path, string Message, string Remedy)
{
    public override string ToString() =>
        $"{Path}: {Message}. {char.ToUpperInvariant(Remedy[0])}{Remedy[1..]}{(Remedy.EndsWith('?') ? "" : ".")}";

    /// <summary>All problems of a stack as one text for people, a numbered line each.</summary>
    public static string Describe(string stack, IReadOnlyCollection<Problem> problems) =>
        $"The configuration of stack {stack} has {Text.Count(problems.Count, "problem")}; nothing was declared.\n"
        + string.Join('\n', problems.Select((problem, index) => $"  {index + 1}. {problem}"));
}
