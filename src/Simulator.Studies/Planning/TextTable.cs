namespace Simulator.Studies.Planning;

/// <summary>A table on a terminal: numbers to the right, the last column as long as it is.</summary>
internal static class TextTable
{
    /// <param name="columns">A title that begins with a blank is that of a column of text; the others are of numbers.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string> columns, IReadOnlyList<string[]> rows)
    {
        var widths = columns.Select((title, i) => rows.Select(row => row[i].Length).Append(title.Trim().Length).Max()).ToList();
        return rows.Prepend([.. columns.Select(title => title.Trim())]).Select(Line);

        string Line(string[] cells) => "  " + string.Join("   ", cells.Select(Cell)).TrimEnd();

        string Cell(string text, int i) => columns[i].StartsWith(' ') ? text.PadRight(widths[i]) : text.PadLeft(widths[i]);
    }
}
