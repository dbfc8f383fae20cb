using Simulator.Reports.Html;
using Simulator.Reports.Html.Studies;

namespace Simulator.Studies.Results;

/// <summary>Rows of cells for a terminal.</summary>
public static class TextRows
{
    /// <summary>A table as a page has it, under its heads.</summary>
    public static IEnumerable<string> Of(StudyTable table) => Of(table.Columns, table.Rows);

    /// <inheritdoc cref="Of(StudyTable)"/>
    public static IEnumerable<string> Of(IReadOnlyList<StudyColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows) => Aligned(
        [[.. columns.Select(column => column.Head)], .. rows],
        [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].Style == CellStyle.Number)]);

    /// <summary>Each column as wide as its widest cell, two blanks between them.</summary>
    /// <param name="rows">Of equal length.</param>
    /// <param name="toTheRight">Columns whose cells end at the same place.</param>
    public static IEnumerable<string> Aligned(IReadOnlyList<IReadOnlyList<string>> rows, params int[] toTheRight)
    {
        if (rows.Count == 0) return [];
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) =>
            toTheRight.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
    }
}
