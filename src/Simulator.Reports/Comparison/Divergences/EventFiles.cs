using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Comparison.Divergences;

/// <summary>Holds events.csv of two folders of <c>simulator run</c> against each other, row by row.</summary>
public static class EventFiles
{
    /// <summary>Whether a folder holds the events of one run.</summary>
    public static bool AreIn(string folder) => PathIn(folder) is not null;

    /// <summary>Null: no row differs.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Divergence? Part(string seed, string before, string after)
    {
        var context = new Queue<EventRow>();
        using var first = RowsOf(before).GetEnumerator();
        using var second = RowsOf(after).GetEnumerator();
        while (true)
        {
            var (a, b) = (Next(first), Next(second));
            if (a is null && b is null) return null;
            if (a != b) return new Divergence(seed, [.. context], a, b);
            if (context.Count == Divergence.ContextRows) context.Dequeue();
            context.Enqueue(a!);
        }
    }

    private static EventRow? Next(IEnumerator<EventRow> rows) => rows.MoveNext() ? rows.Current : null;

    private static IEnumerable<EventRow> RowsOf(string folder)
    {
        var path = PathIn(folder) ?? throw new FileNotFoundException($"{folder} holds no {EventTable.FileName}");
        using Stream file = File.OpenRead(path);
        using Stream bytes = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var csv = CsvReader.Create(bytes);
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return new EventRow(
                decimal.Parse(
                    csv.GetSpan(0), CultureInfo.InvariantCulture), Text(csv, 1), Text(csv, 2), Text(csv, 3), Text(csv, 4), Text(csv, 5),
                Text(csv, 6));
        }
    }

    private static string Text(CsvReader csv, int column) => csv.GetString(column) ?? "";

    private static string? PathIn(string folder) =>
        new[] { EventTable.FileName, EventTable.FileName + ".gz" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
