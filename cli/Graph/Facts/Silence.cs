namespace OktaSpa.Cli.Graph.Facts;

/// <summary>Inputs whose usual value is not worth a word: silent as a pair of input and value, another one is told.</summary>
internal static class Silence
{
    /// <summary>A fact that says nothing of an input while it has its usual value.</summary>
    /// <param name="type">The type of the resource.</param>
    /// <param name="property">The view's property of the input's name.</param>
    /// <param name="isUsual">Whether the value is the usual one.</param>
    public static Fact<T> Of<T>(string type, string property, Predicate<T> isUsual)
        where T : ResourceView
    {
        var input = ResourceView.WireName(property);
        return new(
            type,
            $"silent-{input}",
            view => IsSilent(view) ? [] : [ResourceFacts.Other(input, view.Part(type)!.Inputs[input])]
        )
        {
            Reads = [property],
            Changes = (before, after) =>
            {
                if (IsSilent(after) && (before is null || IsSilent(before)))
                    return [];
                var (old, now) = (
                    before is null ? null : before.Part(type)?.Inputs[input],
                    after.Part(type)?.Inputs[input]
                );
                return ResourceView.TextOf(old) == ResourceView.TextOf(now)
                    ? []
                    : [ResourceFacts.OtherChanged(input, old, now)];
            },
        };

        bool IsSilent(T view) => view.Part(type) is null || isUsual(view);
    }
}
