namespace OktaSpa.Cli.Graph;

/// <summary>One thing that is declared of a resource, how people say it, and how a change of it is judged.</summary>
/// <param name="Type">The type of the resource.</param>
/// <param name="Name">Its own name, in kebab case.</param>
/// <param name="Words">How people say it; nothing for what is not worth a word.</param>
internal sealed record Fact<T>(string Type, string Name, Func<T, IEnumerable<Sentence>> Words)
    where T : ResourceView
{
    private readonly IReadOnlyList<string> reads = [];

    /// <summary>The inputs that it tells, by wire name; set by the names of the view's properties.</summary>
    public IReadOnlyList<string> Reads
    {
        get => reads;
        init => reads = [.. value.Select(ResourceView.WireName)];
    }

    /// <summary>The outputs of the application that it tells.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>What its words are headed by; null where they are sentences of their own.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it may have any number of words, a line each.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether its words stand beside the resource's name.</summary>
    public bool IsHeading { get; init; }

    /// <summary>What is unsafe in itself, and no stack file can say.</summary>
    public Func<T, IEnumerable<Judgement>> Alarms { get; init; } = _ => [];

    /// <summary>How a change is judged; there is nothing before it for a resource that is new.</summary>
    public Func<T?, T, IEnumerable<Judgement>> Changes { get; init; } = (_, _) => [];
}
