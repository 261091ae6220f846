using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>Arguments: the members marked with [Input].</summary>
public abstract class InputArgs
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<(InputAttribute, MemberInfo)>> Inputs = new();

    /// <summary>The arguments by wire name, not yet awaited; null where none was given.</summary>
    internal IEnumerable<KeyValuePair<string, object?>> Enumerate()
    {
        foreach (var (input, member) in Inputs.GetOrAdd(GetType(), Find))
        {
            var value = member is FieldInfo field ? field.GetValue(this) : ((PropertyInfo)member).GetValue(this);
            if (input.IsRequired && value is null)
                throw new ArgumentNullException(
                    member.Name,
                    $"[Input] {GetType().FullName}.{member.Name} is required but was not given a value"
                );

            yield return new(input.Name, value);
        }
    }

    private static ImmutableArray<(InputAttribute Input, MemberInfo Member)> Find(Type type) =>
        [
            .. from member in type.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            let input = member.GetCustomAttribute<InputAttribute>()
            where input is not null
            select (input, member),
        ];
}

/// <summary>A resource's arguments.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new None();

    private sealed class None : ResourceArgs;
}

/// <summary>A function's arguments.</summary>
public abstract class InvokeArgs : InputArgs;
