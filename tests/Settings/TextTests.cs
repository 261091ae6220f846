namespace OktaSpa.Tests.Settings;

/// <summary>The small helpers that messages are made with.</summary>
public sealed class TextTests
{
    private static readonly string[] Keys =
    [
        "label",
        "baseUris",
        "trustedOrigins",
        "signInRedirectUris",
        "signOutRedirectUris",
        "tile",
    ];

    [Theory]
    [InlineData("lable", "label")]
    [InlineData("abel", "label")]
    [InlineData("base_uris", "baseUris")]
    [InlineData("BASE-URIS", "baseUris")]
    [InlineData("signin", "signInRedirectUris")]
    [InlineData("trustedOrigin", "trustedOrigins")]
    [InlineData("tlie", "tile")]
    [InlineData("tiel", "tile")]
    [InlineData("tail", null)]
    [InlineData("sign", null)]
    [InlineData("si", null)]
    [InlineData("ti", null)]
    [InlineData("x", null)]
    [InlineData("access", null)]
    public void The_key_that_was_meant_is_one_slip_away_or_begins_so(string written, string? meant) =>
        Assert.Equal(meant, Text.Nearest(written, Keys));

    [Fact]
    public void Of_two_keys_as_near_the_first_by_name_is_meant_and_of_none_none()
    {
        Assert.Equal("cat", Text.Nearest("bat", ["rat", "cat"]));
        Assert.Null(Text.Nearest("bat", []));
    }

    [Theory]
    [InlineData("https://user:secret@app.example.com", "\"https://…@app.example.com\"")]
    [InlineData("//user:secret@app", "\"//…@app\"")]
    [InlineData("user:secret@app", "\"…@app\"")]
    [InlineData("Shop: sales@example.com", "\"Shop: sales@example.com\"")]
    [InlineData("team@example.com", "\"team@example.com\"")]
    [InlineData("https://app.example.com/@me", "\"https://…@me\"")]
    [InlineData("@https://app", "\"@https://app\"")]
    [InlineData("a\tb", "\"a\\u0009b\"")]
    [InlineData("a\u202Eb", "\"a\\u202eb\"")]
    public void A_value_is_quoted_on_one_line_without_what_may_be_a_password(string value, string quoted) =>
        Assert.Equal(quoted, Text.Quote(value));

    [Fact]
    public void A_long_value_is_cut()
    {
        Assert.Equal($"\"{new string('x', 80)}\"", Text.Quote(new('x', 80)));
        Assert.Equal($"\"{new string('x', 80)}…\"", Text.Quote(new('x', 81)));
    }

    [Theory]
    [InlineData("a\u200Db", false)]
    [InlineData("a\u200Cb", false)]
    [InlineData("\u200Db", true)]
    [InlineData("a\u200D", true)]
    [InlineData("a\u200Bb", true)]
    [InlineData("a\u2029b", true)]
    [InlineData("\U0001F469\u200D\U0001F467", false)]
    [InlineData("plain", false)]
    public void Joiners_are_hidden_only_at_an_end(string text, bool hidden) =>
        Assert.Equal(hidden, Text.HasHidden(text));

    [Fact]
    public void Lists_and_counts_are_said_as_people_say_them()
    {
        Assert.Equal(
            ("", "a", "a or b", "a, b or c"),
            (Text.Or([]), Text.Or(["a"]), Text.Or(["a", "b"]), Text.Or(["a", "b", "c"]))
        );
        Assert.Equal("a, b and c", Text.And(["a", "b", "c"]));
        Assert.Equal(
            ("0 risks", "1 risk", "2 risks"),
            (Text.Count(0, "risk"), Text.Count(1, "risk"), Text.Count(2, "risk"))
        );
    }
}
