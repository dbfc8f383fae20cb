using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>What each zone held at the start and at the end.</summary>
internal static class ZoneSection
{
    private const int RowsShown = 200;

    public static string Of(ReportContent content) =>
        HtmlText.Fold("Zones", HtmlText.TopRows(ReportRows.ZoneColumns, content.Summary.Zones, RowsShown, ReportRows.Of));
}
