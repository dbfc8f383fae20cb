using Simulator.Reports.Statistics;

namespace Simulator.Reports.Html.Sections;

/// <summary>What users and programs did, in order.</summary>
internal static class ChronicleSection
{
    public static string Of(ReportContent content)
    {
        var rows = content.Summary.Chronicle.Select(row => new[] { HumanTime.Clock(row.At), row.Text }).ToList();
        return rows.Count == 0 ? "" : HtmlText.Fold("What users and programs did", HtmlText.Table(["time of the run", ""], rows, 1));
    }
}
