namespace Simulator.Reports;

/// <summary>The parts of the report that somebody opens who wants to know.</summary>
internal static class ReportFolds
{
    private const int WorkloadsMax = 500;

    public static string All(Summary summary, IReadOnlyList<string> notes) => string.Concat(
        HtmlText.Fold("All measures", HtmlText.Table(ReportRows.MeasureColumns, summary.Measures.Select(ReportRows.Of), 2, 3)),
        HtmlText.Fold("Zones", HtmlText.Table(ReportRows.ZoneColumns, summary.Zones.Select(ReportRows.Of))),
        HtmlText.Fold("Workloads", Workloads(summary)),
        HtmlText.Fold("Files beside this one", Files(summary, notes)));

    private static string Workloads(Summary summary)
    {
        if (summary.Workloads.Count == 0) return "";
        var table = HtmlText.Table(ReportRows.WorkloadColumns, summary.Workloads.Take(WorkloadsMax).Select(row => ReportRows.Of(summary, row)));
        return summary.Workloads.Count <= WorkloadsMax ? table : table + $"<p>The worst {WorkloadsMax}; all of them are in summary.json.</p>\n";
    }

    private static string Files(Summary summary, IReadOnlyList<string> notes)
    {
        const string files = "<p><code>summary.json</code>, <code>summary.md</code>, <code>timeseries.csv</code>, <code>pods.csv</code>, "
            + "<code>nodes.csv</code>, <code>services.csv</code>, <code>events.csv</code>, <code>plots/</code></p>\n";
        var pets = summary.Pets is { } rows && rows.Any(row => row.Absences > 0) ? "<p><code>pets.csv</code>: each time that a pet was away</p>\n" : "";
        var claims = summary.Measure("claims.pendingAtEnd") is null ? "" : "<p><code>claims.csv</code>: all claims</p>\n";
        return files + pets + claims + string.Concat(notes.Select(note => $"<p>{HtmlText.Encode(note)}</p>\n"));
    }
}
