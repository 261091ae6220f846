using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Wire;

/// <summary>
/// Turns arguments and states into what goes over the wire: null, bool, double, string, lists and dictionaries.
/// </summary>
internal static class Serializer
{
    private static readonly OutputData<object?> Nothing = OutputData<object?>.Of(null);

    /// <summary>
    /// Each property by itself, so that one unknown or secret does not color the others. Nulls are left out.
    /// </summary>
    public static async ValueTask<Properties> SerializeAsync(IEnumerable<KeyValuePair<string, object?>> properties)
    {
        var result = new Properties();
        foreach (var (name, value) in properties)
        {
            try
            {
                var data = await SerializeValueAsync(value).ConfigureAwait(false);
                if (!IsNothing(data))
                    result.Add(name, data);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"error serializing property \"{name}\": {e.Message}", e);
            }
        }

        return result;
    }

    /// <summary>A value with all that is in it. It is unknown or secret as soon as any part is.</summary>
    public static async ValueTask<OutputData<object?>> SerializeValueAsync(object? value)
    {
        switch (value)
        {
            case null or bool or double or string:
                return OutputData<object?>.Of(value);

            case int number:
                return OutputData<object?>.Of((double)number);

            case IHasData later:
                var outer = await later.GetDataAsync().ConfigureAwait(false);
                return outer.With(
                    outer.IsKnown ? await SerializeValueAsync(outer.Value).ConfigureAwait(false) : Nothing
                );

            case Resource resource:
                await resource.Urn.Data.ConfigureAwait(false);
                return OutputData<object?>.Of(resource) with
                {
                    Resources = resource is CustomResource ? [resource] : [],
                };

            case IList list:
                return await SerializeListAsync(list).ConfigureAwait(false);

            default:
                return await SerializeMapAsync(Entries(value), keepNulls: value is not (InputArgs or IDictionary))
                    .ConfigureAwait(false);
        }
    }

    /// <summary>What an object consists of, by wire name.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Entries(object value) =>
        value switch
        {
            InputArgs args => args.Enumerate(),
            IDictionary<string, object?> map => map,
            IDictionary map => map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, map[key])),
            _ when value.GetType() is var type && type.IsDefined(typeof(OutputTypeAttribute)) =>
                from field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                where field.IsInitOnly
                select KeyValuePair.Create(
                    char.ToLowerInvariant(field.Name[0]) + field.Name[1..],
                    field.GetValue(value)
                ),
            _ => throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type."),
        };

    /// <summary>
    /// The same of an object's entries. Nulls are left out, as in JSON, but not from results that are sent on.
    /// </summary>
    public static async ValueTask<OutputData<object?>> SerializeMapAsync(
        IEnumerable<KeyValuePair<string, object?>> items,
        bool keepNulls = false
    )
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        var all = Nothing;
        foreach (var (key, value) in items)
        {
            var data = await SerializeValueAsync(value).ConfigureAwait(false);
            all = data.With(all);

            // A doubled underscore is the engine's own.
            if ((keepNulls || !IsNothing(data)) && !key.StartsWith("__", StringComparison.Ordinal))
                result[key] = data.Value;
        }

        return all with
        {
            Value = result.ToImmutable(),
        };
    }

    private static async ValueTask<OutputData<object?>> SerializeListAsync(IList list)
    {
        // An immutable array that was never made cannot even be counted.
        if (list is ValueType && list.Equals(Activator.CreateInstance(list.GetType())))
            list = Array.Empty<object?>();

        var result = ImmutableArray.CreateBuilder<object?>(list.Count);
        var all = Nothing;
        foreach (var item in list)
        {
            var data = await SerializeValueAsync(item).ConfigureAwait(false);
            all = data.With(all);
            result.Add(data.Value);
        }

        return all with
        {
            Value = result.MoveToImmutable(),
        };
    }

    private static bool IsNothing(OutputData<object?> data) => data is { Value: null, IsKnown: true, IsSecret: false };
}
