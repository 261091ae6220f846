using System.Collections;

namespace OktaSpa.Problems;

/// <summary>
/// What is found to be wrong, each thing once: a default that is wrong is not one problem an application.
/// </summary>
internal sealed class ProblemList : IReadOnlyList<Problem>
{
    private readonly OrderedDictionary<Problem, bool> problems = [];

    public int Count => problems.Count;

    public Problem this[int index] => problems.GetAt(index).Key;

    /// <summary>Takes a problem.</summary>
    public void Add(Problem problem) => problems.TryAdd(problem, true);

    /// <summary>Takes a problem made of its parts.</summary>
    /// <returns>Null, for whoever returns nothing where there is a problem.</returns>
    public object? Add(Rule rule, string place, string message, string remedy)
    {
        Add(new(rule, place, message, remedy));
        return null;
    }

    public IEnumerator<Problem> GetEnumerator() => problems.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
