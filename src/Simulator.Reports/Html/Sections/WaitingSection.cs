using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>The pods that wait when the run ends, with the reason and the command that says more.</summary>
internal static class WaitingSection
{
    private const int RowsShown = 50;

    public static string Of(ReportContent content) => content.Summary.Waiting is not { } rows
        ? ""
        : HtmlText.Section(
            "Pods that wait at the end",
            HtmlText.TopRows(WaitingText.Columns, rows, RowsShown, row => WaitingText.Cells(content.Summary, row), 1, 3, 4));
}
