using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>Reads CSV files of requests over time: the first column is the time, the second a rate or a count until the next row.</summary>
public static class RateTrace
{
    private const string RateColumn = "rate";

    /// <summary>
    /// In the order of the file, from its first row on; null after errors. The last row counts as long as the one before it.
    /// </summary>
    public static IReadOnlyList<RateStep>? Read(string path, Diagnostics diagnostics)
    {
        diagnostics.AddFile(path);
        var errors = diagnostics.Errors.Count;
        var rows = new List<(TimeSpan At, double Value)>();
        var isRate = false;
        if (CsvTable.Read(path, diagnostics) is { } table) isRate = ReadRows(path, table, rows, diagnostics);
        if (diagnostics.Errors.Count > errors) return null;
        if (rows.Count >= (isRate ? 1 : 2)) return Steps(rows, isRate);
        diagnostics.Error(path, 1, 1, $"has too few rows; allowed are {(isRate ? "one" : "two")} or more after the header line");
        return null;
    }

    /// <summary>The steps of a run that begins at a moment of the trace.</summary>
    public static IReadOnlyList<RateStep> Cut(IReadOnlyList<RateStep> trace, TimeSpan from, TimeSpan duration, double scale)
    {
        var steps = new List<RateStep> { new(TimeSpan.Zero, 0) };
        foreach (var step in trace)
        {
            var scaled = new RateStep(step.At - from, step.PerSecond * scale);
            if (scaled.At <= TimeSpan.Zero) steps[0] = scaled with { At = TimeSpan.Zero };
            else if (scaled.At < duration) steps.Add(scaled);
        }

        return steps;
    }

    /// <returns>True if the values are rates.</returns>
    private static bool ReadRows(string path, CsvTable table, List<(TimeSpan At, double Value)> rows, Diagnostics diagnostics)
    {
        if (table.Header is not [{ } timeColumn, { } valueColumn, ..])
        {
            diagnostics.Error(path, 1, 1, "has no two columns; allowed is a header line such as time,rate, then rows");
            return false;
        }

        DateTime? zero = null;
        foreach (var row in table.Rows())
        {
            var (line, time, value) = (row.Line, row[timeColumn], row[valueColumn]);
            if (Moment(time, ref zero) is not { } at)
            {
                diagnostics.Error(
                    path, line, 1,
                    $"{Place(line, timeColumn)}the time '{Wording.Shortened(time)}' is none; allowed are seconds from 0, durations such "
                        + "as 20m, and dates such as "
                        + "1998-04-30 21:00");
            }
            else if (rows.Count > 0 && at <= rows[^1].At)
            {
                diagnostics.Error(
                    path, line, 1, $"{Place(line, timeColumn)}the time '{Wording.Shortened(time)}' is not after the one before it");
            }
            else if (Amount(value) is not { } amount)
            {
                diagnostics.Error(
                    path, line, 2,
                    $"{Place(line, valueColumn)}'{Wording.Shortened(value)}' is no number of requests; allowed are numbers from 0");
            }
            else rows.Add((at, amount));
        }

        return valueColumn.Equals(RateColumn, StringComparison.OrdinalIgnoreCase);
    }

    private static List<RateStep> Steps(List<(TimeSpan At, double Value)> rows, bool isRate)
    {
        var steps = new List<RateStep>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var length = isRate ? 1 : (i + 1 < rows.Count ? rows[i + 1].At - rows[i].At : rows[i].At - rows[i - 1].At).TotalSeconds;
            steps.Add(new RateStep(rows[i].At - rows[0].At, rows[i].Value / length));
        }

        return steps;
    }

    /// <summary>Rows are counted after the header.</summary>
    private static string Place(int line, string column) => $"row {line - 1}, column '{Wording.Shortened(column)}': ";

    private static double? Amount(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 && value < 1e12 ? value : null;

    private static TimeSpan? Moment(string text, ref DateTime? zero)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return TraceTime.Of(seconds, TimeSpan.FromSeconds(1));
        }

        if (GoDuration.TryParse(text, out var duration)) return duration <= GoDuration.Longest ? duration : null;
        if (!DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
        {
            return null;
        }
        zero ??= date;
        return (date - zero.Value).Duration() <= GoDuration.Longest ? date - zero : null;
    }
}
