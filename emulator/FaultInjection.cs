namespace OktaSpa.Emulator;

/// <summary>
/// What goes wrong on purpose. <c>PUT /emulator/faults</c> takes a list that replaces the one before:
/// <c>[{"method": "POST", "path": "/api/v1/apps*", "answer": "500", "times": 2}]</c>.
/// </summary>
internal sealed class FaultInjection
{
    private readonly List<InjectedFault> faults = [];
    private readonly Lock gate = new();

    /// <exception cref="FormatException">It is not such a list.</exception>
    public void Replace(string json)
    {
        var given = StrictJson.Read<IReadOnlyList<InjectedFault>>(json);
        if (!given.All(fault => fault.IsValid))
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
    public InjectedFault? Take(string method, string path)
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
