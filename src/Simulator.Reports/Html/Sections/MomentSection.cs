using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>The moments of the first outage; folded, for the picture shows them.</summary>
internal static class MomentSection
{
    public static string Of(ReportContent content)
    {
        var rows = Moments.Of(content.Summary).Select(moment => new[] { moment.Name, moment.When, moment.Text }).ToList();
        return rows.Count == 0 ? "" : HtmlText.Fold("When what happened", HtmlText.Table(["moment", "time of the run", ""], rows, 1, 2));
    }
}
