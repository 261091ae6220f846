using System.Collections;
using System.Collections.Immutable;

namespace Pulumi.Wire;

/// <summary>
/// Turns arguments and states into what goes over the wire: null, bool, double, string, lists and dictionaries.
/// </summary>
internal static class Serializer
{
    /// <summary>Each property by itself, so that one unknown does not hide the others. Nulls are left out.</summary>
    public static async Task<ImmutableDictionary<string, OutputData<object?>>> SerializeAsync(
        IEnumerable<KeyValuePair<string, object?>> properties
    )
    {
        var result = ImmutableDictionary.CreateBuilder<string, OutputData<object?>>();
        foreach (var (name, value) in properties)
        {
            var data = await SerializeAsync(value);
            if (data is not { Value: null, IsKnown: true })
                result.Add(name, data);
        }

        return result.ToImmutable();
    }

    /// <summary>A value with all that is in it. It is unknown as soon as any part is.</summary>
    public static async Task<OutputData<object?>> SerializeAsync(object? value)
    {
        switch (value)
        {
            case null or bool or double or string:
                return new(value);

            case int number:
                return new((double)number);

            case IInput input:
                var data = await input.GetDataAsync();
                return data.IsKnown ? await SerializeAsync(data.Value) : data;

            case IList list:
                var items = await Task.WhenAll(list.Cast<object?>().Select(SerializeAsync));
                return new(items.Select(item => item.Value).ToImmutableArray(), items.All(item => item.IsKnown));

            default:
                var properties = await SerializeAsync(Entries(value));
                return new(
                    properties.ToImmutableDictionary(property => property.Key, property => property.Value.Value),
                    properties.Values.All(property => property.IsKnown)
                );
        }
    }

    /// <summary>What an object consists of, by wire name.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Entries(object value) =>
        value switch
        {
            InputArgs args => args.Enumerate(),
            IDictionary<string, object?> map => map,
            _ => throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type"),
        };

    /// <summary>What mocks see of properties.</summary>
    public static ImmutableDictionary<string, object> Known(
        ImmutableDictionary<string, OutputData<object?>> properties
    ) =>
        properties
            .Where(property => property.Value.IsKnown)
            .ToImmutableDictionary(property => property.Key, property => property.Value.Value!);
}
