namespace OktaSpa.Emulator;

/// <summary>The objects of one kind, by id and in the order in which they came.</summary>
/// <param name="type">Okta's name of the kind, for "not found".</param>
internal sealed class Collection<T>(string type)
    where T : OktaObject
{
    private readonly OrderedDictionary<string, T> objects = [];

    public IEnumerable<T> All => objects.Values;

    public T Add(T thing) => objects.TryAdd(thing.Id, thing) ? thing : throw OktaError.Taken("id");

    public T? Find(string id) => objects.GetValueOrDefault(id);

    public T Get(string id) => Find(id) ?? throw OktaError.NotFound(id, type);

    public void Remove(T thing) => objects.Remove(thing.Id);

    /// <summary>No other object may have the same value in a field.</summary>
    /// <exception cref="OktaError">One has.</exception>
    public void CheckUnique(string field, T? self, Func<T, bool> isSame)
    {
        if (objects.Values.Any(other => other != self && isSame(other)))
            throw OktaError.Taken(field);
    }
}
