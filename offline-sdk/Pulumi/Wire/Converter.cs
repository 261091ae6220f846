using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Wire;

/// <summary>
/// Turns what comes over the wire into the types of outputs. What does not fit becomes the type's default, quietly.
/// </summary>
internal static class Converter
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>> Conversions = new();

    public static T Convert<T>(object? value) => Convert(value, typeof(T)) is T converted ? converted : default!;

    private static object? Convert(object? value, Type target) =>
        value is null ? null : Conversions.GetOrAdd(Nullable.GetUnderlyingType(target) ?? target, Find)(value);

    private static Func<object, object?> Find(Type target)
    {
        if (target == typeof(int))
            return value => value is double number ? (int)number : null;

        if (target.IsConstructedGenericType && target.GetGenericTypeDefinition() is var generic)
        {
            if (generic == typeof(ImmutableArray<>))
                return Make(nameof(ToArray), target.GenericTypeArguments[0]);
            if (generic == typeof(ImmutableDictionary<,>))
                return Make(nameof(ToDictionary), target.GenericTypeArguments[1]);
        }

        return target.IsDefined(typeof(OutputTypeAttribute))
            ? FindConstructor(target)
            : value => target.IsInstanceOfType(value) ? value : null;
    }

    private static Func<object, object?> Make(string method, Type item) =>
        typeof(Converter)
            .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item)
            .CreateDelegate<Func<object, object?>>();

    private static object? ToArray<T>(object value) =>
        value is ImmutableArray<object?> list ? ImmutableArray.CreateRange(list, Convert<T>) : null;

    private static object? ToDictionary<T>(object value) =>
        (value as ImmutableDictionary<string, object?>)?.ToImmutableDictionary(
            item => item.Key,
            item => Convert<T>(item.Value)
        );

    private static Func<object, object?> FindConstructor(Type target)
    {
        var constructor = target
            .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .First(candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)));
        var parameters = constructor.GetParameters();
        var names = parameters
            .Select(parameter =>
                parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!
            )
            .ToArray();

        return value =>
            value is ImmutableDictionary<string, object?> fields
                ? constructor.Invoke([
                    .. parameters.Zip(
                        names,
                        (parameter, name) => Convert(fields.GetValueOrDefault(name), parameter.ParameterType)
                    ),
                ])
                : null;
    }
}
