using Pulumi.Wire;

namespace Pulumi;

/// <summary>A resource that groups others.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, args: null, options) { }

    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options = null,
        bool remote = false
    )
        : base(
            type,
            name,
            custom: false,
            args ?? ResourceArgs.Empty,
            options ?? new ComponentResourceOptions(),
            remote
        ) => Remote = remote;

    internal bool Remote { get; }

    /// <summary>Registers the properties marked with [Output].</summary>
    protected void RegisterOutputs() => RegisterOutputs(OutputSlot.Read(this));

    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) =>
        RegisterOutputs(Output.Create(outputs));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Instance.Deployment.RegisterOutputs(this, outputs);
    }
}

/// <summary>The root of every deployment.</summary>
internal sealed class Stack(string name) : ComponentResource(TypeName, name)
{
    public const string TypeName = "pulumi:pulumi:Stack";

    /// <summary>A stack that is a function has no outputs of its own under mocks.</summary>
    public void Finish() => RegisterOutputs(new Dictionary<string, object?>());
}
