using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>What users lost: by service where services stand for workloads, else by workload, worst first.</summary>
internal static class LossSection
{
    public static string Of(ReportContent content)
    {
        if (Losses(content.Summary) is { Length: > 0 } losses) return HtmlText.Section("What users lost, worst first", losses);
        return content.Summary.Findings.Any(finding => finding.Cost > 0)
            ? ""
            : HtmlText.Section("What users lost", "<p>Nothing: every workload has the replicas that it asks for and lost none.</p>\n");
    }

    /// <summary>Those without a loss are left to the folds; what never came is a loss, too.</summary>
    private static string Losses(Summary summary)
    {
        var shorts = summary.Workloads.Where(row => row.IsShort).Select(row => (row.Cluster, row.Workload)).ToHashSet();
        bool HasLost(ServiceRow row) => row.ReplicaSecondsLost > 0 || row.Users is { Failed: > 0 }
            || row.Workloads.Any(workload => shorts.Contains((row.Cluster, workload)));
        var services = summary.Services.Where(HasLost).ToList();
        if (services.Count > 0)
        {
            return HtmlText.FirstRows(ReportRows.ColumnsOfServices(summary), services, row => ReportRows.Of(summary, row));
        }
        var workloads = summary.Workloads.Where(row => row.ReplicaSecondsLost > 0 || row.IsShort).ToList();
        return HtmlText.FirstRows(ReportRows.WorkloadColumns, workloads, row => ReportRows.Of(summary, row));
    }
}
