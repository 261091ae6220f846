using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Wire;

/// <summary>One of a resource's outputs, waiting for its value.</summary>
internal abstract class OutputSlot(string name)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> Members = new();

    public string Name { get; } = name;

    /// <summary>
    /// Gives the resource's [Output] properties outputs that are still to come; for a component, which sets its own,
    /// the URN only.
    /// </summary>
    public static ImmutableArray<OutputSlot> Fill(Resource resource, bool all)
    {
        var slots = ImmutableArray.CreateBuilder<OutputSlot>();
        ImmutableHashSet<Resource> self = [resource];
        foreach (var member in Members.GetOrAdd(resource.GetType(), Find))
        {
            if (!all && member.Property.DeclaringType != typeof(Resource))
                continue;

            var (slot, output) = member.Make(member.Name, self);
            member.Property.SetValue(resource, output);
            slots.Add(slot);
        }

        return slots.DrainToImmutable();
    }

    /// <summary>The values of a component's own [Output] properties.</summary>
    public static Dictionary<string, object?> Read(ComponentResource resource) =>
        Members
            .GetOrAdd(resource.GetType(), Find)
            .Where(member => member.Property.DeclaringType != typeof(Resource))
            .ToDictionary(member => member.Name, member => member.Property.GetValue(resource));

    public abstract void Set(OutputData<object?> data);

    public abstract void SetDefault(bool isKnown);

    public abstract void Fail(Exception exception);

    private static ImmutableArray<Member> Find(Type type) =>
        [
            .. from property in type.GetProperties()
            let output = property.GetCustomAttribute<OutputAttribute>()
            where output is not null
            select new Member(
                output.Name ?? property.Name,
                // A base class's private setter is seen only from there.
                property.DeclaringType!.GetProperty(property.Name)!,
                typeof(OutputSlot)
                    .GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(property.PropertyType.GenericTypeArguments)
                    .CreateDelegate<Func<string, ImmutableHashSet<Resource>, (OutputSlot, object)>>()
            ),
        ];

    private static (OutputSlot Slot, object Output) Make<T>(string name, ImmutableHashSet<Resource> self)
    {
        var slot = new Typed<T>(name, self);
        return (slot, slot.Output);
    }

    private sealed record Member(
        string Name,
        PropertyInfo Property,
        Func<string, ImmutableHashSet<Resource>, (OutputSlot Slot, object Output)> Make
    );

    private sealed class Typed<T> : OutputSlot
    {
        private readonly TaskCompletionSource<OutputData<T>> completion = new();
        private readonly ImmutableHashSet<Resource> self;

        public Typed(string name, ImmutableHashSet<Resource> self)
            : base(name)
        {
            this.self = self;

            // The registration that completes it is tracked already.
            Output = new(completion.Task, tracked: false);
        }

        public Output<T> Output { get; }

        public override void Set(OutputData<object?> data) =>
            completion.SetResult(new(Converter.Convert<T>(data.Value), data.IsKnown, data.IsSecret, self));

        public override void SetDefault(bool isKnown) =>
            completion.TrySetResult(new(default!, isKnown, IsSecret: false, self));

        public override void Fail(Exception exception) => completion.TrySetException(exception);
    }
}
