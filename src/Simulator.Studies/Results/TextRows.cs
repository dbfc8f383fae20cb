namespace Simulator.Studies.Results;

/// <summary>Rows of cells for a terminal.</summary>
public static class TextRows
{
    /// <summary>Each column as wide as its widest cell, two blanks between them.</summary>
    /// <param name="rows">Of equal length.</param>
    /// <param name="toTheRight">Columns whose cells end at the same place.</param>
    public static IEnumerable<string> Aligned(IReadOnlyList<string[]> rows, params int[] toTheRight)
    {
        if (rows.Count == 0) return [];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) =>
            toTheRight.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
    }
}
