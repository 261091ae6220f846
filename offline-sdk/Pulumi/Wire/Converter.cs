using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Wire;

/// <summary>
/// Turns what a function answers into the type of its result. What does not fit becomes the type's default, quietly.
/// </summary>
internal static class Converter
{
    public static object? Convert(object? value, Type target) =>
        value switch
        {
            _ when target.IsInstanceOfType(value) => value,
            ImmutableArray<object?> list when target.IsConstructedGenericType => typeof(Converter)
                .GetMethod(nameof(ToArray), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(target.GenericTypeArguments)
                .Invoke(null, [list]),
            ImmutableDictionary<string, object?> fields => ToResult(fields, target),
            _ => target.IsValueType ? Activator.CreateInstance(target) : null,
        };

    private static ImmutableArray<T> ToArray<T>(ImmutableArray<object?> list) =>
        [.. list.Select(item => (T)Convert(item, typeof(T))!)];

    private static object ToResult(ImmutableDictionary<string, object?> fields, Type target)
    {
        var result = Activator.CreateInstance(target, nonPublic: true)!;
        foreach (var field in target.GetFields())
        {
            var name = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
            field.SetValue(result, Convert(fields.GetValueOrDefault(name), field.FieldType));
        }

        return result;
    }
}
