using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>How many machines there were, and what they cost, for whom.</summary>
internal static class MoneySection
{
    private const int RowsShown = 20;

    public static string Of(ReportContent content)
    {
        var summary = content.Summary;
        if (summary.Pools is not { } pools) return "";
        var sources = MoneyRows.SourcesOf(summary);
        return HtmlText.Fold(
            "Machines and money",
            HtmlText.TopRows(MoneyRows.PoolColumns, pools, RowsShown, row => MoneyRows.Of(summary, row))
            + HtmlText.TopRows(MoneyRows.WorkloadColumns, summary.WorkloadCosts ?? [], RowsShown, row => MoneyRows.Of(summary, row))
            + (sources.Length == 0 ? "" : $"<p>{HtmlText.Encode(sources)}</p>\n"));
    }
}
