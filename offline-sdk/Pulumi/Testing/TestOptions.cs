namespace Pulumi.Testing;

/// <summary>The deployment that a test pretends.</summary>
public class TestOptions
{
    /// <summary>Defaults to "project".</summary>
    public string? ProjectName { get; set; }

    /// <summary>Defaults to "stack".</summary>
    public string? StackName { get; set; }

    /// <summary>Defaults to true: what the mocks do not answer is unknown.</summary>
    public bool? IsPreview { get; set; }
}
