using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>Arguments: the members marked with [Input].</summary>
public abstract class InputArgs
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> Members = new();

    /// <summary>The arguments by wire name, not yet awaited; null where none was given.</summary>
    internal IEnumerable<KeyValuePair<string, object?>> Enumerate()
    {
        foreach (var member in Members.GetOrAdd(GetType(), Find))
        {
            var value = member.Read(this);
            if (member.Input.IsRequired && value is null)
                throw new ArgumentNullException(
                    member.Name,
                    $"[Input] {GetType().FullName}.{member.Name} is required but was not given a value"
                );

            yield return new(member.Input.Name, value);
        }
    }

    private static ImmutableArray<Member> Find(Type type)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return
        [
            .. from field in type.GetFields(All)
            let input = field.GetCustomAttribute<InputAttribute>()
            where input is not null
            select new Member(field.Name, input, field.GetValue),
            .. from property in type.GetProperties(All)
            let input = property.GetCustomAttribute<InputAttribute>()
            where input is not null
            select new Member(property.Name, input, property.GetValue),
        ];
    }

    private sealed record Member(string Name, InputAttribute Input, Func<object, object?> Read);
}

/// <summary>A resource's arguments.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new None();

    private sealed class None : ResourceArgs;
}

/// <summary>A function's arguments.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new None();

    private sealed class None : InvokeArgs;
}
