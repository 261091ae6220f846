namespace Pulumi;

/// <summary>A resource that groups others.</summary>
public class ComponentResource(string type, string name, ComponentResourceOptions? options = null)
    : Resource(type, name, ResourceArgs.Empty, options ?? new ComponentResourceOptions())
{
    /// <summary>Registers the properties marked with [Output].</summary>
    protected void RegisterOutputs() =>
        RegisterOutputs(OutputProperties.ToDictionary(output => output.Name, output => output.Property.GetValue(this)));

    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        var deployment = Deployment.Instance;
        deployment.Track(deployment.RegisterOutputsAsync(this, outputs));
    }
}
