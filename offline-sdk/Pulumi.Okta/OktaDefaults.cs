namespace Pulumi.Okta;

/// <summary>What every resource and call of the package says unless told otherwise.</summary>
internal static class OktaDefaults
{
    public const string Version = "6.11.0";

    public static CustomResourceOptions Merge(CustomResourceOptions? options, params string[] secretOutputs)
    {
        var merged = CustomResourceOptions.Merge(
            new() { Version = Version, AdditionalSecretOutputs = [.. secretOutputs] },
            options
        );
        merged.Id = "";
        return merged;
    }

    public static TOptions Merge<TOptions>(TOptions? options)
        where TOptions : InvokeOptions, new()
    {
        options ??= new();
        options.Version ??= Version;
        return options;
    }
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class OktaResourceTypeAttribute(string type) : ResourceTypeAttribute(type, OktaDefaults.Version);
