namespace Pulumi;

/// <summary>Messages to the engine. Mocks keep errors only: one fails the run.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Ignore();

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Ignore();

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Ignore();

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Instance.Deployment.LogError(message);

    private static void Ignore() => _ = Deployment.Instance;
}
