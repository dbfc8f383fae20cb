using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>All measures, each with its meaning.</summary>
internal static class MeasureSection
{
    public static string Of(ReportContent content) =>
        HtmlText.Fold("All measures", HtmlText.Table(ReportRows.MeasureColumns, content.Summary.Measures.Select(ReportRows.Of), 2, 3));
}
