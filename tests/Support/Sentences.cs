namespace OktaSpa.Tests.Support;

/// <summary>What is wrong with a file of the repository, told to whoever wrote it.</summary>
internal static class Sentences
{
    public static void AssertNone(IEnumerable<string> wrong)
    {
        var sentences = string.Join('\n', wrong);
        if (sentences.Length > 0)
            Assert.Fail(sentences);
    }
}
