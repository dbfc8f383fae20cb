using System.Text;
using Simulator.Reports.Plots.Studies;
using Simulator.Reports.Statistics;
using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Studies;

/// <summary>summary.md of a study: what its page tells, but for the pictures; fit for a pull request.</summary>
public static class StudyMarkdown
{
    private const int RowsMax = 100;

    public static string Write(StudyContent content)
    {
        var text = new StringBuilder($"# {content.Title}\n");
        foreach (var sentence in content.Answer) text.Append($"\n{sentence}\n");
        if (content.Verdicts.Count > 0) text.Append('\n');
        foreach (var verdict in content.Verdicts) text.Append($"- **{verdict.Word}** {verdict.Text}\n");
        foreach (var table in content.Tables) Write(text, table);
        Write(text, content.How);
        return text.ToString();
    }

    private static void Write(StringBuilder text, StudyTable table)
    {
        if (table.Rows.Count == 0) return;
        text.Append($"\n## {table.Title}\n\n").Append(MarkdownTable.Head(
            [.. table.Columns.Select(column => column.Head)], [.. table.Columns.Select(column => column.Style == CellStyle.Number)]));
        foreach (var row in table.Rows.Take(RowsMax)) text.Append(MarkdownTable.Row(row.Zip(table.Columns, Cell)));
        var rest = table.Rows.Count - RowsMax;
        if (rest > 0) text.Append($"\n{HumanNumber.Count(rest)} more: {table.File} has all of them.\n");
        if (table.Note.Length > 0) text.Append($"\n{table.Note}\n");
    }

    private static string Cell(string text, StudyColumn column) =>
        column.Style == CellStyle.Verdict && VerdictWords.KindOf(text) != VerdictKind.Neutral ? $"**{text}**" : text;

    private static void Write(StringBuilder text, StudyOrigin how)
    {
        text.Append($"\n## How it was obtained\n\nSeeds {how.Seeds}, version {how.Version}, Kubernetes {how.Kubernetes}.\n");
        foreach (var (term, fact) in how.Facts) text.Append($"{char.ToUpperInvariant(term[0])}{term[1..]}: {fact}.\n");
        text.Append(how.Flags.Count == 0
            ? "All flags are at their defaults.\n"
            : $"Flags that differ: {string.Join("; ", how.Flags.Select(flag => $"`{flag}`"))}.\n");
        foreach (var sentence in how.Method) text.Append($"{sentence}\n");
        text.Append($"Repeat it: `{how.Command}`\n");
    }
}
