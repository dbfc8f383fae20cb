using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>All measures, each with its meaning.</summary>
internal static class MeasureSection
{
    /// <summary>Each zone has a few.</summary>
    private const int RowsShown = 500;

    public static string Of(ReportContent content) => HtmlText.Fold(
        "All measures",
        HtmlText.TopRows(ReportRows.MeasureColumns, [.. content.Summary.Measures], RowsShown, ReportRows.Of, 2, 3));
}
