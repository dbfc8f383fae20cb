using Simulator.Reports.Html.Sections;

namespace Simulator.Reports.Html;

/// <summary>
/// report.html of a run: the answer, a picture, what users lost, how it was obtained; the rest folded.
/// </summary>
internal static class ReportPage
{
    public static string Write(ReportContent content) => HtmlPage.Of(content.Summary.Scenario, SectionTable.Html(content));
}
