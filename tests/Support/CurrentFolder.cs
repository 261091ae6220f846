using System.Runtime.CompilerServices;

namespace OktaSpa.Tests.Support;

/// <summary>The tests stand beside their own project, wherever they are started.</summary>
internal static class CurrentFolder
{
    [ModuleInitializer]
    public static void Enter() => Environment.CurrentDirectory = AppContext.BaseDirectory;
}
