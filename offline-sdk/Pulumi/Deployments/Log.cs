namespace Pulumi;

/// <summary>Messages to the engine, which mocks do not have.</summary>
public static class Log
{
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) { }
}
