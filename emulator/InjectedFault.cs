namespace OktaSpa.Emulator;

/// <summary>One fault.</summary>
/// <param name="Answer"><c>429</c>, <c>500</c>, <c>broken</c> (half a body), <c>close</c> (no answer) - the call is not
/// carried out, unless <paramref name="After"/> - or <c>slow</c>.</param>
/// <param name="Method">Null: every method.</param>
/// <param name="Path">The path without query; a <c>*</c> at its end stands for anything. Null: every path of the
/// API.</param>
/// <param name="Times">How many calls meet it.</param>
/// <param name="Milliseconds">How slow; and for 429, rounded up to seconds, how long the client is told to
/// wait.</param>
/// <param name="After">The call is carried out and only its answer is lost; with 500, broken and close.</param>
internal sealed record InjectedFault(
    string Answer,
    string? Method = null,
    string? Path = null,
    int Times = 1,
    int Milliseconds = 1000,
    bool After = false
)
{
    /// <summary>Whether it is one that the emulator can inject.</summary>
    internal bool IsValid =>
        Answer is "429" or "500" or "broken" or "close" or "slow"
        && Times >= 1
        && Milliseconds is >= 0 and <= 600_000
        && !(After && Answer is "429" or "slow");

    public bool Matches(string method, string path) =>
        (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (
            Path is null || (Path.EndsWith('*') ? path.StartsWith(Path[..^1], StringComparison.Ordinal) : path == Path)
        );
}
