using System.Globalization;
using Simulator.Reports.RunSets;
using Simulator.Reports.Tables;

namespace Simulator.Studies.Results;

/// <summary>runs.csv: a row for each run; the axes, the seed, the digest, then a column for each measure that any run has.</summary>
public static class RunsTable
{
    public const string FileName = "runs.csv";

    public static void Write(TextWriter text, IReadOnlyList<RunRow> rows)
    {
        IReadOnlyList<string> paths = [.. rows.SelectMany(row => row.Settings).Select(setting => setting.Path).Distinct()];
        IReadOnlyList<string> measures =
            [.. rows.SelectMany(row => row.Measures.Keys).Distinct().Order(StringComparer.Ordinal)];
        using var table = new CsvTable(text, [.. paths, "seed", "digest", "events", .. measures]);
        foreach (var row in rows)
        {
            foreach (var path in paths) table.Text(row.Settings.FirstOrDefault(setting => setting.Path == path)?.Value ?? "");
            table.Text(row.Seed).Text(row.Digest).Text(row.Events is { } events ? Number(events) : "");
            foreach (var measure in measures) table.Text(row.Measures.TryGetValue(measure, out var value) ? Number(value) : "");
            table.End();
        }

        table.Flush();
    }

    /// <summary>As summary.json has it: already rounded.</summary>
    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
