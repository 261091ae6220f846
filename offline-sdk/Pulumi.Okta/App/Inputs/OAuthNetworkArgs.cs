namespace Pulumi.Okta.App.Inputs;

/// <summary>From where tokens may be asked for.</summary>
public sealed class OAuthNetworkArgs : ResourceArgs
{
    [Input("connection", required: true)]
    public Input<string> Connection { get; set; } = null!;

    [field: Input("excludes")]
    public InputList<string> Excludes
    {
        get => field ??= new();
        set;
    }

    [field: Input("includes")]
    public InputList<string> Includes
    {
        get => field ??= new();
        set;
    }
}
