namespace Pulumi;

/// <summary>Ends the program with a message, without a stack trace.</summary>
public class RunException(string message) : Exception(message);
