namespace OktaSpa.Cli.Rendering;

/// <summary>A line a remark, for editors and other programs that know files, lines and columns.</summary>
internal static class LineRendering
{
    /// <summary><c>file:line:column: severity rule path: message. Remedy.</c></summary>
    public static string Render(Remark remark) =>
        $"{PlainText.OneLine(remark.Position.ToString())}: {remark.Level.ToString().ToLowerInvariant()} {remark.Rule} {remark.Text}";
}
