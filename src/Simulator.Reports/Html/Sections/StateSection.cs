using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>Applications that keep data, their pets and their claims.</summary>
internal static class StateSection
{
    public static string Of(ReportContent content)
    {
        var summary = content.Summary;
        return HtmlText.Section(
            "What keeps data",
            HtmlText.FirstRows(StateRows.ApplicationColumns, Rows(summary.Stateful, row => StateRows.Of(summary, row)), 1, 3, 7)
            + Titled(
                "Pets that were away, longest first", StateRows.PetColumns, Rows(summary.Pets, row => StateRows.Of(summary, row)), 1, 6)
            + Titled(
                "Identities that ran twice at once", StateRows.OverlapColumns, Rows(summary.Overlaps, row => StateRows.Of(summary, row)), 1,
                2)
            + Titled(
                "Claims without a volume at the end", StateRows.ClaimColumns, Rows(summary.Claims, row => StateRows.Of(summary, row)), 1,
                3));
    }

    private static List<string[]> Rows<T>(IReadOnlyList<T>? rows, Func<T, string[]> cells) => [.. (rows ?? []).Select(cells)];

    private static string Titled(string title, IReadOnlyList<string> columns, List<string[]> rows, params int[] textColumns) =>
        rows.Count == 0 ? "" : $"<h3>{HtmlText.Encode(title)}</h3>\n{HtmlText.FirstRows(columns, rows, textColumns)}";
}
