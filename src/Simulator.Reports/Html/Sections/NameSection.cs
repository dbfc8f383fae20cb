using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>Names of which DNS told an address where nothing served.</summary>
internal static class NameSection
{
    public static string Of(ReportContent content) => HtmlText.Fold(
        "Names that DNS told wrongly, longest first",
        HtmlText.FirstRows(StateRows.NameColumns, content.Summary.Names ?? [], row => StateRows.Of(content.Summary, row)));
}
