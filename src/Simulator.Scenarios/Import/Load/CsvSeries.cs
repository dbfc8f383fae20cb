using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Import.Load;

/// <summary>
/// Reads a CSV table: a column of times and either one of names and one of values (a row a service and moment), or a column a service.
/// </summary>
internal sealed class CsvSeries(string file, LoadNaming naming, Diagnostics diagnostics)
{
    private static readonly string[] Times = ["time", "timestamp", "ts", "date", "at"];
    private static readonly string[] Names = ["service", "app", "name", "pod", "deployment"];
    private static readonly string[] Values = ["rate", "value", "requests", "rps", "cpu", "memory"];

    /// <summary>Null after an error that leaves nothing.</summary>
    public IReadOnlyList<LoadSeries>? Read()
    {
        if (CsvTable.Read(file, diagnostics) is not { } table) return null;
        var (time, name, value) = (Column(table, Times), Column(table, Names), Column(table, Values));
        if (time is null || (name is not null && value is null) || table.Header.Count < 2)
        {
            diagnostics.Error(
                file, 1, 1, $"has no column for {(time is null ? "the time" : "the values")}; its columns are "
                    + $"{Wording.Shortened(Wording.Listed(table.Header), 200)}; allowed are time and one column a service, or time, "
                    + "service and rate");
            return null;
        }

        var series = new SortedDictionary<string, LoadPoints>(StringComparer.Ordinal);
        foreach (var row in table.Rows()) Take(row, time, name, value, table.Header, series);
        return [.. series.Select(one => new LoadSeries(naming.Namespace, one.Key, one.Value.All))];
    }

    private void Take(
        in CsvRow row, string time, string? name, string? value, IReadOnlyList<string> header, SortedDictionary<string, LoadPoints> series)
    {
        if (Moment(row[time]) is not { } at)
        {
            diagnostics.Error(
                file, row.Line, row.NumberOf(time),
                $"the time '{Wording.Shortened(row[time])}' is none; allowed are seconds and dates such as 2024-05-01 21:00; left out");
            return;
        }

        if (name is not null) Take(row, row[name], at, value!, series);
        else
        {
            foreach (var column in header.Where(column => column != time))
            {
                Take(row, header.Count == 2 && column == value ? naming.Fallback(file) : column, at, column, series);
            }
        }
    }

    private void Take(in CsvRow row, string name, double at, string column, SortedDictionary<string, LoadPoints> series)
    {
        if (row[column].Length == 0) return;
        if (!double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) || !double.IsFinite(amount))
        {
            diagnostics.Error(
                file, row.Line, row.NumberOf(column), $"'{Wording.Shortened(row[column])}' is no number; allowed are numbers from 0; "
                    + "left out");
            return;
        }

        if (!series.TryGetValue(name, out var points)) series.Add(name, points = new LoadPoints(diagnostics));
        points.Add(at, amount, file, row.Line, row.NumberOf(column));
    }

    private static string? Column(CsvTable table, string[] names) =>
        table.Header.FirstOrDefault(column => names.Contains(column, StringComparer.OrdinalIgnoreCase));

    private static double? Moment(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return double.IsFinite(seconds) ? seconds : null;
        }
        return DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date)
            ? (date - DateTime.UnixEpoch).TotalSeconds
            : null;
    }
}
