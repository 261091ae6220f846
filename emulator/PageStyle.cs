namespace OktaSpa.Emulator;

/// <summary>How the page looks: light or dark, wide or narrow.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root {
          color-scheme: light dark;
          --page: light-dark(#fff, #15191e);
          --text: light-dark(#1f2328, #dfe5ec);
          --soft: light-dark(#59636e, #9aa4af);
          --line: light-dark(#d8dee4, #3a424c);
          --card: light-dark(#f6f8fa, #1c2128);
          --good: light-dark(#1a7f37, #57ab5a);
          --bad: light-dark(#b35900, #e0823d);
        }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--text) }
        h1 { font-size: 1.5rem; margin: 0 }
        h2 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; scroll-margin-top: 3.5rem }
        p { margin: .2rem 0 .6rem }
        p, small, dt, th, .heads { color: var(--soft) }
        h1, code, td, dd, summary { overflow-wrap: anywhere }
        a { color: inherit; text-decoration: none }
        a:hover { text-decoration: underline }
        code, pre { font: 13px/1.45 ui-monospace, monospace; word-break: break-all }
        pre { background: var(--card); margin: .3rem 0; overflow: auto; padding: .5rem; white-space: pre-wrap }
        .on { color: var(--good) }
        .off { color: var(--bad) }
        nav { align-items: center; background: var(--page); border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; padding: .5rem 0; position: sticky; top: 0; z-index: 1 }
        nav form { margin-left: auto }
        input { background: var(--card); border: 1px solid var(--line); border-radius: 6px; color: inherit; font: inherit; padding: .15rem .5rem; width: 11rem }
        table { border-collapse: collapse; width: 100% }
        th { font-weight: 500; text-align: left }
        td, th, .app { border-bottom: 1px solid var(--line) }
        td, th { padding: .25rem .8rem .25rem 0; vertical-align: top }
        summary { cursor: pointer }
        .app { display: grid; gap: 0 .8rem; grid-template-columns: minmax(0, 3fr) minmax(0, 3fr) minmax(0, 4fr) 4.5rem; list-style: none; padding: .25rem 0 }
        .app :nth-child(3) { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
        .app b { font-weight: 600 }
        .app b::before { color: var(--soft); content: "\25B8"; display: inline-block; font-weight: 400; width: 1.1rem }
        [open] > .app b::before { content: "\25BE" }
        dl { display: grid; gap: .15rem 1rem; grid-template-columns: 11rem minmax(0, 1fr); margin: 0; padding: .3rem 1.1rem .8rem }
        dd { margin: 0 }
        @media (max-width: 40rem) {
          .app { grid-template-columns: minmax(0, 1fr) 4.5rem }
          .app :nth-child(2), .app :nth-child(3) { display: none }
          dl { grid-template-columns: minmax(0, 1fr) }
          dd { margin-bottom: .4rem }
          nav form { margin-left: 0 }
        }
        """;
}
