using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>What the input asks for and nothing acted upon: what can change the answer is open, the rest folded.</summary>
internal static class OmissionSection
{
    public static string Of(ReportContent content)
    {
        if (content.Summary.NotActedUpon is not { } rows) return "";
        var decisive = OmissionTables.Decisive(content.Summary);
        var open = decisive.Count == 0 ? "<p>Nothing that could change the answer.</p>\n" : Table(decisive);
        var folds = rows.Where(row => !row.IsDecisive).GroupBy(row => row.Effect, StringComparer.Ordinal);
        return HtmlText.Section(
            "Not acted upon",
            open + string.Concat(folds.Select(rest => HtmlText.Fold($"{HumanNumber.Count(rest.Count())} more: {rest.Key}", Table(rest)))));
    }

    private static string Table(IEnumerable<OmissionRow> rows) =>
        HtmlText.FirstRows(OmissionTables.Columns, rows.ToList(), OmissionTables.Of, 2, 3);
}
