using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>What each zone held at the start and at the end.</summary>
internal static class ZoneSection
{
    public static string Of(ReportContent content) =>
        HtmlText.Fold("Zones", HtmlText.Table(ReportRows.ZoneColumns, content.Summary.Zones.Select(ReportRows.Of)));
}
