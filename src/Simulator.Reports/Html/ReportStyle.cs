namespace Simulator.Reports;

/// <summary>The page's style sheet: light always (the pictures are), one column that fits a phone, two printed pages.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: #fff; color: #22272e;
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
        header p.what { margin: 0; color: #57606a; font-size: .9rem; }
        h1 { margin: .2rem 0 .6rem; font-size: clamp(1.25rem, 3.4vw, 1.7rem); line-height: 1.35; font-weight: 600; }
        h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
        h3 { margin: 1.2rem 0 .3rem; font-size: .95rem; }
        .reason { margin: .3rem 0; }
        .verdicts { list-style: none; margin: 1rem 0; padding: 0; }
        .verdicts li { margin: .25rem 0; padding: .35rem .7rem; border-left: .3rem solid #009e73; background: #f6f8fa; }
        .verdicts li.missed { border-color: #d55e00; }
        figure { margin: 1.2rem 0; }
        figure svg { display: block; width: 100%; height: auto; }
        figcaption { color: #57606a; font-size: .85rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        th, td { padding: .3rem .7rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #e5e7eb; }
        th { color: #57606a; font-weight: 600; }
        td.n, th.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        td:first-child { overflow-wrap: break-word; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; }
        dt { color: #57606a; }
        dd { margin: 0; overflow-wrap: anywhere; }
        code { font: .88em ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; }
        details { margin: .5rem 0; padding: .4rem 0; border-top: 1px solid #e5e7eb; }
        summary { cursor: pointer; font-weight: 600; }
        svg.narrow-screen { display: none !important; }
        @media screen and (max-width: 36rem) {
          svg.wide-screen { display: none !important; } svg.narrow-screen { display: block !important; }
          dl { display: block; } dd { margin-bottom: .5rem; }
          table { font-size: .8rem; } th, td { padding-right: .45rem; } th.n { white-space: normal; }
        }
        @media print {
          @page { size: A4; margin: 14mm; }
          body { padding: 0; max-width: none; font-size: 10pt; }
          table { font-size: 8.5pt; } th, td { padding: .1rem .5rem .1rem 0; }
          figure, tr, dl { break-inside: avoid; } figure + figure { display: none; } h2 { break-after: avoid; margin-top: 1rem; }
          details { display: none; }
        }

        """;
}
