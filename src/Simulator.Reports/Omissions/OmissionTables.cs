namespace Simulator.Reports;

/// <summary>What was not acted upon, as the report and summary.md show it.</summary>
internal static class OmissionTables
{
    public static readonly IReadOnlyList<string> Columns = ["what", "objects", "what happens instead", "first at"];

    public static string[] Of(OmissionRow row) => [row.Subject, HumanNumber.Count(row.Count), row.Sentence, row.Place];

    /// <summary>What can change the answer is open, the rest folded.</summary>
    public static string Section(Summary summary)
    {
        if (summary.NotActedUpon is not { } rows) return "";
        var decisive = OmissionLines.Decisive(summary);
        var open = decisive.Count == 0 ? "<p>Nothing that could change the answer.</p>\n" : Table(decisive);
        var folds = rows.Where(row => !row.IsDecisive).GroupBy(row => row.Effect, StringComparer.Ordinal);
        return HtmlText.Section("Not acted upon", open + string.Concat(folds.Select(rest => HtmlText.Fold($"{HumanNumber.Count(rest.Count())} more: {rest.Key}", Table(rest)))));
    }

    private static string Table(IEnumerable<OmissionRow> rows) => HtmlText.Table(Columns, rows.Select(Of), 2, 3);
}
