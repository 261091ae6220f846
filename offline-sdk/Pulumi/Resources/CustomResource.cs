namespace Pulumi;

/// <summary>A resource that a provider manages.</summary>
public class CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
    : Resource(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions())
{
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}

/// <summary>A configured instance of a provider.</summary>
public class ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
    : CustomResource($"pulumi:providers:{package}", name, args, options)
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    internal string Package { get; } = package;

    internal async Task<string> GetReferenceAsync()
    {
        var id = await Id.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        return $"{await Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false)}::{(id.Length > 0 ? id : Unknown)}";
    }
}
