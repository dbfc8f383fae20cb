namespace Simulator.Reports.Text;

/// <summary>Breaks text into lines of a width, between words.</summary>
public static class Wrapping
{
    /// <summary>No line for no text; a word that is longer than the width stays whole.</summary>
    public static IEnumerable<string> Break(string text, int columns) => Hang("", text, columns);

    /// <summary>The first line starts with a lead, the others with as much space.</summary>
    public static IEnumerable<string> Hang(string lead, string text, int columns)
    {
        if (text.Length == 0) return [];
        var indent = new string(' ', lead.Length);
        return Join(text.Split(' '), " ", columns - lead.Length).Select((line, i) => (i == 0 ? lead : indent) + line);
    }

    /// <summary>Parts with a separator between them; a new line where the next part does not fit.</summary>
    public static IReadOnlyList<string> Join(IEnumerable<string> parts, string separator, int columns)
    {
        var lines = new List<string>();
        foreach (var part in parts)
        {
            if (lines.Count > 0 && lines[^1].Length + separator.Length + part.Length <= columns) lines[^1] += separator + part;
            else lines.Add(part);
        }

        return lines;
    }
}
