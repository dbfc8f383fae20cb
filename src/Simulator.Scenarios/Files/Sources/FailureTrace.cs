using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Api.Words;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>
/// Reads CSV files that say when what failed for how long. The header names the columns; a column's last letters give its unit (_s, _m,
/// _h).
/// </summary>
public static class FailureTrace
{
    private static readonly string[] Times =
    [
        "time", "at", "start", "time_s", "time_m", "time_h", "start_s", "start_utc", "timestamp", "removed_time_s",
    ];
    private static readonly string[] Targets = ["target", "node", "rack", "zone", "machine", "machine_id", "location"];
    private static readonly string[] Durations = ["duration", "lasts", "duration_s", "duration_m", "duration_h"];

    /// <param name="At">Since the beginning of the trace; since the first row where times are dates.</param>
    /// <param name="Target">"" if the trace names none.</param>
    public readonly record struct Row(TimeSpan At, string Target, TimeSpan? Duration);

    /// <summary>In the order of the file; null after errors.</summary>
    public static IReadOnlyList<Row>? Read(string path, Diagnostics diagnostics)
    {
        diagnostics.AddFile(path);
        var errors = diagnostics.Errors.Count;
        var rows = new List<Row>();
        if (CsvTable.Read(path, diagnostics) is { } table) ReadRows(path, table, rows, diagnostics);
        return diagnostics.Errors.Count > errors ? null : rows;
    }

    private static void ReadRows(string path, CsvTable table, List<Row> rows, Diagnostics diagnostics)
    {
        var header = table.Header;
        if (header.Count == 0)
        {
            diagnostics.Error(path, 1, 1, "is empty; allowed is a header line, then rows");
            return;
        }

        var (time, target, duration) = (Column(header, Times), Column(header, Targets), Column(header, Durations));
        if (time is null)
        {
            diagnostics.Error(
                path, 1, 1,
                $"has no column for the time; its columns are {Wording.Shortened(Wording.Listed(header), 200)}; allowed is one of "
                    + $"{Wording.Listed(Times)}");
            return;
        }

        DateTime? zero = null;
        foreach (var row in table.Rows())
        {
            var (at, lasts) = (Moment(row[time], time, ref zero), duration is null ? null : Length(row[duration], duration));
            if (at is null)
            {
                diagnostics.Error(
                    path, row.Line, row.NumberOf(time),
                    $"the time '{Wording.Shortened(row[time])}' is none; allowed are numbers from 0, durations such as 20m, and dates "
                        + $"such as 2018-03-01T02:21:00Z, up to {GoDuration.Format(GoDuration.Longest)} (100 years)");
            }
            if (duration is not null && lasts is null && row[duration].Length > 0)
            {
                diagnostics.Error(
                    path, row.Line, row.NumberOf(duration),
                    $"the duration '{Wording.Shortened(row[duration])}' is none; allowed are numbers above 0 and durations such as 20m, up "
                        + $"to {GoDuration.Format(GoDuration.Longest)} (100 years)");
            }
            if (at is { } known) rows.Add(new Row(known, target is null ? "" : row[target], lasts));
        }
    }

    private static string? Column(IReadOnlyList<string> header, string[] names) =>
        names.FirstOrDefault(name => header.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } found
        ? header.First(column => column.Equals(found, StringComparison.OrdinalIgnoreCase))
        : null;

    private static TimeSpan? Moment(string text, string column, ref DateTime? zero)
    {
        if (Length(text, column, allowZero: true) is { } length) return length;
        if (!DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
        {
            return null;
        }
        zero ??= date;
        return date < zero || date - zero > GoDuration.Longest ? null : date - zero;
    }

    private static TimeSpan? Length(string text, string column, bool allowZero = false)
    {
        TimeSpan? length = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? TraceTime.Of(number, UnitOf(column))
            : GoDuration.TryParse(text, out var duration) && duration <= GoDuration.Longest ? duration : null;
        return length > TimeSpan.Zero || (allowZero && length == TimeSpan.Zero) ? length : null;
    }

    private static TimeSpan UnitOf(string column) => column.Length < 2 ? TimeSpan.FromSeconds(1) : column[^2..].ToLowerInvariant() switch
    {
        "_m" => TimeSpan.FromMinutes(1),
        "_h" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromSeconds(1),
    };
}
