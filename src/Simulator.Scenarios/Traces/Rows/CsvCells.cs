using System.Text;

namespace Simulator.Scenarios.Traces.Rows;

/// <summary>Cuts a line into cells.</summary>
internal static class CsvCells
{
    /// <summary>Quotes enclose cells in which the separator stands; two of them within are one.</summary>
    public static void Cut(string line, char separator, List<string> into)
    {
        into.Clear();
        for (var at = 0; ;)
        {
            if (at < line.Length && line[at] == '"') into.Add(Quoted(line, ref at, separator));
            else
            {
                var end = line.IndexOf(separator, at);
                if (end < 0) end = line.Length;
                into.Add(line[at..end].Trim());
                at = end;
            }

            if (at >= line.Length) return;
            at++;
        }
    }

    /// <summary>Cells between blanks and tabulators.</summary>
    public static void CutWords(string line, List<string> into)
    {
        into.Clear();
        for (var at = 0; at < line.Length;)
        {
            while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
            var begin = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at])) at++;
            if (at > begin) into.Add(line[begin..at]);
        }
    }

    private static string Quoted(string line, ref int at, char separator)
    {
        var cell = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"') cell.Append(line[at]);
            else if (at + 1 < line.Length && line[at + 1] == '"') cell.Append(line[at++]);
            else break;
        }

        while (at < line.Length && line[at] != separator) at++;
        return cell.ToString();
    }
}
