using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>What services did with the requests that came, and how long it took them.</summary>
internal static class LoadSection
{
    public static string Of(ReportContent content) => HtmlText.Section(
        LoadRows.Title, HtmlText.FirstRows(LoadRows.Columns, content.Summary.Loads ?? [], row => LoadRows.Of(content.Summary, row)));
}
