using System.Text.Json;
using System.Text.Json.Serialization;

namespace OktaSpa.Emulator;

/// <summary>
/// What goes wrong on purpose. <c>PUT /emulator/faults</c> takes a list that replaces the one before:
/// <c>[{"method": "POST", "path": "/api/v1/apps*", "answer": "500", "times": 2}]</c>.
/// </summary>
internal sealed class Faults
{
    private readonly List<Fault> faults = [];
    private readonly Lock gate = new();

    private static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
        };

    /// <exception cref="FormatException">It is not such a list.</exception>
    public void Replace(string json)
    {
        List<Fault> given;
        try
        {
            given = JsonSerializer.Deserialize<List<Fault>>(json, Options) ?? [];
        }
        catch (JsonException exception)
        {
            throw new FormatException($"not a list of faults: {exception.Message}", exception);
        }
        if (
            given.Find(fault =>
                fault is null
                || fault.Answer is not ("429" or "500" or "broken" or "close" or "slow")
                || fault.Times < 1
                || fault.Milliseconds is < 0 or > 600_000
                || fault.After && fault.Answer is "429" or "slow"
            )
                is not null
            || given.Contains(null!)
        )
            throw new FormatException(
                "a fault has answer 429, 500, broken, close or slow, times of at least 1, and milliseconds from 0 to 600000; after is for 500, broken and close"
            );
        lock (gate)
        {
            faults.Clear();
            faults.AddRange(given);
        }
    }

    /// <summary>The fault that this call meets, if any; it is used up by one.</summary>
    public Fault? Take(string method, string path)
    {
        lock (gate)
        {
            var index = faults.FindIndex(fault => fault.Matches(method, path));
            if (index < 0)
                return null;
            var fault = faults[index];
            if (fault.Times == 1)
                faults.RemoveAt(index);
            else
                faults[index] = fault with { Times = fault.Times - 1 };
            return fault;
        }
    }
}

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
internal sealed record Fault(
    string Answer,
    string? Method = null,
    string? Path = null,
    int Times = 1,
    int Milliseconds = 1000,
    bool After = false
)
{
    public bool Matches(string method, string path) =>
        (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (
            Path is null || (Path.EndsWith('*') ? path.StartsWith(Path[..^1], StringComparison.Ordinal) : path == Path)
        );
}
