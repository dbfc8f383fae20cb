using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>What users of federated services saw, region by region, and what the clusters carried for each other.</summary>
internal static class PopulationSection
{
    private const int RowsShown = 20;

    public static string Of(ReportContent content)
    {
        if (content.Summary.Populations is not { } populations) return "";
        return HtmlText.Section(
            "What users saw, region by region",
            HtmlText.TopRows(PopulationRows.Columns, populations, RowsShown, PopulationRows.Of, 1, 10)
            + Paths(content)
            + (content.Summary.Survivors is { } survivors
                ? HtmlText.TopRows(PopulationRows.SurvivorColumns, survivors, RowsShown, PopulationRows.Of)
                : ""));
    }

    private static string Paths(ReportContent content) => string.Concat(
        content.Summary.Populations!.Where(row => row.Path.Length > 0).Take(RowsShown)
            .Select(row => $"<p>{HtmlText.Encode($"{row.Users} to {row.Service}: {row.Path}.")}</p>\n"));
}
