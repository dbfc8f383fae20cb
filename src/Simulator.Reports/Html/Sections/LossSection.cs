namespace Simulator.Reports;

/// <summary>What users lost: by service where services stand for workloads, else by workload, worst first.</summary>
internal static class LossSection
{
    public static string Of(ReportContent content)
    {
        var (columns, rows) = Losses(content.Summary);
        if (rows.Count == 0) return content.Summary.Findings.Any(finding => finding.Cost > 0) ? "" : HtmlText.Section("What users lost", "<p>Nothing: no workload lost a replica.</p>\n");
        return HtmlText.Section("What users lost, worst first", HtmlText.FirstRows(columns, rows));
    }

    /// <summary>Those without a loss are left to the folds.</summary>
    private static (IReadOnlyList<string> Columns, List<string[]> Rows) Losses(Summary summary)
    {
        var services = summary.Services.Where(row => row.ReplicaSecondsLost > 0 || row.Users is { Failed: > 0 }).Select(row => ReportRows.Of(summary, row)).ToList();
        if (services.Count > 0) return (ReportRows.ColumnsOfServices(summary), services);
        return (ReportRows.WorkloadColumns, summary.Workloads.Where(row => row.ReplicaSecondsLost > 0).Select(row => ReportRows.Of(summary, row)).ToList());
    }
}
