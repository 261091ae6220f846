namespace Pulumi;

/// <summary>How a stack is run. Nothing here says.</summary>
public class StackOptions;

/// <summary>How a function is called. Nothing here says.</summary>
public class InvokeOptions;
