namespace Simulator.Reports;

/// <summary>The parts of the report that are about applications that keep data; "" in a run without any.</summary>
internal static class StateSections
{
    private const int RowsShown = 20;

    public static string Applications(Summary summary) => HtmlText.Section(
        "What keeps data",
        Table(StateRows.ApplicationColumns, Rows(summary.Stateful, row => StateRows.Of(summary, row)), 1, 3, 7)
        + Titled("Pets that were away, longest first", StateRows.PetColumns, Rows(summary.Pets, row => StateRows.Of(summary, row)), 1, 6)
        + Titled("Identities that ran twice at once", StateRows.OverlapColumns, Rows(summary.Overlaps, row => StateRows.Of(summary, row)), 1, 2)
        + Titled("Claims without a volume at the end", StateRows.ClaimColumns, Rows(summary.Claims, row => StateRows.Of(summary, row)), 1, 3));

    public static string Names(Summary summary) =>
        HtmlText.Fold("Names that DNS told wrongly, longest first", Table(StateRows.NameColumns, Rows(summary.Names, row => StateRows.Of(summary, row))));

    private static List<string[]> Rows<T>(IReadOnlyList<T>? rows, Func<T, string[]> cells) => [.. (rows ?? []).Select(cells)];

    private static string Titled(string title, IReadOnlyList<string> columns, List<string[]> rows, params int[] textColumns) =>
        rows.Count == 0 ? "" : $"<h3>{HtmlText.Encode(title)}</h3>\n{Table(columns, rows, textColumns)}";

    private static string Table(IReadOnlyList<string> columns, List<string[]> rows, params int[] textColumns)
    {
        if (rows.Count == 0) return "";
        var rest = rows.Count > RowsShown
            ? HtmlText.Fold($"{HumanNumber.Count(rows.Count - RowsShown)} more", HtmlText.Table(columns, rows.Skip(RowsShown), textColumns))
            : "";
        return HtmlText.Table(columns, rows.Take(RowsShown), textColumns) + rest;
    }
}
