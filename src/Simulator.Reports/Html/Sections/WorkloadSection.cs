using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>Workloads, worst first, whether or not they lost something.</summary>
internal static class WorkloadSection
{
    private const int RowsShown = 500;

    public static string Of(ReportContent content)
    {
        var summary = content.Summary;
        if (summary.Workloads.Count == 0) return "";
        return HtmlText.Fold(
            "Workloads",
            HtmlText.TopRows(ReportRows.WorkloadColumns, summary.Workloads, RowsShown, row => ReportRows.Of(summary, row)));
    }
}
