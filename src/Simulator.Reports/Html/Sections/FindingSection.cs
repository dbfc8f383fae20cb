using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>What the answer says and what it has no room for; nothing where one sentence is all of it.</summary>
internal static class FindingSection
{
    private const int RowsShown = 50;

    public static string Of(ReportContent content) => content.Summary.Findings.Count <= 1
        ? ""
        : HtmlText.Section(
            "What there is to know, worst first",
            HtmlText.TopRows(ReportRows.FindingColumns, content.Summary.Findings, RowsShown, ReportRows.Of, 1));
}
