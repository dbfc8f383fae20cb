using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>Workloads, worst first, whether or not they lost something.</summary>
internal static class WorkloadSection
{
    private const int WorkloadsMax = 500;

    public static string Of(ReportContent content)
    {
        var summary = content.Summary;
        if (summary.Workloads.Count == 0) return "";
        var table =
            HtmlText.Table(ReportRows.WorkloadColumns, summary.Workloads.Take(WorkloadsMax).Select(row => ReportRows.Of(summary, row)));
        var rest = summary.Workloads.Count <= WorkloadsMax ? "" : $"<p>The worst {WorkloadsMax}; all of them are in summary.json.</p>\n";
        return HtmlText.Fold("Workloads", table + rest);
    }
}
