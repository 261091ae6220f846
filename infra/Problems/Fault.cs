namespace OktaSpa.Problems;

/// <summary>What is wrong with one value, before it is known where the value stands.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to write instead.</param>
internal readonly record struct Fault(Rule Rule, string Message, string Remedy)
{
    /// <summary>The fault at its place.</summary>
    public Problem At(string place) => new(Rule, place, Message, Remedy);
}
