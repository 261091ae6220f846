namespace OktaSpa.Cli.Rendering;

/// <summary>How a picture looks, light and dark.</summary>
internal static class SvgStyle
{
    /// <summary>
    /// The rules, without variables, which not every viewer knows; all below the class <c>okta-spa</c>, since a
    /// page may
    /// take the picture in.
    /// </summary>
    public const string Css = """

        .okta-spa { max-width: 100%; height: auto; font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
        .okta-spa text { fill: #1f2328; stroke: none; }
        .okta-spa .paper { fill: #ffffff; stroke: none; }
        .okta-spa .stack { font-size: 17px; font-weight: 600; }
        .okta-spa .label { font-size: 14px; font-weight: 600; }
        .okta-spa .origin { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
        .okta-spa .muted { font-size: 12px; font-weight: 400; fill: #59636e; }
        .okta-spa rect { stroke-width: 1.5; }
        .okta-spa .who rect { fill: #ddf4ff; }
        .okta-spa .everyone rect { stroke-width: 3; }
        .okta-spa .application > rect { fill: #f6f8fa; stroke: #818b98; }
        .okta-spa .place rect { fill: #ffffff; stroke: #818b98; }
        .okta-spa .trusted rect { fill: #dafbe1; stroke: #4ac26b; }
        .okta-spa .caution > rect { stroke: #bf8700; stroke-width: 3; }
        .okta-spa .danger > rect { stroke: #cf222e; stroke-width: 3; }
        .okta-spa .caution .risk { font-weight: 600; fill: #7d4e00; }
        .okta-spa .danger .risk { font-weight: 600; fill: #cf222e; }
        .okta-spa .edge { fill: none; stroke: #818b98; stroke-width: 1.5; }
        .okta-spa .less { stroke-dasharray: 5 4; }
        .okta-spa .edge:hover { stroke: #0969da; stroke-width: 3; }
        .okta-spa .arrow { fill: #818b98; }
        .okta-spa .mark { fill: none; stroke: #818b98; stroke-width: 1.5; }
        .okta-spa .trust { fill: #4ac26b; stroke: #2da44e; }
        .okta-spa .any { fill: #bf8700; stroke: #9a6700; }
        .okta-spa .dash-1 rect { stroke-dasharray: 6 3; }
        .okta-spa .dash-2 rect { stroke-dasharray: 2 3; }
        @media (prefers-color-scheme: dark) {
          .okta-spa text { fill: #f0f6fc; }
          .okta-spa .paper { fill: #0d1117; }
          .okta-spa .muted { fill: #9198a1; }
          .okta-spa .who rect { fill: #0c2d4d; }
          .okta-spa .application > rect { fill: #151b23; stroke: #656c76; }
          .okta-spa .place rect { fill: #0d1117; stroke: #656c76; }
          .okta-spa .trusted rect { fill: #0f2d1a; stroke: #2ea043; }
          .okta-spa .caution > rect { stroke: #d29922; }
          .okta-spa .danger > rect { stroke: #f85149; }
          .okta-spa .caution .risk { fill: #d29922; }
          .okta-spa .danger .risk { fill: #ff7b72; }
          .okta-spa .edge { stroke: #656c76; }
          .okta-spa .edge:hover { stroke: #58a6ff; }
          .okta-spa .arrow { fill: #656c76; }
          .okta-spa .mark { stroke: #656c76; }
          .okta-spa .trust { fill: #2ea043; stroke: #3fb950; }
          .okta-spa .any { fill: #d29922; stroke: #bb8009; }
        }
        .okta-spa .hue-0, .okta-spa .hue-0 rect { stroke: #3b82f6; }
        .okta-spa .hue-1, .okta-spa .hue-1 rect { stroke: #c2571a; }
        .okta-spa .hue-2, .okta-spa .hue-2 rect { stroke: #1a8f8f; }
        .okta-spa .hue-3, .okta-spa .hue-3 rect { stroke: #a371f7; }
        .okta-spa .hue-4, .okta-spa .hue-4 rect { stroke: #d6479b; }
        .okta-spa .hue-5, .okta-spa .hue-5 rect { stroke: #7d8a1a; }

        """;
}
