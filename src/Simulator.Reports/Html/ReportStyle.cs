using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Html;

/// <summary>
/// The page's style sheet: light or dark as the reader has it, light on paper; one column that fits a phone, two printed pages.
/// </summary>
internal static class ReportStyle
{
    private const string Common = """
        :root { color-scheme: light dark; --paper: #fff; --ink: #22272e; --faint: #57606a; --line: #e5e7eb; --soft: #f6f8fa;
          --cue: rgba(34, 39, 46, .28); --good: #009e73; --bad: #d55e00; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
          overflow-wrap: anywhere; }
        header p.what { margin: 0; color: var(--faint); font-size: .9rem; }
        h1 { margin: .2rem 0 .6rem; font-size: clamp(1.25rem, 3.4vw, 1.7rem); line-height: 1.35; font-weight: 600; }
        h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
        h3 { margin: 1.2rem 0 .3rem; font-size: .95rem; }
        .reason { margin: .3rem 0; }
        .note { margin: .4rem 0; color: var(--faint); font-size: .85rem; }
        .v { white-space: nowrap; } .v::before { content: ""; display: inline-block; width: .55em; height: .55em; margin-right: .45em;
          border: 1.5px solid var(--faint); border-radius: 50%; }
        .v.good::before { background: var(--good); border-color: var(--good); }
        .v.bad { font-weight: 600; } .v.bad::before { background: var(--bad); border-color: var(--bad); border-radius: 0; rotate: 45deg; }
        .verdicts { list-style: none; margin: 1rem 0; padding: 0; }
        .verdicts li { margin: .25rem 0; padding: .35rem .7rem; border-left: .3rem solid var(--good); background: var(--soft); }
        .verdicts li.missed { border-color: var(--bad); }
        figure { margin: 1.2rem 0; }
        figure svg { display: block; width: 100%; height: auto; }
        figure svg:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 2px solid #0072b2; outline-offset: 2px; }
        figcaption { color: var(--faint); font-size: .85rem; }
        .h.on { fill: var(--ink); fill-opacity: .12; } .f.h.on { fill-opacity: .6; }
        #tip { position: fixed; z-index: 2; max-width: 20rem; padding: .4rem .6rem; border-radius: .3rem;
          background: var(--ink); color: var(--paper); font-size: .8rem; line-height: 1.35; white-space: pre-line; pointer-events: none;
          font-variant-numeric: tabular-nums; }
        .scroll { overflow-x: auto; background:
          linear-gradient(to left, var(--paper) 40%, transparent) right / 3rem 100% no-repeat local,
          linear-gradient(to left, var(--cue), transparent) right / 1rem 100% no-repeat scroll; }
        table { border-collapse: separate; border-spacing: 0; width: 100%; border-bottom: 1px solid var(--line);
          font-size: .9rem; overflow-wrap: break-word; }
        th, td { padding: .3rem .7rem .3rem 0; text-align: left; vertical-align: top; }
        td { border-top: 1px solid var(--line); }
        th { color: var(--faint); font-weight: 600; vertical-align: bottom; }
        td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } td.n { white-space: nowrap; }
        td.t { min-width: 9rem; }
        th:first-child, td:first-child { position: sticky; left: 0; min-width: 6rem; max-width: 22rem; background: var(--paper); }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; }
        dt { color: var(--faint); }
        dd { margin: 0; }
        code { font: .88em ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; }
        details { margin: .5rem 0; padding: .4rem 0; border-top: 1px solid var(--line); }
        summary { cursor: pointer; font-weight: 600; }
        svg.narrow-screen { display: none !important; }

        """;

    private const string Media = """
        @media screen and (max-width: 36rem) {
          svg.wide-screen { display: none !important; } svg.narrow-screen { display: block !important; }
          dl { display: block; } dd { margin-bottom: .5rem; }
          table { font-size: .8rem; } th, td { padding-right: .45rem; }
          th:first-child, td:first-child { min-width: 7.5rem; max-width: 9.5rem; }
        }
        @media print {
          @page { size: A4; margin: 14mm; }
          body { padding: 0; max-width: none; font-size: 10pt; }
          table { font-size: 8.5pt; } th, td { padding: .1rem .5rem .1rem 0; }
          .scroll { overflow: visible; background: none; } th:first-child, td:first-child { position: static; }
          figure, tr, dl { break-inside: avoid; } h2 { break-after: avoid; margin-top: 1rem; }
          details, #tip { display: none; }
        }

        """;

    public static string Css { get; } = $$"""
        {{Common}}@media screen and (prefers-color-scheme: dark) {
          :root { --paper: #14181d; --ink: #e6edf3; --faint: #9aa5b1; --line: #333a43; --soft: #1d2329;
            --cue: rgba(230, 237, 243, .4); --good: #2ecc9a; --bad: #ff8b3d; }
          {{SvgWriter.DarkCss}}
        }
        {{Media}}
        """.ReplaceLineEndings("\n");
}
