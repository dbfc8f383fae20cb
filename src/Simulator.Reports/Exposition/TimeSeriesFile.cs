using System.Globalization;
using System.IO.Compression;

namespace Simulator.Reports.Exposition;

/// <summary>timeseries.csv as it was written: columns by name, and rows of texts.</summary>
/// <param name="Columns">Without the time.</param>
/// <param name="Rows">Seconds since the start of the run, and a text for each column; "" = no value.</param>
public sealed record TimeSeriesFile(IReadOnlyList<string> Columns, IReadOnlyList<(string Time, string[] Values)> Rows)
{
    /// <summary>In a results folder; packed it ends in <see cref="Packed"/>.</summary>
    public const string FileName = "timeseries.csv";

    private const string Packed = ".gz";

    private const string Time = "time_s";

    /// <summary>Null: the folder has none.</summary>
    public static string? PathIn(string folder) =>
        new[] { FileName, FileName + Packed }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="FormatException">It is no such file; the message says in which row and why.</exception>
    public static TimeSeriesFile Read(string path)
    {
        var lines = Lines(path);
        if (lines.Count == 0) throw new FormatException("the file is empty");
        var header = Cells(lines[0]);
        if (header.Length == 0 || header[0] != Time) throw new FormatException($"row 1: its first column is not {Time}");
        var rows = new List<(string Time, string[] Values)>();
        var before = double.NegativeInfinity;
        for (var i = 1; i < lines.Count; i++)
        {
            var cells = Cells(lines[i]);
            if (cells.Length != header.Length)
            {
                throw new FormatException($"row {i + 1}: found {cells.Length} cells; allowed are {header.Length}");
            }
            foreach (var cell in cells)
            {
                if (cell.Length > 0 && !IsNumber(cell, out _)) throw new FormatException($"row {i + 1}: '{cell}' is no number");
            }
            if (!IsNumber(cells[0], out var time) || time <= before)
            {
                throw new FormatException($"row {i + 1}: the time {cells[0]} does not come after that of the row before");
            }
            before = time;
            rows.Add((cells[0], cells[1..]));
        }

        return new TimeSeriesFile(header[1..], rows);
    }

    private static List<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream bytes = path.EndsWith(Packed, StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var text = new StreamReader(bytes);
        var lines = new List<string>();
        while (text.ReadLine() is { } line) lines.Add(line);
        return lines;
    }

    /// <summary>Names of zones and pools need no quotes.</summary>
    private static string[] Cells(string line) => line.Split(',');

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
