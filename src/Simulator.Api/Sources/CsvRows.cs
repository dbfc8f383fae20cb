using Simulator.Api.Documents;

namespace Simulator.Api.Sources;

/// <summary>The rows of a CSV text without a heading.</summary>
public static class CsvRows
{
    /// <summary>Rows with the lines in which they begin; empty lines are skipped. What cannot be read ends them with a sentence.</summary>
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Read(string file, string text, Diagnostics diagnostics)
    {
        var rows = new List<(int, IReadOnlyList<string>)>();
        try
        {
            var scanner = new CsvScanner(text);
            while (scanner.Next() is { } cells) rows.Add((scanner.Line, cells));
        }
        catch (SourceException broken)
        {
            diagnostics.Error(file, broken.Line, broken.Column, broken.Message);
        }

        return rows;
    }
}
