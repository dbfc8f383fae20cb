using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>What users lost: by service where services stand for workloads, else by workload, worst first.</summary>
internal static class LossSection
{
    public static string Of(ReportContent content)
    {
        var (columns, rows) = Losses(content.Summary);
        if (rows.Count == 0)
        {
            return content.Summary.Findings.Any(finding => finding.Cost > 0)
                ? ""
                : HtmlText.Section("What users lost", "<p>Nothing: every workload has the replicas that it asks for and lost none.</p>\n");
        }
        return HtmlText.Section("What users lost, worst first", HtmlText.FirstRows(columns, rows));
    }

    /// <summary>Those without a loss are left to the folds; what never came is a loss, too.</summary>
    private static (IReadOnlyList<string> Columns, List<string[]> Rows) Losses(Summary summary)
    {
        var services = summary.Services.Where(row => row.ReplicaSecondsLost > 0 || row.Users is { Failed: > 0 } || IsShort(summary, row))
            .ToList();
        if (services.Count > 0) return (ReportRows.ColumnsOfServices(summary), [.. services.Select(row => ReportRows.Of(summary, row))]);
        var workloads = summary.Workloads.Where(row => row.ReplicaSecondsLost > 0 || row.IsShort);
        return (ReportRows.WorkloadColumns, [.. workloads.Select(row => ReportRows.Of(summary, row))]);
    }

    private static bool IsShort(Summary summary, ServiceRow service) =>
        summary.Workloads.Any(row => row.IsShort && row.Cluster == service.Cluster && service.Workloads.Contains(row.Workload));
}
